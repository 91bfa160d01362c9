import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { UnsavedWork as Work } from '#shared/ipc/bridge'
import { useDesk, useFiles } from '../../state/react'
import { whenText } from '../../state/when'
import { say, words } from '../../state/words'
import './keep.css'

/** On the start page: what an app that stopped had not saved, with what it contains. */
export function UnsavedWork() {
  const desk = useDesk()
  const unsaved = useStore(desk.keep, (keep) => keep.unsaved)
  if (unsaved.length === 0) return null
  return (
    <section className="start-card keep-unsaved" aria-labelledby="unsaved-title">
      <h2 id="unsaved-title">{words('unsaved-work.title')}</h2>
      <p className="quiet">{words('unsaved-work.why')}</p>
      <ul>
        {unsaved.map((work) => (
          <li key={work.unsaved}>
            <Told work={work} />
            <Answers work={work} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Asked when a file is opened that has such work. */
export function UnsavedOffer() {
  const desk = useDesk()
  const work = useStore(desk.keep, (keep) => keep.offered)
  return (
    <Modal
      opened={work !== undefined}
      onClose={desk.offerLater}
      title={words('unsaved-work.title')}
      size={640}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      <p>{words('unsaved-work.why')}</p>
      {work !== undefined && (
        <div className="keep-offer">
          <Told work={work} />
          <Group mt="lg" justify="flex-end">
            <Button variant="default" onClick={desk.offerLater}>
              {words('unsaved-work.later')}
            </Button>
            <Button data-autofocus onClick={() => void desk.recover(work)}>
              {words('unsaved-work.open')}
            </Button>
          </Group>
        </div>
      )}
    </Modal>
  )
}

/** So many of the last things done are told. */
const LAST_SHOWN = 3

function Told({ work }: { readonly work: Work }) {
  const { name, folder, changes, until, designs, last, isWhole, unsaved } = work
  const done = [...new Set(last.filter((what) => what !== ''))].slice(0, LAST_SHOWN)
  return (
    <div className="keep-told">
      <h3 id={unsaved}>{name}</h3>
      <span className="quiet small">{folder ?? words('unsaved-work.new')}</span>
      <p>
        {words('unsaved-work.changes', { changes, when: say(whenText(until, Date.now())) })}
        {designs.length > 0 && ` · ${words('unsaved-work.designs', { designs })}`}
      </p>
      {done.length > 0 && <p className="quiet">{words('unsaved-work.last', { what: done })}</p>}
      {!isWhole && <p className="keep-problem">{words('unsaved-work.damaged')}</p>}
    </div>
  )
}

function Answers({ work }: { readonly work: Work }) {
  const desk = useDesk()
  const isBusy = useFiles((files) => files.busy !== undefined)
  const [isAsked, setAsked] = useState(false)
  const { name, changes, unsaved } = work
  return (
    <Group gap="sm" wrap="nowrap">
      <Button variant="default" aria-describedby={unsaved} disabled={isBusy} onClick={() => setAsked(true)}>
        {words('unsaved-work.drop')}
      </Button>
      <Button aria-describedby={unsaved} disabled={isBusy} onClick={() => void desk.recover(work)}>
        {words('unsaved-work.open')}
      </Button>
      <Modal
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={words('unsaved-work.drop-title', { name })}
        closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
      >
        <p>{words('unsaved-work.drop-what', { changes })}</p>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={() => void desk.dropUnsaved(work)}>
            {words('unsaved-work.drop-now')}
          </Button>
          <Button data-autofocus onClick={() => setAsked(false)}>
            {words('close.cancel')}
          </Button>
        </Group>
      </Modal>
    </Group>
  )
}
