import { ShapeUtils, Vector2 } from 'three'
import type { Point } from '#shared/geometry/point'
import { centroid, sideOfRing, signedArea } from '#shared/geometry/polygon'

/** A way to write a label, in pixels: on one line or two, large or small. */
export type LabelForm = { readonly width: number; readonly height: number }

/** A label as it would lie on the screen, in pixels. */
export type PlacedLabel = {
  readonly key: string
  readonly x: number
  readonly y: number
  /** Ways to write it, the one liked best first. */
  readonly forms: readonly LabelForm[]
  /** How wide and high what it names is on the screen. */
  readonly room: LabelForm
  /** Decides who stays when two overlap. */
  readonly weight: number
  /** Shown whatever its room's size: what is selected or pointed at. */
  readonly isWanted?: boolean
}

/** Where a label goes and how it is written. */
export type ShownLabel = { readonly form: number; readonly dy: number }

/** A name may be so much wider or higher than its room. */
const OVERHANG = 1.3
/** Air between two labels. Pixels. */
const GAP_PX = 4
/** A label that finds its place taken is tried this share of its room's height further up or down. */
const SHIFTS = [0, -0.22, 0.22]

/**
 * Which labels are shown, and how: none touches another, the heaviest is placed first, and each takes the best form that its room has
 * room for. Zoomed in, rooms are larger than their names, so all are shown.
 */
export function placeLabels(labels: readonly PlacedLabel[]): ReadonlyMap<string, ShownLabel> {
  const taken: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[] = []
  const shown = new Map<string, ShownLabel>()
  const inOrder = [...labels].sort(
    (a, b) => Number(b.isWanted ?? false) - Number(a.isWanted ?? false) || b.weight - a.weight || (a.key < b.key ? -1 : 1),
  )
  for (const label of inOrder) {
    const place = placeOf(label, (x, y, form) =>
      taken.every(
        (other) =>
          Math.abs(other.x - x) >= (other.width + form.width) / 2 + GAP_PX || Math.abs(other.y - y) >= (other.height + form.height) / 2 + GAP_PX,
      ),
    )
    if (place === undefined) continue
    shown.set(label.key, place)
    const form = label.forms[place.form] as LabelForm
    taken.push({ x: label.x, y: label.y + place.dy, width: form.width, height: form.height })
  }
  return shown
}

function placeOf(label: PlacedLabel, isClear: (x: number, y: number, form: LabelForm) => boolean): ShownLabel | undefined {
  for (const [index, form] of label.forms.entries()) {
    const fits = form.width <= label.room.width * OVERHANG && form.height <= label.room.height * OVERHANG
    if (!fits && label.isWanted !== true) continue
    for (const shift of SHIFTS) {
      const dy = shift * label.room.height
      if (isClear(label.x, label.y + dy, form)) return { form: index, dy }
    }
  }
  return undefined
}

/** A name on two lines, broken where the longer one is shortest; undefined for a name of one word. */
export function brokenInTwo(name: string): readonly [string, string] | undefined {
  const words = name.split(' ')
  let best: readonly [string, string] | undefined
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')] as const
    if (best === undefined || longest(lines) < longest(best)) best = lines
  }
  return best
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length))
}

/** Where the name of a room stands: its centroid, or for a room bent round it the middle of its largest triangle. Metres. */
export function labelAnchor(ring: readonly Point[]): Point {
  const middle = centroid([ring])
  if (middle !== undefined && sideOfRing(ring, middle.x, middle.y) > 0) return middle
  const triangles = ShapeUtils.triangulateShape(
    ring.map(({ x, y }) => new Vector2(x, y)),
    [],
  ).map((corners) => corners.map((corner) => ring[corner] as Point))
  const size = (triangle: readonly Point[]) => Math.abs(signedArea(triangle))
  const largest = triangles.reduce<readonly Point[]>((best, triangle) => (size(triangle) > size(best) ? triangle : best), [])
  return centroid([largest]) ?? (ring[0] as Point)
}
