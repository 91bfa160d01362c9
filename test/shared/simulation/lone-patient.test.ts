import { expect, it } from 'vitest'
import type { WardDocument } from '#shared/document/document'
import { measureDesign } from '#shared/metrics/measure'
import { openSimulator } from '#shared/metrics/simulate'
import { withVolumes } from '#test/support/worked-additions'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { bedNearest, mirrored, noFixtures, prepareEscorted, reordered, turned } from '#test/support/worked-variations'

/** Two patients hours apart: each of two beds once. */
function bothWays(document: WardDocument) {
  const few = withVolumes(document, { 'treatment-visit': 2 })
  const { names, rows, stopped } = openSimulator(few, WORKED_DESIGN, 'own', { seed: 1, days: 1 }).run(0, 1)
  expect(stopped).toBeUndefined()
  const simulated = (metric: string, subject?: string) => rows[0]![names.findIndex((name) => name.metric === metric && name.subject === subject)]!
  const { values } = measureDesign(few, WORKED_DESIGN, 'own')
  const still = (metric: string, subject?: string) => {
    const result = values.find((value) => value.metric === metric && value.subject === subject)?.result
    return result?.status === 'available' ? result.value : Number.NaN
  }
  return { simulated, still }
}

const CASES: readonly (readonly [string, (document: WardDocument) => WardDocument, number, number])[] = [
  ['as it is', (document) => document, 37.05, 62.1],
  ['with the nearest bed', bedNearest, 34.6, 58.2],
  ['with an escort', prepareEscorted, 37.05, 78.25],
  ['without furniture', noFixtures, 36.204777, 64.985691],
  ['mirrored', mirrored, 37.05, 62.1],
  ['turned', (document) => turned(document, 1), 37.05, 62.1],
  ['in another order', reordered, 37.05, 62.1],
]

it.each(CASES)('one patient at a time walks the metres of the static measures: %s', (_, edit, patient, staff) => {
  const { simulated, still } = bothWays(edit(workedExample()))
  expect(simulated('simulatedPatientTravel')).toBeCloseTo(patient, 6)
  expect(simulated('simulatedStaffTravel')).toBeCloseTo(staff, 6)
  expect(simulated('simulatedPatientTravel')).toBeCloseTo(still('patientTravel'), 9)
  for (const role of ['role:nurse', 'role:receptionist']) {
    expect(simulated('simulatedStaffTravel', role)).toBeCloseTo(still('staffTravelPerPatient', role), 9)
  }
})
