type Spot = { readonly x: number; readonly y: number }
type Name = Spot & { readonly text: string }
export type PlacedName = Name & { readonly anchor: 'start' | 'end' }
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Of a letter at the usual size of type, of a line, and of a point with the gap to its name. Pixels. */
const LETTER = 7.8
const LINE = 18
const POINT = 9
const GAP = 13

/** How many lines up or down a name may stand from its point, nearest first. */
const STEPS = [0, -1, 1, -2, 2]

/**
 * Names beside their points, pixels, `k` the size of type: right of them, else left, else a line or two up
 * or down. What finds no room among earlier names and all points is left out; pointing at it names it still.
 */
export function placedNames(
  names: readonly Name[],
  points: readonly Spot[],
  { k, left, right, top }: { readonly k: number; readonly left: number; readonly right: number; readonly top: number },
): readonly PlacedName[] {
  const taken: Box[] = points.map(({ x, y }) => boxOf(x - POINT * k, x + POINT * k, y, POINT * k))
  const placed: PlacedName[] = []
  for (const { text, x, y } of names) {
    const width = text.length * LETTER * k
    for (const step of STEPS) {
      const at = y + step * LINE * k
      const anchor = (['start', 'end'] as const).find((side) => {
        const from = side === 'start' ? x + GAP * k : x - GAP * k - width
        const box = boxOf(from, from + width, at, (LINE * k) / 2 - 1)
        return from >= left && from + width <= right && box.top >= top && taken.every((other) => areApart(box, other))
      })
      if (anchor === undefined) continue
      const from = anchor === 'start' ? x + GAP * k : x - GAP * k - width
      taken.push(boxOf(from, from + width, at, (LINE * k) / 2 - 1))
      placed.push({ text, x: anchor === 'start' ? from : from + width, y: at, anchor })
      break
    }
  }
  return placed
}

function boxOf(left: number, right: number, y: number, half: number): Box {
  return { left, right, top: y - half, bottom: y + half }
}

function areApart(a: Box, b: Box): boolean {
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
}
