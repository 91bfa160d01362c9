import { type Message, message } from '#shared/base/message'
import { type UsualWorstDay, usualWorstDays } from '#shared/demand/usual-worst-days'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { PlaceOfType } from '#shared/document/pathway'
import { fixtureTypeName, roomTypeName } from '#shared/document/place-type'
import type { Scenario } from '#shared/document/workshop'
import { scenarioOf } from '#shared/journeys/pathways-in-force'

/** What somebody asks for: so many runs of so many days, from a seed, under a scenario. The same terms, the same figures. */
export type RunTerms = {
  readonly replications: number
  /** Days that are looked at. */
  readonly days: number
  readonly seed: number
  /** Days before those, which fill the unit and which no figure counts. */
  readonly warmUp: number
  /** Key of a worst day, or id of one of the workshop's scenarios; undefined: as usual. */
  readonly scenario: string | undefined
}

export const USUAL_TERMS: RunTerms = { replications: 40, days: 1, seed: 1, warmUp: 0, scenario: undefined }

const DAY_S = 86_400

/** The worst days of a workshop, made from its usual scenario. */
export function worstDaysOf(workshop: RecordTable): readonly UsualWorstDay[] {
  const usual = scenarioOf(workshop)
  return usual === undefined ? [] : usualWorstDays(workshop, usual)
}

/** The terms as a simulator takes them. */
export function planOfTerms({ days, seed, warmUp, scenario }: RunTerms, workshop: RecordTable) {
  const faced = scenarioCalled(scenario, workshop)
  return { seed, days: warmUp + days, ...(warmUp > 0 ? { warmUp: warmUp * DAY_S } : {}), ...(faced === undefined ? {} : { scenario: faced }) }
}

/** A scenario by its key or id; undefined where there is none such, or as usual. */
export function scenarioCalled(called: string | undefined, workshop: RecordTable): Scenario | undefined {
  if (called === undefined) return undefined
  return worstDaysOf(workshop).find(({ key }) => key === called)?.scenario ?? recordsOf(workshop, 'scenario').find(({ id }) => id === called)
}

/** What a scenario may be asked for by: what goes wrong, or its name. */
export function scenarioNames(workshop: RecordTable): readonly string[] {
  return [...worstDaysOf(workshop).map(({ key }) => key), ...recordsOf(workshop, 'scenario').map(({ name, id }) => name || id)]
}

/** A scenario by what goes wrong in it, or by its name. */
export function scenarioMessage(called: string | undefined, workshop: RecordTable): Message {
  const worst = worstDaysOf(workshop).find(({ key }) => key === called)
  if (worst !== undefined) return message(`worst.${worst.key}`, { of: worst.of === undefined ? '' : placeName(worst.of, workshop) })
  const own = recordsOf(workshop, 'scenario').find(({ id }) => id === called)
  return own === undefined ? message('worst.usual') : message('worst.own', { name: own.name })
}

/** What is closed: the furniture, which says enough by itself, or the room. */
function placeName({ roomType, fixtureType }: PlaceOfType, workshop: RecordTable): string {
  return fixtureType === undefined ? roomTypeName(roomType, workshop) : fixtureTypeName(fixtureType, workshop)
}
