import { Button, Group, Modal } from '@mantine/core'
import { useStore } from 'zustand'
import { useDesk, useOpen } from '../../state/react'
import { say, words } from '../../state/words'
import { VersionDifferences } from './VersionDifferences'
import './keep.css'

/** Asked where the file is not what was opened or saved last: what differs, and whose is kept. */
export function ConflictDialog() {
  const desk = useDesk()
  const conflict = useStore(desk.keep, (keep) => keep.conflict)
  const name = useOpen()?.name ?? ''
  const theirs = conflict?.theirs
  const isRemoved = theirs?.status === 'removed'
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={() => void desk.answerConflict('cancel')}
      title={words(isRemoved ? 'conflict.removed-title' : 'conflict.changed-title', { name })}
      size={860}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      <p>{words(isRemoved ? 'conflict.removed-what' : 'conflict.changed-what')}</p>
      {theirs?.status === 'unreadable' && <p className="keep-problem">{words('conflict.unreadable', { why: say(theirs.problem) })}</p>}
      {theirs?.status === 'read' && theirs.differences.length === 0 && <p className="keep-section">{words('conflict.same')}</p>}
      {theirs?.status === 'read' && theirs.differences.length > 0 && (
        <section className="keep-section" aria-labelledby="conflict-differs">
          <h3 id="conflict-differs">{words('conflict.differs')}</h3>
          <VersionDifferences differences={theirs.differences} />
        </section>
      )}
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={() => void desk.answerConflict('cancel')}>
          {words('close.cancel')}
        </Button>
        {theirs?.status === 'read' && (
          <Button variant="default" onClick={() => void desk.answerConflict('take-theirs')}>
            {words('conflict.take-theirs')}
          </Button>
        )}
        <Button variant="default" onClick={() => void desk.answerConflict('overwrite')}>
          {words(isRemoved ? 'conflict.write-again' : 'conflict.overwrite')}
        </Button>
        <Button data-autofocus onClick={() => void desk.answerConflict('save-as')}>
          {words('conflict.save-as')}
        </Button>
      </Group>
    </Modal>
  )
}
