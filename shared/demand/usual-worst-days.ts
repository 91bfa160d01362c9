import type { Key } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway, PlaceOfType, Step } from '#shared/document/pathway'
import { placeOfStep } from '#shared/document/place-of-step'
import type { Scenario } from '#shared/document/workshop'
import { type WorstDay, type WorstDayOptions, worstDays } from './worst-days'

/** A fifth more patients; three people in ten are missing (E). */
const SURGE = 1.2
const STAFF = 0.7

/** A worst day and what it is about, for its name: the room or machine that is down, by its key. */
export type UsualWorstDay = WorstDay & { readonly of: PlaceOfType | undefined }

/**
 * The worst days that a workshop is tried against unless it says otherwise. Down is one room of those where patients spend the
 * longest value-adding step, and one machine of the longest step by which a used thing becomes a clean one; twice as many come
 * in a wheelchair or bed, where a trait says who does.
 */
export function usualWorstDays(workshop: RecordTable, scenario: Scenario): readonly UsualWorstDay[] {
  const { room, washer, wheels } = worstOf(workshop, scenario)
  const options: WorstDayOptions = {
    surge: SURGE,
    staff: STAFF,
    ...(room === undefined ? {} : { room: { roomType: room.roomType } }),
    ...(washer?.fixtureType === undefined ? {} : { washer: { roomType: washer.roomType, fixtureType: washer.fixtureType } }),
    ...(wheels === undefined ? {} : { wheels }),
  }
  const about: Partial<Record<WorstDay['key'], PlaceOfType | undefined>> = {
    roomDown: room === undefined ? undefined : { roomType: room.roomType },
    washerDown: washer,
  }
  return worstDays(scenario, options).map((day) => ({ ...day, of: about[day.key] }))
}

function worstOf(workshop: RecordTable, { volumes }: Scenario) {
  const pathways = recordsOf(workshop, 'pathway')
  const perDay = (key: Key) => volumes.find(({ pathway }) => pathway === key)?.perDay ?? 0
  const patients = pathways.filter(({ flow, key }) => flow === 'patient' && perDay(key) > 0).sort((a, b) => perDay(b.key) - perDay(a.key))
  const [main] = patients
  const loops = pathways.filter(({ becomes }) => becomes !== undefined)
  return {
    room: main && placeOfLongest(main, ({ value }) => value === 'addsValue'),
    washer: loops.flatMap((loop) => placeOfLongest(loop, ({ place }) => 'fixtureType' in place) ?? [])[0],
    wheels: patients.flatMap((pathway) => wheelsOf(pathway))[0],
  }
}

function placeOfLongest(pathway: Pathway, isMeant: (step: Step) => boolean): PlaceOfType | undefined {
  const [longest] = pathway.steps.filter(isMeant).sort((a, b) => meanSeconds(b.duration) - meanSeconds(a.duration))
  return longest && placeOfStep(longest, pathway)
}

/** The first trait that puts patients into a wheelchair or a bed before anything is done to them that adds value. */
function wheelsOf({ steps }: Pathway): readonly { readonly trait: Key; readonly values: readonly Key[] }[] {
  return steps.flatMap(({ leaves, onlyFor }) => (leaves.mobility === 'wheelchair' || leaves.mobility === 'bed' ? onlyFor.slice(0, 1) : []))
}
