import { cosine, sine } from '#shared/base/angle'
import type { DiscNet } from './disc-net'

/** A drawn chord may leave its arc by this much, millimetres. */
const SAGITTA_MM = 1
const TENTHS_A_RADIAN = 1800 / Math.PI

/** Appends the points (x, y) of a node's arc from `arrive` to `leave` millimetres along it, both included. */
export function drawArc(net: DiscNet, node: number, arrive: number, leave: number, points: number[]): void {
  const piece = net.field.pieces[node >> 1]!
  const { radius } = piece
  if (radius === 0) {
    points.push(piece.x, piece.y)
    return
  }
  const [ax, ay, turn] = node % 2 === 0 ? [piece.ax, piece.ay, 1] : [piece.bx, piece.by, -1]
  const step = 2 * Math.acos(1 - Math.min(1, SAGITTA_MM / radius))
  const chords = Math.max(1, Math.ceil((leave - arrive) / radius / step))
  for (let i = 0; i <= chords; i++) {
    const angle = (TENTHS_A_RADIAN * (arrive + ((leave - arrive) * i) / chords)) / radius
    const c = cosine(angle)
    const s = turn * sine(angle)
    points.push(piece.x + radius * (ax * c - ay * s), piece.y + radius * (ax * s + ay * c))
    if (leave === arrive) return
  }
}
