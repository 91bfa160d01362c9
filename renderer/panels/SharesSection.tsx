import { Button } from '@mantine/core'
import { Fragment } from 'react'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { sharesTaken, type TakenShare } from '#shared/building/share-findings'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import { pathwaysInForce } from '#shared/journeys/pathways-in-force'
import type { Reading } from '#shared/metrics/measurement'
import { useDesk } from '../state/react'
import { words } from '../state/words'

type SectionProps = {
  readonly document: WardDocument
  readonly table: RecordTable
  readonly design: Id
  /** Whose steps are looked at. */
  readonly reading: Reading
  readonly element: Id
}

/** What share of the visits a place takes where steps go by shares, and the way to the step under which it is said. */
export function SharesSection({ document, table, design, reading, element }: SectionProps) {
  const desk = useDesk()
  const { workshop } = document
  const taken = sharesTaken(element, buildBuilding(table, workshop), workshop, pathwaysInForce(document, design, reading))
  if (taken.length === 0) return null
  const hasOwn = recordsOf(table, 'pathway').length > 0
  const change = ({ pathway, step }: TakenShare) => {
    desk.leadToStep({ pathway, step, isOwn: reading === 'own' && hasOwn })
    desk.showStage('brief')
  }
  return (
    <section aria-label={words('shares.title')}>
      <h3>{words('shares.title')}</h3>
      <dl className="facts shares-taken">
        {taken.map(({ type, share }) => (
          <Fragment key={type.join()}>
            <dt>{type.join(', ')}</dt>
            <dd>{words('brief.share-percent', { percent: share * 100 })}</dd>
          </Fragment>
        ))}
      </dl>
      {taken.map((each) => (
        <Button key={each.type.join()} variant="subtle" size="compact-md" onClick={() => change(each)}>
          {taken.length === 1 ? words('shares.change') : words('shares.change-of', { type: each.type })}
        </Button>
      ))}
    </section>
  )
}
