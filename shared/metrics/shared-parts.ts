import type { LineRule } from './bearing'
import { type Barrier, type Facing, facingOf, NOISE } from './facing'
import { partOfPiece, type Segment } from './route-facts'
import { meetingOf, sharedSpans } from './shared-line'
import { NO_SPANS, type Spans, unionOfSpans } from './spans'

/** What one piece shares with another, and where they cross; metres along the first. */
export type PartlyShared = { readonly shared: Spans; readonly opposing: Spans; readonly crossings: readonly number[] }

/** A part of a piece, from one share of it to another. */
type Part = { readonly from: number; readonly to: number }

const NOWHERE: Part = { from: 0, to: 0 }

/**
 * Where one arc is held against another, each of so many parts of its chord is held against what is within the angle of its
 * middle: two walks past one wall's end would have to be told apart by centimetres for it to show.
 */
const PARTS = 4

/**
 * What two pieces share of which at least one is a chord of an arc, and some of its tangents are within the angle and some are not. The
 * tangent turns evenly along an arc, so that the parts where it is within the angle are found from angles alone: of how many chords it is made
 * is no matter. `between` tells at least every barrier that may part two pieces; undefined: something always does.
 */
export function partlyShared(a: Segment, b: Segment, rule: LineRule, between: ((facing: Facing) => readonly Barrier[]) | undefined): PartlyShared {
  const angle = angleBetween(a, b)
  const same = between === undefined ? NO_SPANS : spansAt(a, b, angle, rule, between)
  const opposing = between === undefined ? NO_SPANS : spansAt(a, b, angle < 0 ? angle + Math.PI : angle - Math.PI, rule, between)
  return {
    shared: opposing.length === 0 ? same : same.length === 0 ? opposing : unionOfSpans([same, opposing]),
    opposing,
    crossings: crossingsOf(a, b, angle, rule),
  }
}

/** From the first chord to the other, leftwards. Radians. */
function angleBetween(a: Segment, b: Segment): number {
  const ux = a.bx - a.ax
  const uy = a.by - a.ay
  const vx = b.bx - b.ax
  const vy = b.by - b.ay
  return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)
}

/** By how much the way turns left on a piece. Radians. */
function turnOf({ metres, circle: { radius } }: Segment): number {
  return radius === 0 ? 0 : metres / radius
}

/** Where two pieces meet whose tangents there are further apart than the angle. */
function crossingsOf(a: Segment, b: Segment, angle: number, rule: LineRule): readonly number[] {
  const at = meetingOf(a, b)
  if (at === undefined) return NO_SPANS
  const share = at / a.metres
  const x = a.ax + (a.bx - a.ax) * share
  const y = a.ay + (a.by - a.ay) * share
  const other = ((x - b.ax) * (b.bx - b.ax) + (y - b.ay) * (b.by - b.ay)) / (b.length * b.length)
  const apart = Math.abs(angle + turnOf(b) * (other - 0.5) - turnOf(a) * (share - 0.5))
  return Math.min(apart, Math.abs(Math.PI - apart)) > rule.angle + NOISE ? [at] : NO_SPANS
}

/** The stretches of `a` that share with `b` where both run the same way, if `angle` (radians) is that from chord to chord. */
function spansAt(a: Segment, b: Segment, angle: number, rule: LineRule, between: (facing: Facing) => readonly Barrier[]): Spans {
  const turnA = turnOf(a)
  const turnB = turnOf(b)
  const half = Math.abs(turnB) / 2
  const low = angle - rule.angle
  const high = angle + rule.angle
  const some = sharesWithin(turnA, low - half, high + half)
  if (some === NOWHERE) return NO_SPANS
  const whole = sharesWithin(turnA, low + half, high - half)
  const other = partOfPiece(b, 0, 1)
  const found: number[] = []
  const add = (of: Part, seen: Part) =>
    addShared(a, of, seen.to - seen.from === 1 ? other : partOfPiece(b, seen.from, seen.to), rule.distance, between, found)
  const addPartly = (from: number, to: number) => {
    const of = { from, to }
    if (to - from <= NOISE || isOpenBetween(a, of, other, rule.distance, between)) {
      if (to > from) found.push(from * a.metres, to * a.metres)
      return
    }
    const parts = turnA === 0 ? 1 : PARTS
    for (let i = 0; i < parts; i++) {
      const part = { from: from + ((to - from) * i) / parts, to: from + ((to - from) * (i + 1)) / parts }
      const turned = turnA * ((part.from + part.to) / 2 - 0.5)
      add(part, sharesWithin(turnB, turned - high, turned - low))
    }
  }
  if (whole === NOWHERE) addPartly(some.from, some.to)
  else {
    addPartly(some.from, whole.from)
    add(whole, { from: 0, to: 1 })
    addPartly(whole.to, some.to)
  }
  return found.length < 3 ? found : unionOfSpans([found])
}

/** The shares of a piece that turns by `turn` at which its tangent is between two angles from its chord. Radians. */
function sharesWithin(turn: number, low: number, high: number): Part {
  if (turn === 0) return low <= 0 && high >= 0 ? { from: 0, to: 1 } : NOWHERE
  const s = low / turn + 0.5
  const t = high / turn + 0.5
  const from = Math.max(0, Math.min(s, t))
  const to = Math.min(1, Math.max(s, t))
  return from < to && low < high ? { from, to } : NOWHERE
}

/** Is all of the other piece near all of a part, with nothing between. */
function isOpenBetween(a: Segment, { from, to }: Part, b: Segment, distance: number, between: (facing: Facing) => readonly Barrier[]): boolean {
  const square = distance * distance
  const part = partOfPiece(a, from, to)
  for (let end = 0; end < 4; end++) {
    const x = (end < 2 ? part.ax : part.bx) - (end % 2 === 0 ? b.ax : b.bx)
    const y = (end < 2 ? part.ay : part.by) - (end % 2 === 0 ? b.ay : b.by)
    if (x * x + y * y > square) return false
  }
  const facing = facingOf(part, b, distance)
  return facing !== undefined && between(facing).length === 0
}

/** Adds what a part of one piece shares with another. */
function addShared(a: Segment, of: Part, b: Segment, distance: number, between: (facing: Facing) => readonly Barrier[], found: number[]): void {
  if (of.to - of.from <= NOISE || b.length <= NOISE) return
  const part = partOfPiece(a, of.from, of.to)
  const facing = facingOf(part, b, distance)
  if (facing === undefined) return
  const spans = sharedSpans(facing, distance, between(facing))
  const { metres } = a
  const scale = ((of.to - of.from) * metres) / part.length
  // Never past the end of the piece by rounding: what shares all of it leaves nothing to add to.
  for (let i = 0; i < spans.length; i++) found.push(Math.min(metres, of.from * metres + spans[i]! * scale))
}
