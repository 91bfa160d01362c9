import type { Id, Key } from '#shared/base/ids'
import type { Flow } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { Model } from '#shared/simulation/model'
import type { Trace } from '#shared/simulation/trace'

/** A replication as it can be handed from thread to thread: its trace, and what the numbers in it mean. */
export type TracedDay = {
  readonly trace: Trace
  readonly roles: readonly { readonly key: Key; readonly name: string }[]
  readonly flows: readonly { readonly key: Key; readonly name: string; readonly flow: Flow }[]
  readonly steps: readonly { readonly flow: number; readonly key: Key; readonly name: string }[]
  /** Where each stands: its patient's point; `storey` counts from the lowest. */
  readonly spots: readonly {
    readonly element: Id
    readonly name: string
    readonly capacity: number
    readonly storey: number
    readonly point: Point
  }[]
  /** What is walked on one storey: from `points[2 * starts[i]]` to before `points[2 * starts[i + 1]]`, x and y in metres. */
  readonly legs: { readonly starts: Int32Array; readonly points: Float64Array; readonly storeys: Int16Array; readonly metres: Float64Array }
}

export function tracedDay(model: Model, trace: Trace): TracedDay {
  const { premises } = model.ground
  const { ends, gaits, legs } = model.legs
  const starts = new Int32Array(legs.length + 1)
  const storeys = new Int16Array(legs.length)
  const points: number[] = []
  legs.forEach((leg, index) => {
    const start = premises.end(ends[leg.from]!)
    storeys[index] = start.storey
    const [route] = leg.from === leg.to ? [] : model.ground.routesOf(ends[leg.from]!, ends[leg.to]!, gaits[leg.gait]!, leg.via)
    if (route === undefined) points.push(start.point.x, start.point.y)
    else for (const value of route.points) points.push(value)
    starts[index + 1] = points.length / 2
  })
  return {
    trace,
    roles: model.roles.map(({ key, name }) => ({ key, name })),
    flows: model.flows.map(({ pathway: { key, name, flow } }) => ({ key, name, flow })),
    steps: model.steps.map(({ flow, step: { key, name } }) => ({ flow, key, name })),
    spots: model.spots.map(({ element, name, capacity, key, patientIn }) => {
      const { storey, point } = premises.end(ends[patientIn] ?? key)
      return { element, name, capacity, storey, point }
    }),
    legs: { starts, points: new Float64Array(points), storeys, metres: Float64Array.from(legs, ({ metres }) => metres) },
  }
}

/** What of it changes hands without being copied. */
export function transferOf({ trace, legs }: TracedDay): readonly ArrayBufferLike[] {
  const { agents, ...columns } = trace
  const arrays = [...Object.values(columns), ...Object.values(agents), ...Object.values(legs)]
  return arrays.flatMap((array) => (typeof array === 'number' ? [] : [array.buffer]))
}
