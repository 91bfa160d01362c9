import type { Id, Key } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { Arrangement } from '#shared/document/arrangement'
import { designsOf, type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { WardRecord } from '#shared/document/record'
import { copiedTable } from './copied-table'
import { done, type Edit, type FreshId, refused } from './edit'

/** What another table's file says of the workshop that this one says otherwise. This workshop's holds; `why` says what differs. */
export type WorkshopDifference = {
  readonly kind: KeyedKind | 'settings' | 'scenario' | 'requirement' | 'arrangement'
  readonly name: string
  readonly why: Message
}

type KeyedKind = 'role' | 'roomType' | 'fixtureType' | 'pathway'
const KEYED: readonly KeyedKind[] = ['role', 'roomType', 'fixtureType', 'pathway']

/**
 * Adds designs of another workshop's file. Every record gets a fresh id and keeps its `origin`; roles, types and pathways match by
 * key, and what is only there (a room type drawn in these designs, say) comes along; so do arrangements that are not drawn just so here. An incoming design of today's unit is an
 * ordinary design here where there is one already. Parents that do not come along are forgotten.
 */
export function addDesignsFrom(document: WardDocument, other: WardDocument, designs: readonly Id[], freshId: FreshId): Edit {
  if (designs.length === 0) return refused(message('refused.nothing-selected'))
  const hasToday = designsOf(document).some(({ isCurrentState }) => isCurrentState)
  const taken = new Set(designsOf(document).map(({ name }) => name))
  const freshDesigns = new Map<Id, Id>()
  const added: WardRecord[] = []
  for (const id of designs) {
    const table = other.designs[id]
    if (table?.[id]?.kind !== 'design') return refused(message('refused.unknown', { id }))
    for (const record of copiedTable(table, freshId)) {
      if (record.kind === 'design') freshDesigns.set(id, record.id)
      added.push(record)
    }
  }
  const arrived = added.map((record): WardRecord => {
    if (record.kind !== 'design') return record
    const parent = record.parent === undefined ? undefined : freshDesigns.get(record.parent)
    const { parent: _, ...rest } = record
    return {
      ...rest,
      ...(parent === undefined ? {} : { parent }),
      name: freshName(record.name, taken),
      isCurrentState: record.isCurrentState && !hasToday,
    }
  })
  const names = arrived.flatMap((record) => (record.kind === 'design' ? [record.name] : []))
  return done(message('edit.added-designs', { designs: names }), {
    added: [...missingKeys(document, other, freshId), ...missingArrangements(document, other, freshId), ...arrived],
  })
}

/** Where the two files' briefs, volumes, settings or reference pathways differ. This document's stay as they are. */
export function workshopDifferences(document: WardDocument, other: WardDocument): readonly WorkshopDifference[] {
  const found: WorkshopDifference[] = []
  for (const kind of KEYED) {
    for (const [key, theirs] of byKey(other.workshop, kind)) {
      const ours = byKey(document.workshop, kind).get(key)
      if (ours !== undefined && contentOf(ours) !== contentOf(theirs)) found.push({ kind, name: ours.name, why: whyOf(ours, theirs) })
      if (ours === undefined) found.push({ kind, name: theirs.name, why: message('merge.only-theirs', { name: theirs.name }) })
    }
  }
  for (const { name } of onlyTheirs(document, other)) found.push({ kind: 'arrangement', name, why: message('merge.only-theirs', { name }) })
  const mine = recordsOf(document.workshop, 'requirement')
  for (const theirs of recordsOf(other.workshop, 'requirement')) {
    const ours = mine.find(({ roomType }) => roomType === theirs.roomType)
    if (ours !== undefined && ours.count === theirs.count && ours.minimumArea === theirs.minimumArea) continue
    const name = (byKey(document.workshop, 'roomType').get(theirs.roomType) ?? byKey(other.workshop, 'roomType').get(theirs.roomType))?.name
    const type = name ?? theirs.roomType
    const why =
      ours?.count === theirs.count
        ? message('merge.brief-area', { type, theirs: theirs.minimumArea ?? 0, ours: ours.minimumArea ?? 0 })
        : message('merge.brief', { type, theirs: theirs.count, ours: ours?.count ?? 0 })
    found.push({ kind: 'requirement', name: type, why })
  }
  for (const kind of ['settings', 'scenario'] as const) {
    const [ours, theirs] = [recordsOf(document.workshop, kind), recordsOf(other.workshop, kind)]
    if (ours.map(contentOf).sort().join() !== theirs.map(contentOf).sort().join()) {
      found.push({ kind, name: kind, why: message(`merge.${kind}`) })
    }
  }
  return found
}

type Keyed = Extract<WardRecord, { kind: KeyedKind }>

function byKey(table: RecordTable, kind: KeyedKind): ReadonlyMap<Key, Keyed> {
  return new Map(recordsOf(table, kind).map((record) => [record.key, record]))
}

function missingKeys(document: WardDocument, other: WardDocument, freshId: FreshId): readonly WardRecord[] {
  return KEYED.flatMap((kind) => {
    const known = byKey(document.workshop, kind)
    return [...byKey(other.workshop, kind).values()]
      .filter(({ key }) => !known.has(key))
      .map((record) => ({ ...record, id: freshId(record.id.slice(0, record.id.indexOf('_'))) }))
  })
}

/** Arrangements of the other file that this one has under no name. */
function onlyTheirs(document: WardDocument, other: WardDocument): readonly Arrangement[] {
  const drawn = new Set(recordsOf(document.workshop, 'arrangement').map(drawingOf))
  return recordsOf(other.workshop, 'arrangement').filter((each) => {
    const drawing = drawingOf(each)
    const isNew = !drawn.has(drawing)
    drawn.add(drawing)
    return isNew
  })
}

function missingArrangements(document: WardDocument, other: WardDocument, freshId: FreshId): readonly WardRecord[] {
  const taken = new Set(recordsOf(document.workshop, 'arrangement').map(({ name }) => name))
  return onlyTheirs(document, other).map((arrangement) => ({ ...arrangement, id: freshId('arrangement'), name: freshName(arrangement.name, taken) }))
}

/** What an arrangement looks like, as text: the ids of its pieces are known only among them, and its name is what people call it. */
function drawingOf({ pieces }: Arrangement): string {
  const numbers = new Map<unknown, number>(pieces.map(({ id }, index) => [id, index]))
  return JSON.stringify(pieces, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return numbers.get(value) ?? value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** A record without its id, as text: two files give the same thing different ids. */
function contentOf(record: WardRecord): string {
  const { id: _, ...content } = record
  return JSON.stringify(content, (key, value) => (key === 'scenario' ? undefined : value))
}

function whyOf(ours: Keyed, theirs: Keyed): Message {
  if (ours.kind === 'pathway' && theirs.kind === 'pathway') {
    const mine = new Map(ours.steps.map((step) => [step.key, JSON.stringify(step)]))
    const steps = theirs.steps.filter((step) => mine.get(step.key) !== JSON.stringify(step)).map(({ name }) => name)
    const gone = ours.steps.filter(({ key }) => theirs.steps.every((step) => step.key !== key)).map(({ name }) => name)
    if (steps.length + gone.length > 0) return message('merge.steps', { name: ours.name, steps: [...steps, ...gone] })
  }
  return message('merge.differs', { name: ours.name })
}

/** The name with a number after it where it is taken: "Table 4" of a fourth table becomes "Table 4 2", not that of a fifth. */
function freshName(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} ${number}`
  taken.add(free)
  return free
}
