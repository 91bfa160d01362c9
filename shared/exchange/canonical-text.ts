import { z } from 'zod'
import { STORED_DECIMALS } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { FORMAT_VERSION } from '#shared/document/migrations/migrate'
import { WardRecord } from '#shared/document/record'

/**
 * The one text of a document: records by id, one a line, fields in schema order, keys of
 * dictionaries sorted, metres with three decimals, degrees with one, other numbers as the shortest
 * decimal that reads back, no -0. Equality of documents, hashes and "same bytes" mean this text.
 */
export function canonicalText(document: WardDocument): string {
  const lines = recordsIn(document).map((record) => `    ${recordText(record)}`)
  const records = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "formatVersion": ${FORMAT_VERSION},\n  "records": ${records}\n}\n`
}

/** The canonical text of one record, without a line break. */
export function recordText(record: WardRecord): string {
  writeRecord ??= writerOf(WardRecord)
  return writeRecord(record)
}

let writeRecord: Writer | undefined

type Writer = (value: unknown) => string

/** Walks the schema once, so that the thousands of records of a file only run closures. */
function writerOf(schema: z.core.$ZodType): Writer {
  if (schema instanceof z.ZodNumber) {
    const decimals = STORED_DECIMALS.get(schema)?.decimals
    return (value) => numberText(value as number, decimals)
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return writerOf(schema.def.innerType)
  if (schema instanceof z.ZodArray) {
    const write = writerOf(schema.element)
    return (value) => `[${(value as readonly unknown[]).map(write).join(',')}]`
  }
  if (schema instanceof z.ZodRecord) {
    const write = writerOf(schema.valueType)
    return (value) => {
      const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
      return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${write(entry)}`).join(',')}}`
    }
  }
  if (schema instanceof z.ZodObject) return objectWriter(schema)
  if (schema instanceof z.ZodUnion) return unionWriter(schema.options)
  return (value) => JSON.stringify(value)
}

function objectWriter(schema: z.ZodObject): Writer {
  const fields = Object.entries(schema.shape).map(([name, field]) => ({ name, label: `${JSON.stringify(name)}:`, write: writerOf(field) }))
  return (value) => {
    const record = value as Readonly<Record<string, unknown>>
    let text = ''
    for (const { name, label, write } of fields) {
      const field = record[name]
      if (field !== undefined) text += `${text === '' ? '' : ','}${label}${write(field)}`
    }
    return `{${text}}`
  }
}

/** Told apart by a literal `kind` or `shape` where there is one, else by the names of the fields. */
function unionWriter(options: readonly z.core.$ZodType[]): Writer {
  const writers = options.map((option) => ({ fits: fitsOf(option), write: writerOf(option) }))
  return (value) => {
    const writer = writers.find(({ fits }) => fits(value as Readonly<Record<string, unknown>>))
    if (writer === undefined) throw new Error('A record of no known shape cannot be written')
    return writer.write(value)
  }
}

function fitsOf(option: z.core.$ZodType): (value: Readonly<Record<string, unknown>>) => boolean {
  if (!(option instanceof z.ZodObject)) return () => true
  const shape: Readonly<Record<string, z.core.$ZodType>> = option.shape
  const literals = Object.entries(shape).flatMap(([name, field]) => (field instanceof z.ZodLiteral ? [{ name, values: field.values }] : []))
  const needed = Object.keys(shape).filter((name) => !(shape[name] instanceof z.ZodOptional))
  return (value) =>
    literals.every(({ name, values }) => values.has(value[name] as string)) &&
    needed.every((name) => value[name] !== undefined) &&
    Object.keys(value).every((name) => Object.hasOwn(shape, name))
}

function numberText(value: number, decimals: number | undefined): string {
  if (!Number.isFinite(value)) throw new Error(`A file has no place for the number ${value}`)
  const written = decimals === undefined ? String(value + 0) : value.toFixed(decimals)
  return Number(written) === 0 && written.startsWith('-') ? written.slice(1) : written
}
