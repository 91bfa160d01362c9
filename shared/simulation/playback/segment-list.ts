import type { FilmSegments } from './film'

/** One thing that an agent does, while a film is made. */
export type Segment = {
  from: number
  to: number
  doing: number
  path: number
  start: number
  finish: number
  x: number
  y: number
  storey: number
  place: number
  step: number
  whom: number
}

/** The segments of all agents as columns. */
export function columnsOf(agents: readonly (readonly Segment[])[]): FilmSegments {
  const count = agents.reduce((sum, { length }) => sum + length, 0)
  const columns = {
    first: new Int32Array(agents.length + 1),
    from: new Float64Array(count),
    to: new Float64Array(count),
    doing: new Uint8Array(count),
    path: new Int32Array(count),
    start: new Float64Array(count),
    finish: new Float64Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
    storey: new Int16Array(count),
    place: new Int32Array(count),
    step: new Int16Array(count),
    whom: new Int32Array(count),
  }
  let at = 0
  agents.forEach((segments, agent) => {
    for (const segment of segments) {
      columns.from[at] = segment.from
      columns.to[at] = segment.to
      columns.doing[at] = segment.doing
      columns.path[at] = segment.path
      columns.start[at] = segment.start
      columns.finish[at] = segment.finish
      columns.x[at] = segment.x
      columns.y[at] = segment.y
      columns.storey[at] = segment.storey
      columns.place[at] = segment.place
      columns.step[at] = segment.step
      columns.whom[at] = segment.whom
      at += 1
    }
    columns.first[agent + 1] = at
  })
  return columns
}
