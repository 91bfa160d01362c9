import { expect } from 'vitest'
import type { WardDocument } from '#shared/document/document'
import { measureDesign } from '#shared/metrics/measure'
import type { Measurement, MetricKey, Reading } from '#shared/metrics/measurement'
import { say } from '#shared/report/say'
import english from '../../resources/locales/en.json'
import { WORKED_DESIGN } from './worked-example'

/** Values by metric, or by `metric subject`: what is expected of a measurement. */
export type Expected = Readonly<Record<string, number>>

/** Every measure of the worked example's design. */
export function measured(document: WardDocument, reading: Reading = 'own'): Measurement {
  return measureDesign(document, WORKED_DESIGN, reading)
}

function resultOf({ values }: Measurement, metric: MetricKey, subject: string | undefined) {
  return values.find((value) => value.metric === metric && value.subject === subject)?.result
}

/** Holds a document's measures, to 1e-6. */
export function expectMeasures(document: WardDocument, expected: Expected, reading: Reading = 'own'): void {
  const measurement = measured(document, reading)
  const found = Object.keys(expected).map((name) => {
    const [metric, subject] = name.split(' ') as [MetricKey, string?]
    const result = resultOf(measurement, metric, subject)
    if (result === undefined) return [name, 'none']
    return [name, result.status === 'available' ? Math.round(result.value * 1e6) / 1e6 : say(result.reason, english)]
  })
  const wanted = Object.entries(expected).map(([name, value]) => [name, Math.round(value * 1e6) / 1e6])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted))
}

/** The sentence that says why there is no value; undefined where there is one. */
export function whyNot(document: WardDocument, metric: MetricKey, subject?: string): string | undefined {
  const result = resultOf(measured(document), metric, subject)
  return result?.status === 'unavailable' ? say(result.reason, english) : undefined
}

/** Metres along straight pieces. */
export function along(...points: readonly (readonly [x: number, y: number])[]): number {
  return points.slice(1).reduce((sum, [x, y], index) => sum + Math.hypot(x - points[index]![0], y - points[index]![1]), 0)
}
