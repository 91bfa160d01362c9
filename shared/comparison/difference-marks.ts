import type { Id } from '#shared/base/ids'
import type { LayoutFacts } from '#shared/metrics/layout-facts'
import type { Both, Difference } from './difference'

type Point = { readonly x: number; readonly y: number }

/**
 * What of a difference is drawn, in both designs alike: where something was and no longer is, where it is and was not, and the way between.
 * Metres.
 */
export type DifferenceMark =
  | { readonly look: 'gone' | 'new' | 'old' | 'now' | 'step'; readonly ring: readonly Point[] }
  | { readonly look: 'way'; readonly from: Point; readonly to: Point }

/** `layouts`: for the rooms of a step, and for what is known by its id alone. */
export function differenceMarks(difference: Difference, layouts: Both<LayoutFacts>): readonly DifferenceMark[] {
  switch (difference.kind) {
    case 'room':
    case 'opening':
      return placed(difference)
    case 'fixture':
      return [
        ...difference.gone.map(({ ring }) => ({ look: 'gone' as const, ring })),
        ...difference.added.map(({ ring }) => ({ look: 'new' as const, ring })),
        ...[...difference.elsewhere, ...difference.shifted].flatMap(({ from, to }) => placed({ before: from, after: to })),
      ]
    case 'pathway':
      return [
        ...gates(layouts.from, difference.gateIn?.from, difference.gateOut?.from, 'old'),
        ...gates(layouts.to, difference.gateIn?.to, difference.gateOut?.to, 'now'),
      ]
    case 'step':
      return [...rings(layouts.from, difference.rooms.from, 'old'), ...rings(layouts.to, difference.rooms.to, 'step')]
    case 'way': {
      const { from = [], to = [] } = difference.past
      const idsOf = (past: typeof from) => past.map(({ id }) => id)
      return [...rings(layouts.from, idsOf(from), 'old'), ...rings(layouts.to, idsOf(to), 'step')]
    }
    case 'shares':
      return [...rings(layouts.from, difference.elements.from, 'old'), ...rings(layouts.to, difference.elements.to, 'step')]
  }
}

type Place = { readonly ring: readonly Point[]; readonly centre: Point }

/** Less is no way to be drawn. Metres. */
const SHORTEST_WAY_M = 0.3

function placed({ before, after }: { readonly before: Place | undefined; readonly after: Place | undefined }): readonly DifferenceMark[] {
  if (before === undefined) return after === undefined ? [] : [{ look: 'new', ring: after.ring }]
  if (after === undefined) return [{ look: 'gone', ring: before.ring }]
  const isFar = Math.hypot(after.centre.x - before.centre.x, after.centre.y - before.centre.y) >= SHORTEST_WAY_M
  return [
    { look: 'old', ring: before.ring },
    { look: 'now', ring: after.ring },
    ...(isFar ? [{ look: 'way' as const, from: before.centre, to: after.centre }] : []),
  ]
}

function rings({ rooms, openings, fixtures }: LayoutFacts, ids: readonly Id[], look: 'old' | 'step'): readonly DifferenceMark[] {
  const shown = new Set(ids)
  return [
    ...rooms.filter(({ room }) => shown.has(room.id)),
    ...openings.filter(({ opening }) => shown.has(opening.id)),
    ...fixtures.filter(({ fixture }) => shown.has(fixture.id)),
  ].map(({ ring }) => ({ look, ring }))
}

function gates({ openings }: LayoutFacts, gateIn: string | undefined, gateOut: string | undefined, look: 'old' | 'now'): readonly DifferenceMark[] {
  return openings
    .filter(({ opening }) => opening.gate !== undefined && (opening.gate === gateIn || opening.gate === gateOut))
    .map(({ ring }) => ({ look, ring }))
}
