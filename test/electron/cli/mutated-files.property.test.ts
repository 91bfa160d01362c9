import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { findingsOf } from '#shared/building/document-findings'
import { designsOf } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { designPlans } from '#shared/drawing/design-plans'
import { documentFromText } from '#shared/exchange/document-text'
import { measureDesign } from '#shared/metrics/measure'
import { workedExample } from '#test/support/worked-example'

const RECORDS = recordsIn(workedExample()).map((record) => JSON.stringify(record))

type Slot = { readonly holder: Record<string, unknown>; readonly name: string }

/** Every field within a record but its id and kind, lists and their items included. */
function slotsOf(value: unknown, isRecord: boolean): readonly Slot[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  const names = Object.keys(holder).filter((name) => !isRecord || (name !== 'id' && name !== 'kind'))
  return names.flatMap((name) => [{ holder, name }, ...slotsOf(holder[name], false)])
}

/** Another value of the same type: lawful often enough for the file to open. */
function spoilt(old: unknown, pick: number, strings: readonly string[]): unknown {
  if (typeof old === 'number') return [0, old + 1, old * 2, -old, 1, 100, Math.round(old * 500) / 1000][pick % 7]
  if (typeof old === 'string') return strings[pick % strings.length]
  if (typeof old === 'boolean') return !old
  if (Array.isArray(old)) return old.filter((_, index) => index !== pick % (old.length + 1))
  return undefined
}

const spoiling = fc.record({ record: fc.nat(), slot: fc.nat(), pick: fc.nat() })

test.prop([fc.array(spoiling, { minLength: 1, maxLength: 3 }), fc.option(fc.nat(), { freq: 4 })], { numRuns: 80 })(
  'a file that opens is found fault with, measured and drawn without an exception, and no figure is endless',
  (spoilings, dropped) => {
    const records = RECORDS.map((text) => JSON.parse(text) as Record<string, unknown>)
    const strings = records
      .flatMap((record) => slotsOf(record, true).map(({ holder, name }) => holder[name]))
      .filter((value) => typeof value === 'string')
    for (const { record, slot, pick } of spoilings) {
      const slots = slotsOf(records[record % records.length], true)
      const { holder, name } = slots[slot % slots.length]!
      holder[name] = spoilt(holder[name], pick, strings)
    }
    if (dropped !== null) records.splice(dropped % records.length, 1)
    const decoded = documentFromText(JSON.stringify({ formatVersion: 1, records }))
    if (decoded.status === 'refused') return
    const { document } = decoded
    findingsOf(document)
    for (const design of designsOf(document)) {
      const measurement = measureDesign(document, design.id, 'own')
      for (const { metric, subject, result } of measurement.values) {
        if (result.status === 'available') expect(result.value, `${metric} ${subject}`).toSatisfy(Number.isFinite)
        measurement.parts(metric, subject)
      }
      designPlans(buildBuilding(document.designs[design.id] ?? {}, document.workshop), measurement)
    }
  },
)
