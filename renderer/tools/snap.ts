import { outerWallLine } from '#shared/building/outer-wall-line'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { cornerOf, lineOfEdge, lineOfOpening } from './edge-line'
import type { Target } from './target'

/** Lines to come to lie on, upright (x) and level (y), metres. */
export type SnapLines = { readonly x: readonly number[]; readonly y: readonly number[] }
export type Snapped = { readonly by: Point; readonly guides: readonly { readonly axis: 'x' | 'y'; readonly at: number }[] }

/** What is not near a line lands on this grid, metres. */
const GRID_M = 0.05

/** The lines that a target can come to lie on: corners of the rooms that do not move with it, and of the outer walls. */
export function snapLines(table: RecordTable, target: Target): SnapLines {
  if (target.kind !== 'room' && target.kind !== 'corner') return { x: [], y: [] }
  const room = table[target.id]
  const others = recordsOf(table, 'room').filter((other) => room?.kind === 'room' && other.id !== target.id && other.storey === room.storey)
  // A corner of a room comes to lie on the room's own others as well.
  const own = room?.kind === 'room' && target.kind === 'corner' ? room.corners.filter(({ key }) => key !== target.corner) : []
  const storey = room?.kind === 'room' ? table[room.storey] : undefined
  const outer = storey?.kind === 'storey' ? outerWallLine(storey) : []
  const corners = [...others.flatMap((other) => other.corners), ...own, ...outer]
  return { x: [...new Set(corners.map(({ x }) => x))], y: [...new Set(corners.map(({ y }) => y))] }
}

/** The move nearest to `by` that puts the target on a line within `reach` metres, else on the grid. */
export function snapped(table: RecordTable, target: Target, lines: SnapLines, by: Point, reach: number): Snapped {
  switch (target.kind) {
    case 'room': {
      const room = table[target.id]
      if (room?.kind !== 'room') return { by, guides: [] }
      return onLines(room.corners, lines, by, reach)
    }
    case 'corner': {
      const corner = cornerOf(table, target.id, target.corner)
      return corner === undefined ? { by, guides: [] } : onLines([corner], lines, by, reach)
    }
    case 'fixture': {
      const fixture = table[target.id]
      if (fixture?.kind !== 'fixture') return { by, guides: [] }
      return { by: { x: onGrid(fixture.x + by.x) - fixture.x, y: onGrid(fixture.y + by.y) - fixture.y }, guides: [] }
    }
    case 'opening': {
      const opening = table[target.id]
      const line = opening?.kind === 'opening' ? lineOfOpening(table, opening) : undefined
      if (opening?.kind !== 'opening' || line === undefined) return { by, guides: [] }
      const along = by.x * line.along.x + by.y * line.along.y
      const step = onGrid(opening.along + along) - opening.along
      return { by: { x: step * line.along.x, y: step * line.along.y }, guides: [] }
    }
    case 'edge': {
      const line = lineOfEdge(table, target.id, target.corner)
      if (line === undefined) return { by, guides: [] }
      const outwards = onGrid(by.x * line.along.y - by.y * line.along.x)
      return { by: { x: outwards * line.along.y, y: -outwards * line.along.x }, guides: [] }
    }
    case 'wall':
    case 'note':
      return { by: { x: onGrid(by.x), y: onGrid(by.y) }, guides: [] }
  }
}

function onLines(corners: readonly Point[], lines: SnapLines, by: Point, reach: number): Snapped {
  const across = corners.map((corner) => corner.x)
  const up = corners.map((corner) => corner.y)
  const x = onLine(across, lines.x, by.x, reach)
  const y = onLine(up, lines.y, by.y, reach)
  const [firstX = 0, firstY = 0] = [across[0], up[0]]
  const guides = [
    ...(x.at === undefined ? [] : [{ axis: 'x' as const, at: x.at }]),
    ...(y.at === undefined ? [] : [{ axis: 'y' as const, at: y.at }]),
  ]
  return { by: { x: x.by ?? onGrid(firstX + by.x) - firstX, y: y.by ?? onGrid(firstY + by.y) - firstY }, guides }
}

function onGrid(metres: number): number {
  return Math.round(metres / GRID_M) * GRID_M
}

function onLine(from: readonly number[], lines: readonly number[], by: number, reach: number): { readonly by?: number; readonly at?: number } {
  let best: { by: number; at: number } | undefined
  for (const line of lines) {
    for (const corner of from) {
      const needed = line - corner
      if (Math.abs(needed - by) <= reach && (best === undefined || Math.abs(needed - by) < Math.abs(best.by - by))) best = { by: needed, at: line }
    }
  }
  return best ?? {}
}
