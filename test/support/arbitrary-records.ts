import fc from 'fast-check'
import { z } from 'zod'
import { KEY_PATTERN } from '#shared/base/ids'
import { STORED_DECIMALS } from '#shared/base/units'
import { WardRecord } from '#shared/document/record'

/** Any record that the schemas allow, of any kind: made from the schemas themselves, so that a new field is tried at once. */
export function anyRecord(): fc.Arbitrary<WardRecord> {
  return fc
    .oneof(...WardRecord.options.map((schema) => arbitraryOf(schema)))
    .filter((value): value is WardRecord => WardRecord.safeParse(value).success) as fc.Arbitrary<WardRecord>
}

function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodDefault) return arbitraryOf(schema.def.innerType)
  if (schema instanceof z.ZodOptional) return fc.option(arbitraryOf(schema.def.innerType), { nil: undefined, freq: 2 })
  if (schema instanceof z.ZodNumber) return numberOf(schema)
  if (schema instanceof z.ZodString) return stringOf(schema)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodArray) {
    const least = Number(schema._zod.bag.minimum ?? 0)
    return fc.array(arbitraryOf(schema.element), { minLength: least, maxLength: least + 3 })
  }
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(arbitraryOf(schema.keyType) as fc.Arbitrary<string>, arbitraryOf(schema.valueType), { maxKeys: 3 })
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(arbitraryOf))
  if (schema instanceof z.ZodObject) return objectOf(schema)
  throw new Error(`No arbitrary for ${schema._zod.def.type}`)
}

function objectOf(schema: z.ZodObject): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, arbitraryOf(field)]))
  return fc.record(fields).map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)))
}

function numberOf(schema: z.ZodNumber): fc.Arbitrary<number> {
  const decimals = STORED_DECIMALS.get(schema)?.decimals
  const least = Math.max(schema.minValue ?? -1e6, -1e9)
  const most = Math.min(schema.maxValue ?? 1e6, 1e9)
  if (decimals !== undefined) {
    const unit = 10 ** decimals
    return fc.integer({ min: Math.ceil(least * unit), max: Math.floor(most * unit) }).map((count) => count / unit)
  }
  if (schema.format !== null) return fc.integer({ min: Math.ceil(least), max: Math.floor(most) })
  return fc.double({ min: least, max: most, noNaN: true }).map((value) => value + 0)
}

function stringOf(schema: z.ZodString): fc.Arbitrary<string> {
  const pattern = schema.def.checks?.flatMap(({ _zod }) => ('pattern' in _zod.def && _zod.def.pattern instanceof RegExp ? [_zod.def.pattern] : []))[0]
  if (pattern?.source === KEY_PATTERN.source) return fc.stringMatching(/^[a-z][0-9a-z-]{0,12}$/)
  return pattern === undefined ? fc.string({ unit: 'binary', maxLength: 12 }) : fc.stringMatching(pattern)
}
