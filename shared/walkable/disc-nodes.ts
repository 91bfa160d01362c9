import type { Line } from './disc-lines'
import type { Piece } from './disc-piece'
import { backwards, type RunTable, type WalkNode } from './walk-graph'

type Exit = { readonly to: number; readonly leave: number; readonly arrive: number; readonly length: number; readonly run: number }

/**
 * The two nodes of piece `id`: number 2 id walks it counter-clockwise, 2 id + 1 clockwise; the end of a threshold is
 * one node. `lines` are those that touch it, `pieces` all of them.
 */
export function nodesOf(
  pieces: readonly (Piece | undefined)[],
  id: number,
  lines: readonly Line[],
  runs: RunTable,
): readonly [WalkNode | undefined, WalkNode | undefined] {
  const piece = pieces[id]
  if (!piece) return [undefined, undefined]
  const span = piece.radius * piece.span
  const exits: [Exit[], Exit[]] = [[], []]
  for (const line of lines) {
    const run = runs.intern(line.crossings)
    const isA = line.a === id
    const other = isA ? line.b : line.a
    const otherSpan = pieces[other]!.radius * pieces[other]!.span
    // Walked from b to a, both ways round are the other ones.
    const turn = isA ? line.turnA : -line.turnB
    const otherTurn = isA ? line.turnB : -line.turnA
    const at = isA ? line.atA : line.atB
    const otherAt = isA ? line.atB : line.atA
    exits[turn > 0 || piece.radius === 0 ? 0 : 1].push({
      to: nodeNumber(pieces[other]!, other, otherTurn),
      leave: turn > 0 ? at : span - at,
      arrive: otherTurn > 0 ? otherAt : otherSpan - otherAt,
      length: line.length,
      run: isA ? run : backwards(run),
    })
  }
  if (piece.behind !== 0) {
    exits[0].push({ to: nodeNumber(piece, id + piece.behind, 1), leave: span, arrive: 0, length: 0, run: runs.intern(piece.crossings) })
  }
  if (piece.before !== 0) {
    const before = id + piece.before
    const run = backwards(runs.intern(pieces[before]!.crossings))
    exits[piece.radius === 0 ? 0 : 1].push({ to: nodeNumber(piece, before, -1), leave: span, arrive: 0, length: 0, run })
  }
  if (piece.radius === 0) return [nodeOf(piece, 0, 2 * id, exits[0]), undefined]
  return [nodeOf(piece, span, 2 * id + 1, exits[0]), nodeOf(piece, span, 2 * id, exits[1])]
}

/** The node that walks piece `id` counter-clockwise (turn 1) or clockwise (-1); `piece` tells of which kind it is. */
export function nodeNumber(piece: Piece, id: number, turn: number): number {
  return 2 * id + (turn > 0 || piece.radius === 0 ? 0 : 1)
}

function nodeOf(piece: Piece, span: number, twin: number, exits: Exit[]): WalkNode {
  exits.sort((p, q) => p.leave - q.leave || p.length - q.length || p.to - q.to)
  return {
    x: piece.x,
    y: piece.y,
    span,
    twin,
    to: exits.map((exit) => exit.to),
    leave: exits.map((exit) => exit.leave),
    arrive: exits.map((exit) => exit.arrive),
    length: exits.map((exit) => exit.length),
    run: exits.map((exit) => exit.run),
  }
}
