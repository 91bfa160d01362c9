import type { z } from 'zod'
import { type Message, message } from '#shared/base/message'
import { counterClockwise } from '#shared/document/counter-clockwise'
import type { WardDocument } from '#shared/document/document'
import { documentOf } from '#shared/document/document-of'
import { FORMAT_VERSION, migrate } from '#shared/document/migrations/migrate'
import type { RawRecords } from '#shared/document/migrations/migration'
import { type RecordKind, WardRecord } from '#shared/document/record'
import { structureFault } from '#shared/document/structure'
import { fieldProblem, pathText } from './field-problem'
import { elementOffsets, lineAt, parsedJson } from './json-text'

/** A document and the format it was read from, or what keeps the file from being one and where. */
export type DecodedText =
  | { readonly status: 'ok'; readonly document: WardDocument; readonly formatVersion: number }
  | { readonly status: 'refused'; readonly problem: Message }

/** The records of a file as they are written in it, and its format; or what keeps the file from having any and where. */
export type RawFile =
  | { readonly status: 'ok'; readonly records: RawRecords; readonly formatVersion: number; readonly rest: Readonly<Record<string, unknown>> }
  | { readonly status: 'refused'; readonly problem: Message }

/** Reads the text of a workshop file. Never throws, whatever the text. */
export function documentFromText(text: string): DecodedText {
  const file = rawFromText(text)
  if (file.status === 'refused') return file
  const { formatVersion, rest } = file
  const migrated = migrate(file.records, formatVersion)
  if (migrated.status === 'refused') return migrated
  // Only now: a newer version may have new fields, and its sentence is the one that helps.
  const extra = Object.keys(rest)[0]
  if (extra !== undefined) return refused(message('file.topField', { field: printable(extra) }))
  const made = documentFromRecords(migrated.records)
  if (made.status === 'ok') return { status: 'ok', document: made.document, formatVersion }
  const { key, values } = made.problem
  const offset = elementOffsets(text, 'records')[made.index] ?? 0
  return refused(message(key, { ...values, line: lineAt(text, offset) }))
}

/** Reads the text of a workshop file before anything is made of its records. */
export function rawFromText(text: string): RawFile {
  const parsed = parsedJson(text)
  if (parsed.status === 'fault') {
    const isCut = endsWithin(text, parsed.at) && parsedJson(text.slice(0, parsed.at)).status === 'fault'
    const key = isCut ? 'file.textEnds' : 'file.syntax'
    return refused(message(key, { line: lineAt(text, parsed.at), column: parsed.at - text.lastIndexOf('\n', parsed.at - 1) }))
  }
  const file = parsed.value
  if (!isObject(file)) return refused(message('file.notDocument'))
  const { formatVersion, records, ...rest } = file
  if (typeof formatVersion !== 'number' || !Number.isSafeInteger(formatVersion) || formatVersion < 1) return refused(message('file.noFormatVersion'))
  // A newer version may keep its records otherwise.
  if (formatVersion > FORMAT_VERSION) return refused(message('file.newerVersion', { found: formatVersion, known: FORMAT_VERSION }))
  if (!Array.isArray(records)) return refused(message('file.noRecords'))
  return { status: 'ok', records, formatVersion, rest }
}

/** A document of records of today's format, or which of them keeps them from being one. */
export function documentFromRecords(
  raw: RawRecords,
): { readonly status: 'ok'; readonly document: WardDocument } | { readonly status: 'refused'; readonly problem: Message; readonly index: number } {
  const records: WardRecord[] = []
  for (const [index, value] of raw.entries()) {
    const record = recordFrom(value, index)
    if (record.status === 'refused') return { ...record, index }
    records.push(record.record)
  }
  const fault = structureFault(records)
  if (fault !== undefined) return { status: 'refused', ...fault }
  return { status: 'ok', document: documentOf(counterClockwise(records)) }
}

type ReadRecord = { readonly status: 'ok'; readonly record: WardRecord } | { readonly status: 'refused'; readonly problem: Message }

function recordFrom(value: unknown, index: number): ReadRecord {
  if (!isObject(value)) return { status: 'refused', problem: message('file.notRecord', { index: index + 1 }) }
  const record = typeof value.id === 'string' ? printable(value.id) : `#${index + 1}`
  const kind = value.kind
  const schema = typeof kind === 'string' ? SCHEMAS.get(kind) : undefined
  if (schema === undefined) {
    if (kind === undefined) return { status: 'refused', problem: message('file.noKind', { record }) }
    return { status: 'refused', problem: message('file.unknownKind', { record, kind: typeof kind === 'string' ? printable(kind) : typeof kind }) }
  }
  const parsed = schema.safeParse(value, { reportInput: true })
  if (!parsed.success) return { status: 'refused', problem: fieldProblem(record, parsed.error) }
  const hidden = fieldWithPrototype(value, [])
  if (hidden !== undefined) return { status: 'refused', problem: message('file.field.key', { record, field: pathText(hidden) }) }
  return { status: 'ok', record: parsed.data as WardRecord }
}

/** Where a record has `__proto__` for a name: schemas of free names pass over it without a word. */
function fieldWithPrototype(value: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__') return [...path, name]
    const found = typeof inner === 'object' ? fieldWithPrototype(inner, [...path, Array.isArray(value) ? Number(name) : name]) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** By kind, so that a wrong field is told of the kind that was meant. */
const SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map(WardRecord.options.map((schema) => [schema.shape.kind.value as RecordKind, schema]))

/** Whether the text stops inside the word, number or string that starts here: cut short rather than wrong. */
function endsWithin(text: string, at: number): boolean {
  const rest = text.slice(at)
  return rest.startsWith('"') ? !rest.includes('\n') && !/[^\\]"/.test(rest) : /^[\s\w.+-]*$/.test(rest)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function printable(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 80)
}

function refused(problem: Message): { readonly status: 'refused'; readonly problem: Message } {
  return { status: 'refused', problem }
}
