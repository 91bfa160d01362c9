import type { Line } from './disc-lines'
import type { Piece } from './disc-pieces'
import { backwards, type RunTable, type WalkNode } from './walk-graph'

type Exit = { readonly to: number; readonly leave: number; readonly arrive: number; readonly length: number; readonly run: number }

/**
 * The two nodes of piece `id`: number 2 id walks it counter-clockwise, 2 id + 1 clockwise. `lines` are
 * those that touch it, `pieces` all of them.
 */
export function nodesOf(
  pieces: readonly (Piece | undefined)[],
  id: number,
  lines: readonly Line[],
  radius: number,
  runs: RunTable,
): [WalkNode, WalkNode] {
  const piece = pieces[id]!
  const span = radius * piece.span
  const exits: [Exit[], Exit[]] = [[], []]
  for (const line of lines) {
    const run = runs.intern(line.crossings)
    const isA = line.a === id
    const other = isA ? line.b : line.a
    const otherSpan = radius * pieces[other]!.span
    // Walked from b to a, both ways round are the other ones.
    const turn = isA ? line.turnA : -line.turnB
    const otherTurn = isA ? line.turnB : -line.turnA
    const at = isA ? line.atA : line.atB
    const otherAt = isA ? line.atB : line.atA
    exits[turn > 0 ? 0 : 1].push({
      to: nodeNumber(other, otherTurn),
      leave: turn > 0 ? at : span - at,
      arrive: otherTurn > 0 ? otherAt : otherSpan - otherAt,
      length: line.length,
      run: isA ? run : backwards(run),
    })
  }
  if (piece.isCutB) exits[0].push({ to: nodeNumber(id + 1, 1), leave: span, arrive: 0, length: 0, run: runs.intern(piece.crossings) })
  if (piece.isCutA)
    exits[1].push({ to: nodeNumber(id - 1, -1), leave: span, arrive: 0, length: 0, run: backwards(runs.intern(pieces[id - 1]!.crossings)) })
  return [nodeOf(piece, span, 2 * id + 1, exits[0]), nodeOf(piece, span, 2 * id, exits[1])]
}

/** The node that walks a piece counter-clockwise (turn 1) or clockwise (-1). */
export function nodeNumber(piece: number, turn: number): number {
  return 2 * piece + (turn > 0 ? 0 : 1)
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
