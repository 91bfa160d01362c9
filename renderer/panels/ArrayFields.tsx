import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Id } from '#shared/base/ids'
import { arrayFixture, type FixtureArray, piecesToWall } from '#shared/commands/array-fixture'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import { boxOf } from '#shared/geometry/polygon'
import { NumberField } from '../controls/NumberField'
import { freshId } from '../state/fresh-id'
import { useDesk } from '../state/react'
import { words } from '../state/words'

type Counts = { readonly columns: number; readonly rows: number; readonly gapX: number; readonly gapY: number }
const ALONE: Counts = { columns: 1, rows: 1, gapX: 0.6, gapY: 0.9 }

/** Repeats a piece in columns along its own width and rows in front of it; what it would do is shown on the plan, with how many. */
export function ArrayFields({
  document,
  table,
  fixture,
  room,
}: {
  readonly document: WardDocument
  readonly table: RecordTable
  readonly fixture: Fixture
  /** The room that it stands in. */
  readonly room: Id | undefined
}) {
  const desk = useDesk()
  const [counts, setCounts] = useState(ALONE)
  const { columns, rows, gapX, gapY } = counts
  const box = boxOf(fixture.footprint)
  const [width, depth] = [box.right - box.left, box.top - box.bottom]
  // Rows go away from the wall at its back.
  const array: FixtureArray = { fixture: fixture.id, columns, rows, stepX: width + gapX, stepY: -(depth + gapY), along: 'fixture' }
  const isAlone = columns * rows === 1
  const change = (part: Partial<Counts>) => {
    const next = { ...counts, ...part }
    setCounts(next)
    const { columns: across, rows: deep } = next
    const shown = { ...array, columns: across, rows: deep, stepX: width + next.gapX, stepY: -(depth + next.gapY) }
    desk.setPreview(across * deep === 1 ? undefined : { edit: arrayFixture(document, shown, freshId) })
  }
  // Whatever else is done, or looked at, takes the ghosts away.
  useEffect(() => () => desk.setPreview(undefined), [desk])
  const standsIn = room === undefined ? undefined : table[room]
  return (
    <details
      className="more"
      onToggle={(event) => {
        if (!event.currentTarget.open) change(ALONE)
      }}
    >
      <summary>{words('array.title')}</summary>
      <div className="field-pair">
        <NumberField label={words('array.columns')} value={columns} unit="" step={1} decimals={0} onCommit={(to) => change({ columns: count(to) })} />
        <NumberField label={words('array.rows')} value={rows} unit="" step={1} decimals={0} onCommit={(to) => change({ rows: count(to) })} />
        <NumberField label={words('array.gap-x')} value={gapX} unit="m" step={0.1} onCommit={(to) => change({ gapX: to })} />
        <NumberField label={words('array.gap-y')} value={gapY} unit="m" step={0.1} onCommit={(to) => change({ gapY: to })} />
      </div>
      {standsIn?.kind === 'room' && (
        <Button variant="default" onClick={() => change({ columns: piecesToWall(fixture, standsIn.corners, width + gapX) })}>
          {words('array.to-wall')}
        </Button>
      )}
      <p role="status">
        {words('array.count', {
          count: columns * rows,
          width: columns * (width + gapX) - gapX,
          depth: rows * (depth + gapY) - gapY,
        })}
      </p>
      <Button
        disabled={isAlone}
        onClick={() => {
          if (desk.commit(arrayFixture(document, array, freshId))) setCounts(ALONE)
        }}
      >
        {words('array.set-out')}
      </Button>
    </details>
  )
}

/** A whole number of pieces, at least one. */
function count(typed: number): number {
  return Math.max(1, Math.round(typed))
}
