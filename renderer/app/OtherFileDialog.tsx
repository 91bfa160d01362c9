import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import { type WorkshopDifference, workshopDifferences } from '#shared/commands/add-designs-from'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { useDesk, useOpen } from '../state/react'
import { say, words } from '../state/words'
import './other-file.css'

/** Another table's designs, to be ticked, and where its workshop says something else than this one. */
export function OtherFileDialog() {
  const desk = useDesk()
  const open = useOpen()
  const other = useStore(desk.imports, (state) => state.other)
  return (
    <Modal
      opened={other !== undefined && open !== undefined}
      onClose={() => desk.takeDesigns([])}
      title={words('other-file.title', { name: other?.name ?? '' })}
      size={680}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      {other !== undefined && open !== undefined && <Choice ours={open.document} theirs={other.document} />}
    </Modal>
  )
}

function Choice({ ours, theirs }: { readonly ours: WardDocument; readonly theirs: WardDocument }) {
  const desk = useDesk()
  const designs = designsOf(theirs)
  // Today's unit is here already: it is what theirs have in common with ours.
  const hasToday = designsOf(ours).some(({ isCurrentState }) => isCurrentState)
  const [wanted, setWanted] = useState<readonly Id[]>(() => designs.flatMap(({ id, isCurrentState }) => (isCurrentState && hasToday ? [] : [id])))
  const differences = useMemo(() => workshopDifferences(ours, theirs), [ours, theirs])
  return (
    <div className="other-file">
      {designs.length === 0 ? (
        <p>{words('other-file.none')}</p>
      ) : (
        <Checkbox.Group value={[...wanted]} onChange={setWanted} label={words('other-file.which')}>
          <ul className="other-designs">
            {designs.map((design) => (
              <li key={design.id}>
                <Checkbox
                  value={design.id}
                  label={design.name}
                  description={[
                    words('other-file.rooms', { rooms: recordsOf(theirs.designs[design.id] ?? {}, 'room').length }),
                    ...(design.isCurrentState && hasToday ? [words('other-file.is-today')] : []),
                    ...(design.idea === '' ? [] : [design.idea]),
                  ].join(' · ')}
                />
              </li>
            ))}
          </ul>
        </Checkbox.Group>
      )}
      <Differences all={differences} />
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={() => desk.takeDesigns([])}>
          {words('close.cancel')}
        </Button>
        <Button disabled={wanted.length === 0} onClick={() => desk.takeDesigns(wanted)}>
          {words('other-file.take', { count: wanted.length })}
        </Button>
      </Group>
    </div>
  )
}

const GROUPS = [
  ['requirement', ['requirement']],
  ['scenario', ['scenario', 'settings', 'role']],
  ['pathway', ['pathway']],
  ['types', ['roomType', 'fixtureType', 'arrangement']],
] as const

/** What differs between the two workshops, by what it is about. */
function Differences({ all }: { readonly all: readonly WorkshopDifference[] }) {
  if (all.length === 0) return <p className="other-same">{words('other-file.same')}</p>
  return (
    <section aria-label={words('other-file.differences')}>
      <h3>{words('other-file.differences')}</h3>
      <p className="quiet small">{words('other-file.holds')}</p>
      {GROUPS.map(([group, kinds]) => {
        const some = all.filter(({ kind }) => kinds.some((each) => each === kind))
        return some.length === 0 ? null : (
          <div key={group}>
            <h4>{words(`other-file.about-${group}`)}</h4>
            <ul className="other-differences">
              {sentencesOf(some).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

/** What is said of many things alike is said once, with their names. */
function sentencesOf(differences: readonly WorkshopDifference[]): readonly string[] {
  const alike = ['merge.only-theirs', 'merge.differs'] as const
  return [
    ...differences.filter(({ why }) => alike.every((key) => key !== why.key)).map(({ why }) => say(why)),
    ...alike.flatMap((key) => {
      const some = differences.filter(({ why }) => why.key === key)
      const [only] = some
      if (only === undefined) return []
      return [some.length === 1 ? say(only.why) : words(`${key}-many`, { names: some.map(({ name }) => name) })]
    }),
  ]
}
