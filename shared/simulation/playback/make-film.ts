import type { Model } from '../model'
import { DOING, type Trace } from '../trace'
import { AgentSegments } from './agent-segments'
import type { Film, FilmStays } from './film'
import { pathsOf } from './film-paths'
import { columnsOf, type Segment } from './segment-list'
import { StandingRoom } from './standing'

/** A film begins so long before the first patient comes, at a full five minutes. Seconds. */
const LEAD_S = 900
const STEP_S = 300
/** Two people, and two things, who are at one place at once stand so far apart. Metres. */
const APART_M = 0.8
const THINGS_APART_M = 0.3

/** A run made ready to be watched. `trace` may be of a day that could not go on: the film then ends there. */
export function makeFilm(model: Model, trace: Trace): Film {
  const { agents } = trace
  const { premises } = model.ground
  const paths = pathsOf(model)
  const came = agents.came.filter((_, agent) => agents.kind[agent] === 1)
  const first = came.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  const from = Number.isFinite(first) ? Math.max(0, Math.floor((first - LEAD_S) / STEP_S) * STEP_S) : 0
  const segments = new AgentSegments(model, trace, paths, trace.end)
  const all = Array.from(agents.kind, (_, agent) => segments.of(agent))
  standApart(all, agents.kind, premises.building)
  const stays = staysOf(model, trace)
  return {
    design: model.design,
    storeys: premises.building.storeys.map(({ storey }) => storey.id),
    from,
    to: Math.max(from + STEP_S, trace.end),
    agents: {
      kind: agents.kind.slice(),
      of: agents.of.slice(),
      number: agents.number.slice(),
      owner: agents.owner.slice(),
      came: agents.came.slice(),
      left: agents.left.slice(),
    },
    roles: model.roles.map(({ key, name }) => ({ key, name })),
    flows: model.flows.map(({ pathway: { key, name, flow } }) => ({ key, name, flow })),
    steps: model.steps.map(({ flow, needs, step: { key, name, lead } }) => ({
      flow,
      key,
      name,
      lead: model.roles.findIndex((role) => role.key === lead),
      needs: needs.map(({ role }) => role),
    })),
    places: model.spots.map(({ name, element, capacity, patientIn }) => {
      const end = premises.end(model.legs.ends[patientIn]!)
      const { storey, point, room } = end
      const inside = room === undefined ? name : premises.nameOf(end)
      return { name, element, room, roomName: typeof inside === 'string' ? inside : name, storey, x: point.x, y: point.y, capacity }
    }),
    paths,
    segments: columnsOf(all),
    stays,
    events: eventsOf(all, agents.kind, stays),
  }
}

/** Moves those aside who are at the same place at the same time. */
function standApart(all: readonly (readonly Segment[])[], kinds: Uint8Array, building: Parameters<typeof roomsOf>[0]): void {
  const rooms = roomsOf(building)
  const stands = all.flatMap((segments, agent) => standsOf(segments, kinds[agent] === 2))
  stands.sort((a, b) => a.from - b.from || a.key.localeCompare(b.key))
  const taken = new Map<string, number[]>()
  for (const { key, isThing, from, to, segments } of stands) {
    let free = taken.get(key)
    if (free === undefined) {
      free = []
      taken.set(key, free)
    }
    let nth = free.findIndex((until) => until <= from + 1e-9)
    if (nth < 0) nth = free.length
    free[nth] = to
    const { storey, x, y } = segments[0]!
    // Things lie beside people, never under them.
    const at = isThing ? rooms.things.pointOf(storey, x, y, nth + 1) : rooms.people.pointOf(storey, x, y, nth)
    for (const segment of segments) {
      segment.x = at.x
      segment.y = at.y
    }
  }
}

function roomsOf(building: Model['ground']['premises']['building']) {
  return { people: new StandingRoom(building, APART_M), things: new StandingRoom(building, THINGS_APART_M) }
}

type Stand = { readonly key: string; readonly isThing: boolean; readonly from: number; to: number; readonly segments: Segment[] }

/** What is done one after the other at one point is one stand: nobody steps aside in between. */
function standsOf(segments: readonly Segment[], isThing: boolean): readonly Stand[] {
  const stands: Stand[] = []
  let last: Stand | undefined
  for (const segment of segments) {
    if (segment.path >= 0) {
      last = undefined
      continue
    }
    const key = `${isThing} ${segment.storey} ${segment.x.toFixed(2)} ${segment.y.toFixed(2)}`
    if (last?.key === key && last.to >= segment.from - 1e-9) {
      last.to = segment.to
      last.segments.push(segment)
    } else {
      last = { key, isThing, from: segment.from, to: segment.to, segments: [segment] }
      stands.push(last)
    }
  }
  return stands
}

function staysOf({ spots }: Model, trace: Trace): FilmStays {
  const rows: number[][] = spots.map(() => [])
  for (let row = 0; row < trace.rows; row++) {
    const doing = trace.doing[row]!
    if ((doing === DOING.occupied || doing === DOING.turned) && trace.to[row]! > trace.from[row]!) rows[trace.where[row]!]!.push(row)
  }
  const first = new Int32Array(spots.length + 1)
  rows.forEach((of, spot) => {
    of.sort((a, b) => trace.from[a]! - trace.from[b]!)
    first[spot + 1] = first[spot]! + of.length
  })
  const all = rows.flat()
  return {
    first,
    from: Float64Array.from(all, (row) => trace.from[row]!),
    to: Float64Array.from(all, (row) => trace.to[row]!),
    isTurned: Uint8Array.from(all, (row) => (trace.doing[row] === DOING.turned ? 1 : 0)),
  }
}

function eventsOf(all: readonly (readonly Segment[])[], kinds: Uint8Array, { from, to }: FilmStays): Float64Array {
  const times = new Set<number>()
  all.forEach((segments, agent) => {
    if (kinds[agent] !== 1) return
    for (const segment of segments) times.add(segment.from).add(segment.to)
  })
  for (const time of from) times.add(time)
  for (const time of to) times.add(time)
  return Float64Array.from(times).sort()
}
