import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { copyElements } from '#shared/commands/copy-elements'
import type { Edit, FreshId } from '#shared/commands/edit'
import type { ignoreFinding } from '#shared/commands/ignore-finding'
import { isElement, selectionOf } from '#shared/commands/selection'
import type { ForcedLeg } from '#shared/commands/set-via'
import type { StepFacts } from '#shared/commands/step-facts'
import type { Catalogue } from '#shared/document/catalogue'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { PlaceOfType } from '#shared/document/pathway'
import type { RecordKind, RecordOf } from '#shared/document/record'
import { FLOWS, type Flow } from '#shared/document/vocabulary'

/** What a command chooses from: numbers and records as a random source gives them, sensible or not. */
export type Choice = {
  readonly document: WardDocument
  readonly freshId: FreshId
  readonly catalogue: Catalogue
  /** One of these; fails softly, by an empty id, where there is none. */
  readonly one: <T>(items: readonly T[]) => T | undefined
  /** A number from -most to most, mostly with more decimals than are kept. */
  readonly metres: (most: number) => number
  readonly whole: (below: number) => number
  readonly yes: () => boolean
}

export function design({ document, one }: Choice): Id {
  return one(Object.keys(document.designs).sort()) ?? ''
}

export function id<K extends RecordKind>({ document, one }: Choice, kind: K): Id {
  return (
    one(
      Object.keys(document.designs)
        .sort()
        .flatMap((each): readonly RecordOf<K>[] => recordsOf(document.designs[each] ?? {}, kind)),
    )?.id ?? ''
  )
}

/** Up to four elements of one design. */
export function some(c: Choice): readonly Id[] {
  const table = c.document.designs[design(c)] ?? {}
  const all = Object.values(table).filter(isElement)
  return [...new Set(Array.from({ length: 1 + c.whole(4) }, () => c.one(all)?.id ?? ''))]
}

export function edge(c: Choice): { readonly room: Id; readonly corner: string } {
  const room = id(c, 'room')
  for (const table of Object.values(c.document.designs)) {
    const record = table[room]
    if (record?.kind === 'room') return { room, corner: c.one(record.corners)?.key ?? '' }
  }
  return { room, corner: '' }
}

export function host(c: Choice): { readonly room: Id; readonly corner: string } | { readonly wall: Id } {
  const wall = id(c, 'wall')
  return wall !== '' && c.yes() ? { wall } : edge(c)
}

export function pathway({ document, one }: Choice): string {
  return one(recordsOf(document.workshop, 'pathway'))?.key ?? 'nothing'
}

export function trait(c: Choice): { readonly pathway: string; readonly trait: string; readonly value: string } {
  const found = c.one(recordsOf(c.document.workshop, 'pathway').filter(({ traits }) => traits.length > 0))
  const own = c.one(found?.traits ?? [])
  return { pathway: found?.key ?? '', trait: own?.key ?? '', value: c.one(own?.values ?? []) ?? '' }
}

export function scenario({ document, one }: Choice): Id {
  return one(recordsOf(document.workshop, 'scenario'))?.id ?? ''
}

export function flow({ one }: Choice): Flow {
  return one(FLOWS) ?? 'waste'
}

export function steps(c: Choice): { readonly pathway: string; readonly design: Id | undefined; readonly reason: string } {
  return { pathway: pathway(c), design: c.yes() ? design(c) : undefined, reason: text(c) }
}

export function step(c: Choice, pathway: string): string {
  return c.one(recordsOf(c.document.workshop, 'pathway').find(({ key }) => key === pathway)?.steps ?? [])?.key ?? ''
}

/** One fact of a step or several, sensible or not. */
export function anyFacts(c: Choice, pathway: string): StepFacts {
  const role = () => c.one(recordsOf(c.document.workshop, 'role'))?.key ?? 'nobody'
  const carried = () => c.one(recordsOf(c.document.workshop, 'pathway'))?.key ?? 'nothing'
  const trait = c.one(recordsOf(c.document.workshop, 'pathway').find(({ key }) => key === pathway)?.traits ?? [])
  const line = () => ({ pathway: carried(), direction: 'left', carrier: role(), usesPerTrip: c.metres(5), by: 'cart' }) as const
  const facts: readonly StepFacts[] = [
    { assisting: Array.from({ length: c.whole(3) }, () => ({ role: role(), people: c.whole(4) })) },
    { escorts: Array.from({ length: c.whole(3) }, role) },
    { leaves: { dress: 'gowned', mobility: 'bed' } },
    { waits: c.yes() ? { at: 'inPlace' } : { at: { roomType: roomType(c) }, when: 'ifBusy' }, whenFull: c.yes() ? 'leave' : undefined },
    { items: Array.from({ length: c.whole(3) }, line) },
    { turnaround: c.yes() ? { duration: c.metres(900), role: role() } : undefined },
    { onlyFor: trait === undefined ? [] : [{ trait: trait.key, values: trait.values.slice(0, c.whole(3)) }] },
    { repeat: c.whole(5), priority: c.yes() ? c.whole(12) : undefined },
    { parallelWith: c.yes() ? step(c, pathway) : undefined },
  ]
  return c.one(facts) ?? {}
}

export function copied(c: Choice, command: typeof copyElements): Edit {
  const from = selectionOf(c.document, some(c))
  if (from.status === 'refused') return from
  return command(c.document, { from, design: design(c), dx: c.metres(6), dy: c.metres(6) }, c.freshId)
}

export function likeOf(c: Choice): { readonly like?: { readonly storey: Id; readonly what: 'outline' | 'shell' | 'everything' } } {
  return c.yes() ? { like: { storey: id(c, 'storey'), what: c.one(['outline', 'shell', 'everything'] as const) ?? 'outline' } } : {}
}

export function ignorable(c: Choice): Parameters<typeof ignoreFinding>[1]['finding'] {
  const [first] = Object.values(c.document.designs).flatMap((table) => recordsOf(table, 'room'))
  return { message: message('finding.roomNoDoor', {}), where: [first?.id ?? ''], about: undefined }
}

export function entry({ catalogue, one }: Choice) {
  const found = one(Object.values(catalogue))
  if (found === undefined) throw new Error('an empty catalogue')
  return found
}

export function roomType({ document, one }: Choice): string {
  return one(recordsOf(document.workshop, 'roomType'))?.key ?? 'unknown'
}

/** Places of a type in a design, with weights of some of them and now and then of another. */
export function placeWeights(c: Choice): {
  readonly design: Id
  readonly place: PlaceOfType
  readonly weights: Readonly<Record<Id, number>> | undefined
} {
  const of = design(c)
  const table = c.document.designs[of] ?? {}
  const place = placeType(c)
  const places = recordsOf(table, place.fixtureType === undefined ? 'room' : 'fixture')
  const likely = places.filter((each) => (each.kind === 'room' ? each.roomType === place.roomType : each.fixtureType === place.fixtureType))
  const named = Array.from({ length: c.whole(4) }, () => c.one(likely)?.id ?? id(c, 'room'))
  const all = c.whole(6) === 0 ? [...named, id(c, 'fixture')] : named
  return { design: of, place, weights: c.whole(5) === 0 ? undefined : Object.fromEntries(all.map((each) => [each, Math.abs(c.metres(3))])) }
}

/** A leg of a design, and up to three things to send it past, not all of which anybody can walk through. */
export function forcedLeg(c: Choice): ForcedLeg & { readonly through: readonly Id[] } {
  const of = pathway(c)
  const past = () => (c.whole(8) === 0 ? id(c, 'fixture') : c.yes() ? id(c, 'room') : id(c, 'opening'))
  return { design: design(c), pathway: of, step: c.yes() ? step(c, of) : undefined, through: Array.from({ length: c.whole(4) }, past) }
}

export function placeByShares(c: Choice): PlaceOfType {
  return { ...placeType(c), choice: 'assigned' }
}

function placeType(c: Choice): PlaceOfType {
  return c.yes() ? { roomType: 'treatment-room', fixtureType: 'bed' } : { roomType: roomType(c) }
}

/** Now and then nothing at all, or white space. */
export function text({ one }: Choice): string {
  return one(['Ward', 'Clean “store”', 'Möbius, 3rd', ' ', '', 'A\nB', 'x'.repeat(130)]) ?? ''
}

export function spot({ metres }: Choice): { readonly x: number; readonly y: number } {
  return { x: 8 + metres(12), y: 5 + metres(9) }
}

export function rounded({ x, y }: { readonly x: number; readonly y: number }): { readonly x: number; readonly y: number } {
  return { x: Math.round(x * 1000) / 1000, y: Math.round(y * 1000) / 1000 }
}

/** Mostly a box, sometimes a bow tie or nothing worth the name. */
export function ring(c: Choice): readonly { readonly x: number; readonly y: number }[] {
  const [a, b] = [spot(c), spot(c)]
  const box = [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }]
  return c.whole(4) === 0 ? [a, b, { x: b.x, y: a.y }, { x: a.x, y: b.y }] : box.map(({ x, y }) => ({ x: x * 3 - 20, y: y * 3 - 20 }))
}
