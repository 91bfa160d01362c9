import type { RecordInput } from './records'
import { square } from './spot'

/** The design and the storey that a piece is of. */
type On = { readonly design: string; readonly storey: string }
type Pair = readonly [x: number, y: number]

/**
 * A room from its lower left to its upper right corner: corners `a` (bottom left) to `d` (top left), counter-clockwise, so that edge `a` is
 * the bottom; walls of thickness 0. `open`: the edges that are no walls. Metres.
 */
export function boxRoom(on: On, id: string, name: string, roomType: string, [x0, y0]: Pair, [x1, y1]: Pair, open = '') {
  const corner = (key: string, x: number, y: number) => ({ key, x, y, thickness: 0, ...(open.includes(key) ? { edge: 'open' as const } : {}) })
  const corners = [corner('a', x0, y0), corner('b', x1, y0), corner('c', x1, y1), corner('d', x0, y1)]
  return { id, kind: 'room' as const, design: on.design, storey: on.storey, roomType, name, corners }
}

/** A square fixture that does not block; its origin is its use point. `half`: half of its side. Metres. */
export function squareFixture(on: On, id: string, name: string, fixtureType: string, [x, y]: Pair, half = 0.25) {
  return {
    id,
    kind: 'fixture' as const,
    design: on.design,
    storey: on.storey,
    fixtureType,
    entry: fixtureType,
    name,
    x,
    y,
    footprint: square(half),
    blocks: false,
    usePoints: [{ x: 0, y: 0, for: 'all' as const }],
  }
}

/** The pathways of a clean set, which is collected at a place in no time, and of a used one, which leaves by the goods gate. */
export function cleanAndUsedSets(place: { readonly roomType: string; readonly fixtureType: string }): readonly RecordInput[] {
  const duration = { shape: 'fixed' as const, value: 0 }
  const collect = { key: 'collect', name: 'Collect', place, duration, value: 'necessary' as const }
  return [
    { id: 'pathway_cleanset', kind: 'pathway', key: 'clean-set', name: 'Clean set', flow: 'clean', steps: [collect] },
    { id: 'pathway_usedset', kind: 'pathway', key: 'used-set', name: 'Used set', flow: 'used', gateOut: 'goods', steps: [] },
  ]
}
