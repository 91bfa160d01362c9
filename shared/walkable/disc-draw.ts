import { cosine, sine } from '#shared/base/angle'
import type { DiscNet } from './disc-net'
import { type Drawing, drawTo } from './walk-graph'

/** A drawn chord may leave its arc by this much, millimetres. */
const SAGITTA_MM = 1
const TENTHS_A_RADIAN = 1800 / Math.PI

/**
 * Goes on over a node's arc from `arrive` to `leave` millimetres along it, both included. Answers the radius of the arc,
 * above 0 where it turns left; 0 where there is no more than a point.
 */
export function drawArc(net: DiscNet, node: number, arrive: number, leave: number, drawing: Drawing): number {
  const piece = net.field.pieces[node >> 1]!
  const { radius } = piece
  if (radius === 0) {
    drawTo(drawing, piece.x, piece.y)
    return 0
  }
  const turn = node % 2 === 0 ? 1 : -1
  const ax = turn > 0 ? piece.ax : piece.bx
  const ay = turn > 0 ? piece.ay : piece.by
  const from = (TENTHS_A_RADIAN * arrive) / radius
  let nx = ax
  let ny = ay
  if (arrive > 0) {
    const c = cosine(from)
    const s = turn * sine(from)
    nx = ax * c - ay * s
    ny = ax * s + ay * c
  }
  drawTo(drawing, piece.x + radius * nx, piece.y + radius * ny)
  const angle = (leave - arrive) / radius
  if (angle <= 0) return 0
  const chords = Math.ceil(angle / (2 * Math.acos(1 - Math.min(1, SAGITTA_MM / radius))))
  const step = (TENTHS_A_RADIAN * angle) / chords
  const c = cosine(step)
  const s = turn * sine(step)
  for (let i = 0; i < chords; i++) {
    const x = nx * c - ny * s
    ny = nx * s + ny * c
    nx = x
    drawTo(drawing, piece.x + radius * nx, piece.y + radius * ny)
  }
  return turn * radius
}
