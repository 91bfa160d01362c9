import type { Id, Key } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import type { Building } from '#shared/building/building'
import { pointsOfRooms } from '#shared/building/room-point'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import { type Ground, groundOf } from '#shared/journeys/ground'
import { type KeptPlan, walkStreams } from '#shared/journeys/journeys'
import { type LegBook, openLegBook } from '#shared/journeys/leg-book'
import { pathwaysInForce, type Stream, scenarioOf, settingsOf, streamsOf } from '#shared/journeys/pathways-in-force'
import { premisesOf } from '#shared/journeys/premises'
import type { Router } from '#shared/routing/router'
import { routerOfStorey } from '#shared/routing/storey-router'
import { area } from './area'
import type { Assessment } from './assessment'
import { bedHeads } from './bed-heads'
import { brief } from './brief'
import { dignity } from './dignity'
import { publicEyes } from './eyes'
import { assumedPlaces, flowDistance, viaDetour } from './flow-distance'
import { load, overloadedOf } from './load'
import { METRIC_KEYS, type Measurement, type Reading } from './measurement'
import { because, kindOf, type Metric, metricOf, noRange } from './metric'
import { patientTravel } from './patient-travel'
import { rides } from './rides'
import { sameSexBreaches } from './same-sex'
import { separation } from './separation'
import { staffTravel } from './staff-travel'
import { walkingValue } from './value'
import { visitCounts } from './visit-counts'

/** A measurement together with what it was worked out from: given to the next one of the same design, all that an edit left alone is used again. */
export type Measured = Measurement & {
  readonly measurement: Measurement
  readonly building: Building
  /** One a storey, as are the routers. */
  readonly floors: readonly Router['floor'][]
  readonly routers: readonly Router[]
  /** What every metric read; undefined where the workshop has no settings. */
  readonly assessment: Assessment | undefined
}

/** What both readings of a design share. */
type Laid = {
  readonly workshop: RecordTable
  readonly building: Building
  readonly routers: readonly Router[]
  readonly ground: Ground | undefined
  /** Plans by the key of the pathway that has the volume; kept from measurement to measurement of a design. */
  readonly plans: Map<Key, readonly KeptPlan[]>
  readonly legs: LegBook
  readonly measured: { streams: readonly Stream[]; measured: Measured }[]
  /** What hangs on no pathway, once one reading was measured. */
  still: readonly Metric[] | undefined
}

const laidDesigns = new WeakMap<RecordTable, Laid>()
const laidOf = new WeakMap<Measurement, Laid>()

/**
 * Every measure of one design under one reading. `previous` is any earlier measurement of the same
 * design, usually of the last committed document: routers are mended from it and whatever its edit left
 * alone is not worked out again. The answer is the same with and without it.
 */
export function measureDesign(document: WardDocument, designId: Id, reading: Reading, previous?: Measurement): Measured {
  const table = document.designs[designId]
  if (table === undefined) throw new Error(`No design ${designId}`)
  const laid = layDesign(table, document.workshop, previous === undefined ? undefined : laidOf.get(previous))
  const streams = streamsOf(pathwaysInForce(document, designId, reading), document.workshop)
  const same = laid.measured.find((known) => areSameStreams(known.streams, streams))
  const found = same === undefined ? measureStreams(laid, designId, reading, streams) : withReading(same.measured, reading)
  if (same === undefined) laid.measured.push({ streams, measured: found })
  laidOf.set(found, laid)
  laidOf.set(found.measurement, laid)
  return found
}

function layDesign(table: RecordTable, workshop: RecordTable, previous: Laid | undefined): Laid {
  const known = laidDesigns.get(table)
  if (known !== undefined && known.workshop === workshop) return known
  const building = buildBuilding(table, workshop)
  const settings = settingsOf(workshop)
  const isSameBodies = previous !== undefined && settingsOf(previous.workshop) === settings
  const routers =
    settings === undefined
      ? []
      : building.storeys.map((storey, index) =>
          routerOfStorey(storey, settings.thresholds.gateDepth, isSameBodies ? routerBefore(previous, storey.storey.id, index) : undefined),
        )
  const legs = previous?.legs ?? openLegBook()
  const laid: Laid = {
    workshop,
    building,
    routers,
    ground: settings && groundOf(premisesOf(building, pointsOfRooms(building, settings), workshop), routers, settings, legs, previous?.ground),
    plans: previous?.plans ?? new Map(),
    legs,
    measured: [],
    still: undefined,
  }
  laidDesigns.set(table, laid)
  return laid
}

function routerBefore({ building, routers }: Laid, storey: Id, index: number): Router | undefined {
  return building.storeys[index]?.storey.id === storey ? routers[index] : undefined
}

function areSameStreams(a: readonly Stream[], b: readonly Stream[]): boolean {
  return (
    a.length === b.length &&
    a.every((stream, index) => {
      const other = b[index]!
      return stream.host === other.host && stream.hung.length === other.hung.length && stream.hung.every((pathway, at) => pathway === other.hung[at])
    })
  )
}

function withReading(measured: Measured, reading: Reading): Measured {
  if (measured.reading === reading) return measured
  const measurement = { ...measured.measurement, reading }
  return { ...measured, ...measurement, measurement }
}

function measureStreams(laid: Laid, design: Id, reading: Reading, streams: readonly Stream[]): Measured {
  const { building, routers, ground, workshop, plans } = laid
  const settings = settingsOf(workshop)
  const scenario = scenarioOf(workshop)
  const extras = { building, floors: routers.map(({ floor }) => floor), routers }
  if (ground === undefined || settings === undefined || scenario === undefined) {
    const metrics = METRIC_KEYS.map((key) => metricOf(kindOf(key, 'count', undefined, 'neither'), undefined, because('unavailable.noSettings')))
    return measuredOf(design, reading, metrics, [], undefined, { ...extras, assessment: undefined })
  }
  const journeys = walkStreams(streams, ground, building.design, workshop, plans)
  const assessment: Assessment = {
    building,
    premises: ground.premises,
    ground,
    journeys,
    workshop,
    settings,
    scenario,
    routers,
    visitsPerDay: streams.reduce((sum, { host, perDay }) => (host.flow === 'patient' ? sum + perDay : sum), 0),
  }
  const loads = load(assessment)
  const eyes = publicEyes(assessment)
  laid.still ??= [...bedHeads(assessment, eyes), ...area(assessment), ...brief(assessment)]
  const metrics = [
    ...loads,
    ...patientTravel(assessment),
    ...staffTravel(assessment),
    ...rides(assessment),
    ...visitCounts(assessment),
    ...separation(assessment),
    ...dignity(assessment, eyes),
    ...sameSexBreaches(assessment),
    ...laid.still,
    ...flowDistance(assessment),
    ...walkingValue(assessment),
    ...viaDetour(assessment),
    ...assumedPlaces(assessment),
  ]
  return measuredOf(design, reading, metrics, overloadedOf(assessment, loads), journeys, { ...extras, assessment })
}

function measuredOf(
  design: Id,
  reading: Reading,
  metrics: readonly Metric[],
  overloaded: Measurement['overloaded'],
  journeys: { readonly trips: Measurement['trips'] } | undefined,
  extras: Pick<Measured, 'building' | 'floors' | 'routers' | 'assessment'>,
): Measured {
  const byKey = new Map(METRIC_KEYS.map((key): [typeof key, Metric[]] => [key, []]))
  for (const metric of metrics) byKey.get(metric.value.metric)?.push(metric)
  const ordered = [...byKey.values()].flat()
  const find = (metric: Metric['value']['metric'], subject?: string) =>
    ordered.find(({ value }) => value.metric === metric && value.subject === subject)
  const measurement: Measurement = {
    design,
    reading,
    values: ordered.map(({ value }) => value),
    overloaded,
    parts: (metric, subject) => find(metric, subject)?.parts() ?? [],
    range: (metric, subject) => find(metric, subject)?.range() ?? noRange(),
    trips: journeys?.trips ?? [],
  }
  return { ...measurement, ...extras, measurement }
}

/** Has a design pathways of its own, so that its two readings differ? */
export function hasOwnPathways(document: WardDocument, designId: Id): boolean {
  const table = document.designs[designId]
  return table !== undefined && recordsOf(table, 'pathway').length > 0
}
