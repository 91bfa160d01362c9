import { Button, Group, Modal } from '@mantine/core'
import { useStore } from 'zustand'
import { useDesk, useOpen } from '../../state/react'
import { words } from '../../state/words'

/** Asked before a full workshop is saved over with almost nothing. */
export function EmptiedQuestion() {
  const desk = useDesk()
  const emptied = useStore(desk.keep, (keep) => keep.emptied)
  const name = useOpen()?.name ?? ''
  return (
    <Modal
      opened={emptied !== undefined}
      onClose={() => void desk.answerEmptied('cancel')}
      title={words('emptied.title')}
      size={620}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      <p>{words('emptied.what', { name, before: emptied?.before ?? 0, now: emptied?.now ?? 0 })}</p>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={() => void desk.answerEmptied('save')}>
          {words('emptied.save')}
        </Button>
        <Button variant="default" onClick={() => void desk.answerEmptied('save-as')}>
          {words('emptied.save-as')}
        </Button>
        <Button data-autofocus onClick={() => void desk.answerEmptied('cancel')}>
          {words('close.cancel')}
        </Button>
      </Group>
    </Modal>
  )
}
