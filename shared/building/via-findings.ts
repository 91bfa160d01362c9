import type { Id } from '#shared/base/ids'
import type { Name } from '#shared/base/message'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import type { Pathway, PlaceOfType, Step } from '#shared/document/pathway'
import { placeOfStep } from '#shared/document/place-of-step'
import { TRAVELLERS } from '#shared/document/vocabulary'
import type { Building } from './building'
import { openingName } from './names'
import { offersOf } from './places'
import { roomsThatLeadOn } from './through-rooms'

/**
 * Ways that a design sends past a room that nobody can walk through, or past a door that leads nowhere but into such a room or outside: a body that takes up floor
 * does not turn round in it, so there is no way, and the measures of the pathway have no value. Rooms that the way may start or end in are
 * no dead ends for it.
 */
export function viaFindings(building: Building, design: RecordTable, workshop: RecordTable): readonly Finding[] {
  const settings = recordsOf(workshop, 'settings')[0]
  // A point turns round anywhere.
  const areAllPoints = settings !== undefined && TRAVELLERS.every((traveller) => settings.bodies[traveller].radius === 0)
  if (building.design.via.length === 0 || areAllPoints) return []
  const pathways = new Map([...recordsOf(workshop, 'pathway'), ...recordsOf(design, 'pathway')].map((pathway) => [pathway.key, pathway] as const))
  const nameOf = deadEnds(building)
  const { rooms } = offersOf(building)
  return building.design.via.flatMap(({ pathway: key, step, through }) => {
    const pathway = pathways.get(key)
    const at = step === undefined ? pathway?.steps.length : pathway?.steps.findIndex((each) => each.key === step)
    // Of pathways and steps that are not there the records tell.
    if (pathway === undefined || at === undefined || at < 0) return []
    const ends = placesBeside(pathway, at, [...pathways.values()])
    const own = new Set(ends.flatMap(({ roomType }) => (rooms.get(roomType) ?? []).map(({ room }) => room.id)))
    return through.flatMap((id): readonly Finding[] => {
      const place = nameOf(id, own)
      if (place === undefined) return []
      const found =
        step === undefined
          ? warningOf('finding.viaDeadEndLast', [id], { pathway: pathway.name, place })
          : warningOf('finding.viaDeadEnd', [id], { pathway: pathway.name, step: pathway.steps[at]?.name ?? step, place })
      return [{ ...found, about: `${key}/${step ?? ''}` }]
    })
  })
}

/** Tells the name of a room or opening that is a dead end for a way which may start or end in the rooms `own`; undefined of what leads on. */
function deadEnds({ storeys, connectors }: Building) {
  const leadsOn = roomsThatLeadOn({ storeys, connectors })
  const rooms = new Map<Id, string>(storeys.flatMap((storey) => storey.rooms.map(({ room }) => [room.id, room.name] as const)))
  const openings = new Map(storeys.flatMap((storey) => storey.openings.map((built) => [built.opening.id, { built, storey }] as const)))
  return (id: Id, own: ReadonlySet<Id>): Name | undefined => {
    const isPassed = (room: Id) => leadsOn.has(room) || own.has(room)
    const room = rooms.get(id)
    if (room !== undefined) return isPassed(id) ? undefined : room
    const opening = openings.get(id)
    if (opening === undefined) return undefined
    // A way to an entrance ends in the middle of it: nobody is sent past one.
    const { left, right } = opening.built
    const isWay = [left, right].every((side) => (side.kind === 'room' ? isPassed(side.room) : side.kind === 'floor'))
    return isWay ? undefined : openingName(opening.built, opening.storey)
  }
}

/** Where the leg to the step at a place of the list may start and end, or the last leg where it is behind them all. */
function placesBeside(pathway: Pathway, at: number, all: readonly Pathway[]): readonly PlaceOfType[] {
  const { steps } = pathway
  const from: Step[] = []
  // A step that is only for some is left out by the others, who come from the one before it.
  for (let before = at - 1; before >= 0; before--) {
    const step = steps[before]!
    from.push(step)
    if (step.onlyFor.length === 0 && step.parallelWith === undefined) break
  }
  const next = steps[at]
  const waiting = next?.waits !== undefined && typeof next.waits.at !== 'string' ? [next.waits.at] : []
  // What is brought to a step or taken away from it starts or ends where the step is done.
  const hosts = all.flatMap((host) =>
    host.steps.filter(({ items }) => items.some((line) => line.pathway === pathway.key)).map((step) => ({ host, step })),
  )
  return [
    ...[...from, ...(next === undefined ? [] : [next])].flatMap((step) => placeOfStep(step, pathway) ?? []),
    ...waiting,
    ...hosts.flatMap(({ host, step }) => placeOfStep(step, host) ?? []),
  ]
}
