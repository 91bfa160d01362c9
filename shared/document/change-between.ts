import type { Id } from '#shared/base/ids'
import { type Change, ownerOf } from './change'
import { designsOf, type WardDocument } from './document'
import { recordsIn } from './document-of'
import type { RecordKind, WardRecord } from './record'

/** The change that makes `to` of `from`: two versions of one file, matched by id. Records that say the same stay untouched. */
export function changeBetween(from: WardDocument, to: WardDocument): Change {
  const [before, after] = [byId(from), byId(to)]
  const added: WardRecord[] = []
  const updated: (readonly [WardRecord, WardRecord])[] = []
  for (const [id, record] of after) {
    const old = before.get(id)
    if (old === undefined) added.push(record)
    else if (!isSame(old, record)) updated.push([old, record])
  }
  return { added, updated, removed: [...before.values()].filter(({ id }) => !after.has(id)) }
}

/** What two versions of one file say otherwise of a design, or of the workshop where `design` is undefined. */
export type VersionDifference = {
  readonly design: Id | undefined
  /** Of the design, in the version that has it. */
  readonly name: string
  /** A design that only one of them has. */
  readonly only: 'ours' | 'theirs' | undefined
  /** How many records of a kind differ, and what some of them are called. The most first. */
  readonly kinds: readonly { readonly kind: RecordKind; readonly count: number; readonly names: readonly string[] }[]
}

/** What differs between two versions of a file, design by design; nothing where they are the same. */
export function versionDifferences(ours: WardDocument, theirs: WardDocument): readonly VersionDifference[] {
  const { added, updated, removed } = changeBetween(theirs, ours)
  const touched = new Map<Id | undefined, WardRecord[]>()
  for (const record of [...added, ...updated.map(([, to]) => to), ...removed]) {
    const owner = ownerOf(record)
    const others = touched.get(owner)
    if (others === undefined) touched.set(owner, [record])
    else others.push(record)
  }
  const names = new Map([...designsOf(theirs), ...designsOf(ours)].map(({ id, name }) => [id, name]))
  return [...touched].map(([design, records]) => ({
    design,
    name: design === undefined ? '' : (names.get(design) ?? ''),
    only:
      design === undefined ? undefined : theirs.designs[design] === undefined ? 'ours' : ours.designs[design] === undefined ? 'theirs' : undefined,
    kinds: kindsOf(records),
  }))
}

function kindsOf(records: readonly WardRecord[]): VersionDifference['kinds'] {
  const kinds = new Map<RecordKind, { count: number; names: string[] }>()
  for (const record of records) {
    const kind = kinds.get(record.kind) ?? { count: 0, names: [] }
    kind.count++
    if ('name' in record && record.name !== '' && !kind.names.includes(record.name)) kind.names.push(record.name)
    kinds.set(record.kind, kind)
  }
  return [...kinds].map(([kind, { count, names }]) => ({ kind, count, names })).sort((a, b) => b.count - a.count)
}

/** Where a full workshop has fewer drawn things than this, nothing was lost by accident. */
const FULL = 20
/** What is left of a full workshop when nearly all of it went, a share. */
const ALMOST_NOTHING = 0.1

/** How many drawn things a document has, and whether hardly any are left of the many that `before` had: likely a slip of the hand. */
export function almostEmptied(before: WardDocument, now: WardDocument): { readonly before: number; readonly now: number } | undefined {
  const [then, left] = [drawnIn(before), drawnIn(now)]
  return then >= FULL && left <= then * ALMOST_NOTHING ? { before: then, now: left } : undefined
}

function drawnIn(document: WardDocument): number {
  return Object.values(document.designs).reduce((sum, table) => sum + Object.keys(table).length, 0)
}

function byId(document: WardDocument): ReadonlyMap<Id, WardRecord> {
  return new Map(recordsIn(document).map((record) => [record.id, record]))
}

/** Whether two records say the same, whatever the order of their fields. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [mine, yours] = [Object.entries(one).filter(isSaid), Object.entries(other).filter(isSaid)]
  return mine.length === yours.length && mine.every(([name, value]) => Object.hasOwn(other, name) && isSame(value, Reflect.get(other, name)))
}

function isSaid([, value]: readonly [string, unknown]): boolean {
  return value !== undefined
}
