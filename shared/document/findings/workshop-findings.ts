import { message } from '#shared/base/message'
import { isTakeable } from '../breaks'
import { designsOf, recordsOf, type WardDocument } from '../document'
import type { Finding } from '../finding'
import type { Pathway } from '../pathway'
import { TRAVELLERS } from '../vocabulary'
import type { Scenario, Settings } from '../workshop'
import { errorOf, repeatedKeys, warningOf } from './finding-of'
import type { KnownKeys } from './known-keys'
import { placeFindings } from './place-findings'

/** Keys, settings, roles, room types and the brief. */
export function workshopFindings(document: WardDocument, known: KnownKeys): readonly Finding[] {
  const { workshop } = document
  const findings: Finding[] = []
  for (const kind of ['role', 'roomType', 'fixtureType', 'pathway'] as const) {
    for (const { key, items } of repeatedKeys<{ id: string; key: string }>(recordsOf(workshop, kind), (record) => record.key)) {
      findings.push(
        errorOf(
          'finding.keyTwice',
          items.map(({ id }) => id),
          { key },
        ),
      )
    }
  }
  for (const settings of recordsOf(workshop, 'settings')) findings.push(...settingsFindings(settings))
  for (const role of recordsOf(workshop, 'role')) {
    if (role.base === undefined) findings.push(warningOf('finding.noBase', [role.id], { role: role.name }))
    else if ('step' in role.base) findings.push(errorOf('finding.baseOfStep', [role.id], { role: role.name }))
    else findings.push(...placeFindings(role.base, known, role.id, role.name))
  }
  for (const type of recordsOf(workshop, 'roomType')) {
    for (const key of type.servesAs)
      if (!known.roomTypes.has(key)) findings.push(errorOf('finding.unknownRoomType', [type.id], { name: type.name, key }))
  }
  for (const requirement of recordsOf(workshop, 'requirement')) {
    if (!known.roomTypes.has(requirement.roomType)) {
      findings.push(errorOf('finding.unknownRoomType', [requirement.id], { name: requirement.id, key: requirement.roomType }))
    }
  }
  for (const scenario of recordsOf(workshop, 'scenario')) findings.push(...scenarioFindings(scenario, known))
  const current = designsOf(document).filter(({ isCurrentState }) => isCurrentState)
  if (current.length > 1) {
    findings.push(
      errorOf(
        'finding.severalCurrent',
        current.map(({ id }) => id),
        { designs: current.map(({ name }) => name) },
      ),
    )
  }
  if (current.length === 0 && designsOf(document).length > 1) findings.push(warningOf('finding.noCurrent', []))
  return findings
}

/** A body that may pass where it would touch both jambs would be stopped by the rounding of one of them. Metres. */
const PASSING_PLAY_M = 0.05

function settingsFindings(settings: Settings): readonly Finding[] {
  const findings: Finding[] = []
  for (const traveller of TRAVELLERS) {
    const { radius, passes, wants } = settings.bodies[traveller]
    const least = 2 * radius + PASSING_PLAY_M
    if (radius > 0 && passes < least - 1e-9) findings.push(errorOf('finding.passesTooLittle', [settings.id], { traveller, passes, least }))
    if (wants < passes) findings.push(warningOf('finding.wantsTooLittle', [settings.id], { traveller, wants, passes }))
  }
  for (const { key } of repeatedKeys(settings.separations, (separation) => separation.key)) {
    findings.push(errorOf('finding.keyTwice', [settings.id], { key }))
  }
  return findings
}

function scenarioFindings(scenario: Scenario, known: KnownKeys): readonly Finding[] {
  const findings: Finding[] = []
  const where = [scenario.id]
  if (scenario.opening.to <= scenario.opening.from) findings.push(errorOf('finding.neverOpen', where, { scenario: scenario.name }))
  for (const shift of scenario.shifts) {
    if (shift.to <= shift.from) findings.push(errorOf('finding.emptyShift', where, { shift: shift.name }))
    for (const role of Object.keys(shift.people)) {
      if (!known.roles.has(role)) findings.push(errorOf('finding.unknownRole', where, { name: shift.name, key: role }))
    }
    shift.breaks?.forEach((each, index) => {
      if (isTakeable(each)) {
        // A break that is due to somebody off duty is not taken.
        if (each.from >= shift.from && each.to <= shift.to) return
        const beyond = warningOf('finding.breakOutsideShift', where, { shift: shift.name, number: index + 1 })
        findings.push({ ...beyond, about: `${shift.name} ${index}` })
        return
      }
      const values = { shift: shift.name, number: index + 1, long: each.duration, room: Math.max(0, each.to - each.from) }
      findings.push({ ...errorOf('finding.breakTooLong', where, values), about: `${shift.name} ${index}` })
    })
  }
  for (const place of scenario.closed ?? []) findings.push(...placeFindings(place, known, scenario.id, scenario.name))
  for (const { key } of repeatedKeys(scenario.volumes, ({ pathway }) => pathway)) findings.push(errorOf('finding.keyTwice', where, { key }))
  for (const { pathway: key, perDay, arrivals, traits } of scenario.volumes) {
    const pathway = known.references.get(key)
    if (pathway === undefined) {
      findings.push(errorOf('finding.unknownPathway', where, { name: scenario.name, key }))
      continue
    }
    if (arrivals?.by === 'list') {
      findings.push(...timesFindings(scenario, pathway, arrivals.times))
      // The nearest number of set times will do: half a visit is no time of day.
      const coming = 1 - (arrivals.didNotAttend ?? 0)
      const listed = arrivals.times.length * coming
      if (Math.abs(listed - perDay) > 0.5 * coming + 1e-6) {
        findings.push({ ...warningOf('finding.timesNotVisits', where, { pathway: pathway.name, listed, perDay }), about: key })
      }
    }
    if (arrivals?.by === 'rate') findings.push(...ratesFindings(scenario, pathway, arrivals.overDay ?? []))
    for (const trait of pathway.traits) {
      const shares = traits[trait.key]
      if (shares === undefined) findings.push(errorOf('finding.noShares', where, { trait: trait.name, pathway: pathway.name }))
      else findings.push(...shareFindings(shares, trait, pathway.name, scenario))
    }
    for (const trait of Object.keys(traits)) {
      if (!pathway.traits.some((known) => known.key === trait))
        findings.push(errorOf('finding.unknownTrait', where, { pathway: pathway.name, trait }))
    }
  }
  return findings
}

/** So many set times are named, the others are counted. */
const MOST_TIMES_NAMED = 3
const DAY_S = 86_400

/** Set times at which it is not open: they stay where they are when somebody moves the opening hours. */
function timesFindings({ id, name, opening }: Scenario, { key, name: pathway }: Pathway, times: readonly number[]): readonly Finding[] {
  const { from, to } = opening
  // A day that is over after midnight has the first hours of the clock at its end.
  const isOpen = (time: number) => [time - DAY_S, time, time + DAY_S].some((at) => at >= from && at <= to)
  const outside = times.filter((time) => !isOpen(time)).sort((a, b) => a - b)
  if (outside.length === 0 || to <= from) return []
  const named = outside.slice(0, outside.length > MOST_TIMES_NAMED + 1 ? MOST_TIMES_NAMED : outside.length)
  const more = outside.length - named.length
  const said = [...named.map((at) => message('finding.setTime', { at })), ...(more > 0 ? [message('finding.setTimesMore', { count: more })] : [])]
  const values = { pathway, count: outside.length, scenario: name, from, to, times: said }
  return [{ ...warningOf('finding.timesOutsideOpening', [id], values), about: key }]
}

/** Who comes at random by rates over the whole day, some of them while it is shut: the rates stay where they are when somebody moves the opening hours. */
function ratesFindings({ id, name, opening }: Scenario, { key, name: pathway }: Pathway, rates: readonly number[]): readonly Finding[] {
  const { from, to } = opening
  const sum = rates.reduce((total, rate) => total + rate, 0)
  if (sum === 0 || to <= from) return []
  const long = DAY_S / rates.length
  const openOf = (start: number) => Math.max(0, Math.min(start + long, to) - Math.max(start, from))
  // A day that is over after midnight has the first hours of the clock at its end.
  const shut = rates.map((rate, i) => rate * Math.max(0, long - openOf(i * long) - openOf(i * long + DAY_S)))
  const share = shut.reduce((total, part) => total + part, 0) / long / sum
  if (share < 1e-9) return []
  return [{ ...warningOf('finding.ratesOutsideOpening', [id], { pathway, share, scenario: name, from, to }), about: key }]
}

type Trait = { readonly name: string; readonly values: readonly string[] }

function shareFindings(shares: Readonly<Record<string, number>>, trait: Trait, pathway: string, scenario: Scenario): readonly Finding[] {
  const findings: Finding[] = []
  for (const value of Object.keys(shares)) {
    if (!trait.values.includes(value)) findings.push(errorOf('finding.unknownTraitValue', [scenario.id], { pathway, trait: trait.name, value }))
  }
  const sum = Object.keys(shares)
    .sort()
    .reduce((total, value) => total + (shares[value] ?? 0), 0)
  if (Math.abs(sum - 1) > 1e-6) findings.push(errorOf('finding.sharesSum', [scenario.id], { pathway, trait: trait.name, sum }))
  return findings
}
