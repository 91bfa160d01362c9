import { type Message, message } from '#shared/base/message'
import type { OpeningFacts } from '#shared/metrics/layout-facts'
import type {
  Difference,
  FixtureDifference,
  OpeningDifference,
  PassedPlace,
  PathwayDifference,
  RoomDifference,
  SaidPlace,
  SharesDifference,
  StepDifference,
  WayDifference,
} from './difference'

/** A difference in words: what it is about, what of it differs, and why, in the words of the groups. */
export type DifferenceText = {
  readonly title: string
  readonly details: readonly Message[]
  readonly reasons: readonly string[]
}

/** The same words on the screen and on paper. `say` is asked for the few words inside of words: kinds of opening, gates, the outside. */
export function differenceText(difference: Difference, say: (message: Message) => string): DifferenceText {
  switch (difference.kind) {
    case 'room':
      return { title: (difference.after ?? difference.before)?.room.name ?? '', details: roomDetails(difference), reasons: [] }
    case 'opening':
      return { title: titleOf(difference, say), details: openingDetails(difference, say), reasons: [] }
    case 'fixture':
      return { title: difference.name, details: fixtureDetails(difference), reasons: [] }
    case 'pathway':
      return { title: difference.pathway, details: pathwayDetails(difference, say), reasons: [] }
    case 'step':
      return { title: difference.step, details: stepDetails(difference, say), reasons: reasonsOf(difference) }
    case 'way':
      return { title: say(wayTitle(difference)), details: wayDetails(difference, say), reasons: [] }
    case 'shares':
      return { title: difference.type.join(', '), details: sharesDetails(difference, say), reasons: [] }
  }
}

function roomDetails({ before, after, moved, larger, isReshaped, renamed, retyped, openings }: RoomDifference): readonly Message[] {
  const doors = openings.filter(({ opening }) => opening.opening === 'door').length
  const withDoors = (key: string) => (doors === 0 ? [] : [message(key, { doors })])
  if (before === undefined) return [message('differs.room-new', { area: after?.area ?? 0 }), ...withDoors('differs.with-doors')]
  if (after === undefined) return [message('differs.room-gone', { area: before.area }), ...withDoors('differs.with-doors')]
  return [
    ...(renamed === undefined ? [] : [message('differs.renamed', { from: renamed.from })]),
    ...(retyped === undefined ? [] : [message('differs.retyped', { from: retyped.from, to: retyped.to })]),
    ...(moved === 0 ? [] : [message('differs.moved', { by: moved })]),
    ...(larger > 0 ? [message('differs.larger', { by: larger, area: after.area })] : []),
    ...(larger < 0 ? [message('differs.smaller', { by: -larger, area: after.area })] : []),
    ...(isReshaped ? [message('differs.reshaped')] : []),
  ]
}

function titleOf({ before, after, joins }: OpeningDifference, say: Say): string {
  const { opening } = (after ?? before) as NonNullable<typeof before>
  return openingTitle(opening, joins, say)
}

function openingTitle(opening: OpeningFacts['opening'], joins: readonly string[], say: Say): string {
  if (opening.name !== '') return opening.name
  const kind = say(message(`opening.${opening.opening}`))
  const rooms = joins.map((each) => roomName(each, say))
  return say(message('differs.between', { kind, rooms: rooms.length < 2 || rooms[0] === rooms[1] ? (rooms[0] ?? '') : say(pairOf(rooms)) }))
}

function openingDetails({ before, after, moved, wider, rejoined, rebuilt, isOtherRule }: OpeningDifference, say: Say): readonly Message[] {
  if (before === undefined) return [message('differs.opening-new', { width: after?.opening.width ?? 0 })]
  if (after === undefined) return [message('differs.opening-gone', { width: before.opening.width })]
  const kind = (of: string) => say(message(`opening.${of}`)).toLowerCase()
  return [
    ...(rebuilt === undefined ? [] : [message('differs.rebuilt', { from: kind(rebuilt.from), to: kind(rebuilt.to) })]),
    ...(rejoined === undefined ? [] : [message('differs.rejoined', { from: say(pairOf(rejoined.from.map((each) => roomName(each, say)))) })]),
    ...(moved === 0 ? [] : [message('differs.moved', { by: moved })]),
    ...(wider > 0 ? [message('differs.wider', { by: wider, width: after.opening.width })] : []),
    ...(wider < 0 ? [message('differs.narrower', { by: -wider, width: after.opening.width })] : []),
    ...(isOtherRule ? [message('differs.rule')] : []),
  ]
}

function fixtureDetails({ count, elsewhere, shifted }: FixtureDifference): readonly Message[] {
  return [
    ...(count.from === count.to ? [] : [message('differs.count', { from: count.from, to: count.to })]),
    ...(elsewhere.length === 0 ? [] : [message('differs.elsewhere', { count: elsewhere.length })]),
    ...(shifted.length === 0 ? [] : [message('differs.shifted', { count: shifted.length })]),
  ]
}

function pathwayDetails({ change, gateIn, gateOut }: PathwayDifference, say: Say): readonly Message[] {
  if (change !== 'changed') return [message(`differs.pathway-${change}`)]
  const gate = (key: string | undefined) => (key === undefined ? say(message('differs.any-gate')) : say(message('opening.gate', { gate: key })))
  return [
    ...(gateIn === undefined ? [] : [message('differs.gate-in', { from: gate(gateIn.from), to: gate(gateIn.to) })]),
    ...(gateOut === undefined ? [] : [message('differs.gate-out', { from: gate(gateOut.from), to: gate(gateOut.to) })]),
  ]
}

function stepDetails({ change, into, reordered, relead, replaced, others, longer }: StepDifference, say: Say): readonly Message[] {
  if (change !== 'changed') return [message(`differs.step-${change}`, { into: into ?? '' })]
  const nobody = say(message('differs.nobody'))
  const place = (said: SaidPlace) => say(placeMessage(said))
  return [
    ...(reordered === undefined
      ? []
      : [reordered.to === undefined ? message('differs.step-first') : message('differs.step-after', { step: reordered.to })]),
    ...(relead === undefined ? [] : [message('differs.relead', { from: relead.from ?? nobody, to: relead.to ?? nobody })]),
    ...(replaced === undefined ? [] : [message('differs.replaced', { from: place(replaced.from), to: place(replaced.to) })]),
    ...(longer > 0 ? [message('differs.longer', { by: longer })] : []),
    ...(longer < 0 ? [message('differs.shorter', { by: -longer })] : []),
    ...others.map((aspect) => message(`differs.step-${aspect}`)),
  ]
}

function placeMessage({ room, fixture, asIn }: SaidPlace): Message {
  if (asIn !== undefined) return message('differs.as-in', { step: asIn })
  return fixture === undefined ? message('differs.place', { room }) : message('differs.place-with', { room, fixture: fixture.toLowerCase() })
}

function reasonsOf({ reasons }: StepDifference): readonly string[] {
  return [...new Set([reasons.to, reasons.from].filter((reason): reason is string => reason !== undefined))]
}

function wayTitle({ pathway, step }: WayDifference): Message {
  return step === undefined ? message('differs.way-to-end', { pathway }) : message('differs.way-to', { step })
}

function wayDetails({ past: { from, to } }: WayDifference, say: Say): readonly Message[] {
  const detail = (past: readonly PassedPlace[] | undefined, sent: string, shortest: string) => {
    if (past === undefined) return []
    return [past.length === 0 ? message(shortest) : message(sent, { through: past.map((place) => passedName(place, say)) })]
  }
  return [...detail(to, 'differs.way-past', 'differs.way-shortest'), ...detail(from, 'differs.way-was-past', 'differs.way-was-shortest')]
}

function passedName(place: PassedPlace, say: Say): string {
  return place.kind === 'room' ? place.name : openingTitle(place.opening, place.joins, say)
}

function sharesDetails({ places }: SharesDifference, say: Say): readonly Message[] {
  return places.map(({ place, share: { from, to } }) => {
    const named = { place: say(place), from: (from ?? 0) * 100, to: (to ?? 0) * 100 }
    if (to === undefined) return message('differs.share-was', named)
    return message(from === undefined ? 'differs.share-is' : 'differs.share', named)
  })
}

type Say = (message: Message) => string

function pairOf(rooms: readonly string[]): Message {
  return rooms.length === 2
    ? message('differs.pair', { one: rooms[0] ?? '', other: rooms[1] ?? '' })
    : message('differs.one', { one: rooms.join(', ') })
}

function roomName(name: string, say: Say): string {
  return name === 'outside' || name === 'floor' ? say(message(`differs.${name}`)) : name
}
