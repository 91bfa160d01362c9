import type { Id } from '#shared/base/ids'
import type { Leg, Stop, Traffic } from './traffic'

/** What moves from one stop to another. */
export type FromToCell = {
  readonly from: Id
  readonly to: Id
  /** Trips a day. */
  readonly perDay: number
  /** Metres a day. */
  readonly metres: number
  /** Keys of the trips. */
  readonly trips: readonly string[]
}

/** Rows are where trips start, columns where they end; only stops that have traffic. */
export type FromTo = {
  readonly stops: readonly Stop[]
  /** A row a stop, in the order of `stops`; undefined where nothing moves. */
  readonly rows: readonly (readonly (FromToCell | undefined)[])[]
}

/** The from-to chart of the legs asked for, stops by name or the busiest (trips a day, in and out) first. */
export function fromToMatrix({ stops, legs }: Traffic, isAskedFor: (leg: Leg) => boolean, order: 'name' | 'traffic'): FromTo {
  const cells = pairsOf(legs.filter(isAskedFor))
  const busy = new Map<Id, number>()
  for (const { from, to, perDay } of cells) for (const id of new Set([from, to])) busy.set(id, (busy.get(id) ?? 0) + perDay)
  const shown = stops.filter(({ id }) => busy.has(id)).sort((a, b) => (order === 'traffic' ? busy.get(b.id)! - busy.get(a.id)! : 0) || compare(a, b))
  const byEnds = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]))
  return { stops: shown, rows: shown.map(({ id: from }) => shown.map(({ id: to }) => byEnds.get(`${from} ${to}`))) }
}

/** Legs of whatever kind summed by their two ends, those with most metres a day first. */
export function pairsOf(legs: readonly Leg[]): readonly FromToCell[] {
  const cells = new Map<string, FromToCell>()
  for (const { from, to, perDay, metres, trips } of legs) {
    const key = `${from} ${to}`
    const before = cells.get(key)
    cells.set(key, {
      from,
      to,
      perDay: (before?.perDay ?? 0) + perDay,
      metres: (before?.metres ?? 0) + metres,
      trips: [...(before?.trips ?? []), ...trips],
    })
  }
  return [...cells.values()].sort(
    (a, b) => b.metres - a.metres || compare({ id: `${a.from} ${a.to}`, name: '' }, { id: `${b.from} ${b.to}`, name: '' }),
  )
}

/** By name, then by id: two rooms may share a name. Figures in names by their size: Bay 2 before Bay 10. */
function compare(a: Pick<Stop, 'id' | 'name'>, b: Pick<Stop, 'id' | 'name'>): number {
  const [first, second] = [sortable(a.name), sortable(b.name)]
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function sortable(name: string): string {
  return name.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'))
}

/**
 * The few pairs that between them make up at least this share of all metres, the largest first: what is far
 * and often. `least` is the metres a day of the smallest of them; 0 where nothing moves.
 */
export function farAndOften(pairs: readonly Pick<FromToCell, 'metres'>[], share: number): { readonly count: number; readonly least: number } {
  const metres = pairs.map((pair) => pair.metres).sort((a, b) => b - a)
  const enough = share * metres.reduce((sum, one) => sum + one, 0)
  let sum = 0
  for (const [index, one] of metres.entries()) {
    sum += one
    if (enough > 0 && sum >= enough) return { count: index + 1, least: one }
  }
  return { count: 0, least: 0 }
}
