import { Button, Group, Modal } from '@mantine/core'
import { useDesk, useOpen, useView } from '../state/react'
import { words } from '../state/words'

/** Asked before what is open is put away with work in it that no file has. */
export function UnsavedQuestion() {
  const desk = useDesk()
  const name = useOpen()?.name ?? ''
  const isAsked = useView((view) => view.dialog === 'unsaved')
  return (
    <Modal
      opened={isAsked}
      onClose={() => void desk.answerUnsaved('cancel')}
      title={words('unsaved.title', { name })}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      <p>{words('unsaved.what')}</p>
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={() => void desk.answerUnsaved('cancel')}>
          {words('close.cancel')}
        </Button>
        <Button variant="default" onClick={() => void desk.answerUnsaved('discard')}>
          {words('close.discard')}
        </Button>
        <Button data-autofocus onClick={() => void desk.answerUnsaved('save')}>
          {words('close.save')}
        </Button>
      </Group>
    </Modal>
  )
}
