import { describe, expect, it } from 'vitest'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { documentOf, recordsIn } from '#shared/document/document-of'
import { measureDesign } from '#shared/metrics/measure'
import { METRIC_KEYS, type Measurement, type MetricKey } from '#shared/metrics/measurement'
import { say } from '#shared/report/say'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { lawfulPreviews } from '#test/support/lawful-previews'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { narrowDoor, noFixtures, withRecords } from '#test/support/worked-variations'
import english from '../../../resources/locales/en.json'

/** The same document in records that nothing has been remembered of. */
function anew(document: WardDocument): WardDocument {
  return documentOf(recordsIn(document).map((record) => structuredClone(record)))
}

/** Values to the micrometre, reasons as they are. */
function figures({ values }: Measurement): readonly string[] {
  return values.map(({ metric, subject, result }) => {
    const what = result.status === 'available' ? (Math.round(result.value * 1e6) / 1e6 + 0).toFixed(6) : say(result.reason, english)
    return `${metric} ${subject ?? ''} ${what}`
  })
}

/** Amounts of parts may come in another order where they are equal but for rounding. */
function amounts(measurement: Measurement): readonly string[] {
  return METRIC_KEYS.map((metric) => {
    const parts = measurement.parts(metric)
    return `${metric}: ${parts.length} parts, ${parts.reduce((sum, { amount }) => sum + amount, 0).toFixed(5)}`
  })
}

/** Trips with their ends and routes, to the micrometre. */
function walked({ trips }: Measurement) {
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0
  return trips.map(({ key, perDay, length, from, to, routes }) => ({
    key,
    perDay,
    from,
    to,
    length: rounded(length),
    routes: routes().map(({ points }) => Array.from(points, rounded)),
  }))
}

describe('measuring from an earlier measurement', () => {
  const document = workedExample()
  const committed = measureDesign(document, WORKED_DESIGN, 'own')

  it.each(lawfulPreviews(document, WORKED_DESIGN, 40, 7).map((preview, index) => [index, preview] as const))(
    'gives what measuring afresh gives: preview %i of the worked example',
    (_, { change }) => {
      const shown = applyChange(document, change)
      const mended = measureDesign(shown, WORKED_DESIGN, 'own', committed)
      const fresh = measureDesign(anew(shown), WORKED_DESIGN, 'own')
      expect(mended.values).toEqual(fresh.values)
      expect(amounts(mended)).toEqual(amounts(fresh))
    },
  )

  it('gives what measuring afresh gives on the sample, one preview after the other', () => {
    const sample = endoscopyWorkshop(shippedCatalogue())
    const design = designsOf(sample).find(({ locked }) => !locked)!
    const base = measureDesign(sample, design.id, 'own')
    const previews = lawfulPreviews(sample, design.id, 5, 3).map(({ change }) => applyChange(sample, change))
    const mended = previews.map((shown) => (['own', 'reference'] as const).map((reading) => measureDesign(shown, design.id, reading, base).values))
    const last = anew(previews.at(-1)!)
    expect(mended.at(-1)).toEqual((['own', 'reference'] as const).map((reading) => measureDesign(last, design.id, reading).values))
    expect(figures(measureDesign(anew(sample), design.id, 'own'))).toEqual(figures(base))
  })

  it('gives what measuring afresh gives, to the last bit, when doors become archways', () => {
    for (const door of recordsOf(document.designs[WORKED_DESIGN]!, 'opening').filter(({ opening }) => opening === 'door')) {
      const shown = applyChange(document, { added: [], updated: [[door, { ...door, opening: 'archway' }]], removed: [] })
      expect(measureDesign(shown, WORKED_DESIGN, 'own', committed).values).toEqual(measureDesign(anew(shown), WORKED_DESIGN, 'own').values)
    }
  })

  it('gives what measuring afresh gives after edit upon edit, with previews between them, and the trips of each', () => {
    let held = document
    let measured = committed
    for (let edit = 0; edit < 8; edit++) {
      const [tried, done] = lawfulPreviews(held, WORKED_DESIGN, 2, 30 + edit).map(({ change }) => applyChange(held, change))
      const preview = measureDesign(tried!, WORKED_DESIGN, 'own', measured)
      // Routes of every other preview are asked for late, of trips that later measurements may share.
      if (edit % 2 === 0) expect(walked(preview)).toEqual(walked(measureDesign(anew(tried!), WORKED_DESIGN, 'own')))
      const next = measureDesign(done!, WORKED_DESIGN, 'own', measured)
      const fresh = measureDesign(anew(done!), WORKED_DESIGN, 'own')
      expect(next.values).toEqual(fresh.values)
      if (edit % 3 !== 1) expect(walked(next)).toEqual(walked(fresh))
      expect(walked(measured)).toEqual(walked(measureDesign(anew(held), WORKED_DESIGN, 'own')))
      held = done!
      measured = next
    }
  })

  it('keeps the very trips that an edit leaves alone', () => {
    const still = (count: number) =>
      lawfulPreviews(document, WORKED_DESIGN, 10, 5).filter(({ change }) => {
        const { trips } = measureDesign(applyChange(document, change), WORKED_DESIGN, 'own', committed)
        return trips.filter((trip) => committed.trips.includes(trip)).length >= count
      }).length
    expect(still(committed.trips.length / 2)).toBeGreaterThan(3)
  })

  it('answers an unchanged document with the same objects', () => {
    expect(measureDesign(document, WORKED_DESIGN, 'own', committed).measurement).toBe(committed.measurement)
  })
})

describe('a measurement', () => {
  it('has every metric, in the order of the list', () => {
    const metrics = [...new Set(measureDesign(workedExample(), WORKED_DESIGN, 'own').values.map(({ metric }) => metric))]
    // One storey has no lifts to ride in.
    expect(metrics).toEqual(METRIC_KEYS.filter((metric) => metric !== 'patientRides' && metric !== 'staffRides'))
  })

  it('says why it has no values when there are no settings', () => {
    const bare = withRecords(workedExample(), (record) => (record.kind === 'settings' ? undefined : record))
    const { values } = measureDesign(bare, WORKED_DESIGN, 'own')
    expect(values.map(({ metric }) => metric)).toEqual([...METRIC_KEYS])
    expect(new Set(values.map(({ result }) => (result.status === 'unavailable' ? result.reason.key : '')))).toEqual(
      new Set(['unavailable.noSettings']),
    )
  })

  it('has words for every reason and every part', () => {
    const measurements = [
      measureDesign(workedExample(), WORKED_DESIGN, 'own'),
      measureDesign(noFixtures(workedExample()), WORKED_DESIGN, 'own'),
      measureDesign(
        withRecords(workedExample(), (record) => (record.kind === 'scenario' ? { ...record, volumes: [] } : record)),
        WORKED_DESIGN,
        'own',
      ),
    ]
    for (const measurement of measurements) {
      for (const { metric, subject, result } of measurement.values) {
        if (result.status === 'unavailable') expect(Object.keys(english)).toContain(result.reason.key)
        for (const part of measurement.parts(metric, subject)) expect(Object.keys(english)).toContain(part.subject.key)
      }
    }
  })

  it('calls what has no name of its own by its room and by the workshop’s words, never by a key', () => {
    const nameless = (document: WardDocument) =>
      withRecords(document, (record) =>
        record.kind === 'fixture' || (record.kind === 'opening' && record.gate === undefined) ? { ...record, name: '' } : record,
      )
    const whole = measureDesign(nameless(workedExample()), WORKED_DESIGN, 'own')
    const partsOf = (metric: MetricKey, subject?: string) => whole.parts(metric, subject).map((part) => say(part.subject, english))
    expect(new Set(partsOf('load', 'place:treatment-room/bed'))).toEqual(new Set(['Treatment: Bed']))
    expect(partsOf('sharedDoors')).toEqual(['Door of Treatment'])
    expect(partsOf('observation')).toEqual(['Treatment: Bed'])
    expect(partsOf('patientTravel')[0]).toBe('Treatment, Bed to Waiting, Reception desk')
    const [travel] = measureDesign(nameless(narrowDoor(workedExample())), WORKED_DESIGN, 'own').values.filter(
      ({ metric }) => metric === 'patientTravel',
    )
    expect(travel?.result.status === 'unavailable' && say(travel.result.reason, english)).toBe(
      'No route from Waiting to Treatment: door of Treatment is 0.5 m, a person needs 0.6 m.',
    )
  })

  it('leaves the rest alone when a pathway asks for a room type that the design has not', () => {
    const without = withRecords(workedExample(), (record) =>
      record.kind === 'room' && record.name === 'Treatment' ? { ...record, roomType: 'corridor' } : record,
    )
    const { values } = measureDesign(without, WORKED_DESIGN, 'own')
    const reason = (metric: string) => {
      const result = values.find((value) => value.metric === metric && value.subject === undefined)!.result
      return result.status === 'unavailable' ? say(result.reason, english) : result.value
    }
    expect(reason('patientTravel')).toBe('Treatment visit needs “Treatment room” for the step Prepare, and this design has no such room.')
    expect(reason('moves')).toBe(reason('patientTravel'))
    expect(reason('steps')).toBe(4)
    expect(reason('handoffs')).toBe(2)
    expect(reason('grossArea')).toBe(190)
    expect(reason('observation')).toBe(0.5)
  })
})
