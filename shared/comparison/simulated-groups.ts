import type { Id } from '#shared/base/ids'
import { type SimulatedKey, type SimulatedName, simulatedNameOf } from '#shared/metrics/simulated-day'
import type { SimulatedComparison, SimulatedFigure } from './simulated'

/** Every simulated figure once, by what it is about, in the order of tables. */
const GROUPS = {
  stay: ['leadTime', 'waiting', 'longestWait', 'blocked', 'simulatedValueAddedRatio'],
  queues: ['queueWait', 'queueWait95', 'queueLongest', 'queueLength'],
  walking: ['simulatedPatientTravel', 'simulatedStaffTravel', 'staffTravelPerPerson'],
  people: ['utilisation', 'overtime', 'personHandoffs'],
  places: ['occupancy', 'placeMinutes'],
  meetings: ['meetings', 'meetingDays'],
  day: ['dayEnds', 'visits', 'turnedAway'],
} as const satisfies Readonly<Record<string, readonly SimulatedKey[]>>

export type SimulatedGroup = keyof typeof GROUPS

/** What a group decides by, whole; the longest queues, and how busy people and places are, come with it. */
const HEADLINES: readonly SimulatedKey[] = [
  'leadTime',
  'waiting',
  'longestWait',
  'blocked',
  'simulatedValueAddedRatio',
  'simulatedPatientTravel',
  'simulatedStaffTravel',
  'overtime',
  'meetings',
  'dayEnds',
  'visits',
]
const HEADLINE_PARTS: readonly SimulatedKey[] = ['utilisation', 'staffTravelPerPerson']
/** What is hardly ever in use is nobody's bottleneck. */
const LEAST_USE = 0.05
/** So many queues are shown of all, those with the longest mean wait in any design. */
const QUEUES_SHOWN = 5

export type SimulatedRow = {
  readonly key: string
  readonly name: SimulatedName
  /** By design; undefined where it has no such figure. */
  readonly figures: ReadonlyMap<Id, SimulatedFigure>
}

/** The figures of a comparison as rows of a table: those that a group decides by, or all of them. */
export function simulatedRows(
  { designs }: SimulatedComparison,
  isAll: boolean,
): readonly { readonly group: SimulatedGroup; readonly rows: readonly SimulatedRow[] }[] {
  const byKey = new Map<string, { name: SimulatedName; figures: Map<Id, SimulatedFigure> }>()
  for (const { runs, figures } of designs) {
    for (const figure of figures) {
      const key = simulatedNameOf(figure.name)
      const row = byKey.get(key) ?? { name: figure.name, figures: new Map() }
      byKey.set(key, row)
      row.figures.set(runs.design, figure)
    }
  }
  const rows = [...byKey].map(([key, row]): SimulatedRow => ({ key, ...row }))
  const told = rows.filter((row) => isTold(row))
  const queues = new Set(
    told
      .filter(({ name }) => name.metric === 'queueWait')
      .sort((a, b) => largest(b) - largest(a))
      .slice(0, QUEUES_SHOWN)
      .map(({ key }) => key),
  )
  const isShown = (row: SimulatedRow) => {
    const { metric, subject } = row.name
    if (isAll) return true
    if (subject === undefined) return HEADLINES.includes(metric)
    return metric === 'occupancy' ? largest(row) >= LEAST_USE : HEADLINE_PARTS.includes(metric) || queues.has(row.key)
  }
  return (Object.keys(GROUPS) as SimulatedGroup[]).flatMap((group) => {
    const metrics: readonly SimulatedKey[] = GROUPS[group]
    const own = metrics.flatMap((metric) => told.filter((row) => row.name.metric === metric && isShown(row)))
    return own.length === 0 ? [] : [{ group, rows: own }]
  })
}

/** A queue that nobody ever stood in takes no row, nor does anybody turned away where nobody was. */
function isTold(row: SimulatedRow): boolean {
  const { metric } = row.name
  return !(metric.startsWith('queue') || metric === 'turnedAway') || largest(row) > 0
}

function largest({ figures }: SimulatedRow): number {
  return Math.max(0, ...[...figures.values()].map(({ interval }) => (Number.isNaN(interval.mean) ? 0 : interval.mean)))
}
