import { buildBuilding } from '#shared/building/build-building'
import { compareDesigns } from '#shared/comparison/comparison'
import { type Measure, measureDesigns } from '#shared/comparison/measure-designs'
import { withTimedSeparation } from '#shared/comparison/timed-separation'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { partsOfTrips } from '#shared/metrics/metric'
import { dailyMetres, trafficOf } from '#shared/metrics/traffic'
import { plainWords } from '#shared/report/plain-words'
import type { DesignTraffic, FromLiveWorker, ToLiveWorker } from './messages'
import { packParts } from './part-rows'

/** What comparing all designs asks of the live worker. `measure` reuses what was measured of the same document. */
export function answerToCompare(
  message: Extract<ToLiveWorker, { type: 'prepare' | 'compare' | 'parts' }>,
  document: WardDocument,
  revision: number,
  measure: Measure,
): FromLiveWorker {
  const { ask } = message
  switch (message.type) {
    case 'prepare':
      for (const reading of ['reference', 'own'] as const) measure(document, message.design, reading)
      return { type: 'prepared', ask, revision }
    case 'compare': {
      const settings = recordsOf(document.workshop, 'settings')[0]
      if (settings === undefined) throw new Error('A workshop without settings')
      const measured = withTimedSeparation(measureDesigns(document, measure), message.runs ?? [])
      const roles = recordsOf(document.workshop, 'role').map(({ key }) => key)
      const traffic = new Map(
        measured.map(({ design, own }): [string, DesignTraffic] => {
          const building = buildBuilding(document.designs[design.id] ?? {}, document.workshop)
          return [design.id, { traffic: trafficOf(own.trips, building), daily: dailyMetres(own, roles) }]
        }),
      )
      const comparison = compareDesigns(measured, settings)
      return { type: 'compared', ask, revision, comparison, traffic, plain: plainWords(document, measured, comparison) }
    }
    case 'parts': {
      const measurement = measure(document, message.design, 'own')
      const { rows, points } = packParts(partsOf(measurement, message.of))
      return { type: 'parts', ask, revision, parts: rows, points }
    }
  }
}

function partsOf({ trips, parts }: ReturnType<Measure>, of: Extract<ToLiveWorker, { type: 'parts' }>['of']) {
  if ('metric' in of) return parts(of.metric, of.subject)
  const wanted = new Set(of.trips)
  const walked = trips.filter(({ key }) => wanted.has(key))
  return [...partsOfTrips(walked, ({ perDay, length }) => perDay * length)].sort((a, b) => b.amount - a.amount)
}
