import type { MetricKey, MetricValue } from '#shared/metrics/measurement'
import type { words } from '../state/words'

type WordsKey = Parameters<typeof words>[0]

/** One number of the scoreboard: the metric whose value it shows, and one that is said beside it. */
export type Tile = {
  readonly metric: MetricKey
  readonly label: WordsKey
  readonly beside?: { readonly metric: MetricKey; readonly words: WordsKey }
}

/** In the order of the scoreboard. */
export const TILES: readonly Tile[] = [
  { metric: 'load', label: 'board.load' },
  { metric: 'patientTravel', label: 'board.patient-travel', beside: { metric: 'patientRides', words: 'board.rides' } },
  { metric: 'staffTravelPerPatient', label: 'board.staff-travel', beside: { metric: 'staffRides', words: 'board.rides' } },
  { metric: 'steps', label: 'board.steps' },
  { metric: 'handoffs', label: 'board.handoffs' },
  { metric: 'queuePoints', label: 'board.queue-points' },
  {
    metric: 'sharedMetresPerTrip',
    label: 'board.shared-metres',
    beside: { metric: 'conflictPlaces', words: 'board.conflict-places' },
  },
  { metric: 'dignityMetres', label: 'board.dignity', beside: { metric: 'dignityMinutes', words: 'board.dignity-minutes' } },
  { metric: 'observation', label: 'board.observation' },
  { metric: 'grossArea', label: 'board.area' },
]

/** The measures that stand behind a tile: every one is on the scoreboard or one step from it. */
export const FAMILY: Readonly<Partial<Record<MetricKey, readonly MetricKey[]>>> = {
  patientTravel: ['patientTravel', 'patientRides', 'flowDistance', 'viaDetour', 'assumedPlaces'],
  staffTravelPerPatient: [
    'staffTravelPerPatient',
    'staffTravelPerPersonShift',
    'staffRides',
    'walkingHoursPerYear',
    'walkingCostPerYear',
    'walkingCostPerVisit',
  ],
  steps: ['steps', 'moves', 'valueAddingShare', 'valueAddedRatio'],
  handoffs: ['handoffs', 'warmHandoffs', 'itemHandoffs'],
  sharedMetresPerTrip: [
    'sharedMetresPerTrip',
    'sharedMetresPerDay',
    'sharedShare',
    'opposingMetres',
    'conflictPlaces',
    'sharedDoors',
    'separationGrade',
  ],
  dignityMetres: ['dignityMetres', 'dignityMinutes', 'bedHeadsSeenByPublic', 'sameSexBreaches'],
  grossArea: [
    'grossArea',
    'netArea',
    'circulationShare',
    'uncoveredFloor',
    'briefMissing',
    'briefExtra',
    'briefBelow',
    'briefShortfall',
    'floorCost',
  ],
}

/** The tile that a measure stands behind. */
export function tileOf(metric: MetricKey): Tile | undefined {
  return TILES.find((tile) => tile.metric === metric || FAMILY[tile.metric]?.includes(metric))
}

/** What a tile shows of a metric: the whole where there is one, of loads the fullest, else the first part. */
export function headline(values: readonly MetricValue[], metric: MetricKey): MetricValue | undefined {
  const of = values.filter((value) => value.metric === metric)
  const whole = of.find(({ subject }) => subject === undefined)
  if (whole !== undefined || metric !== 'load') return whole ?? of[0]
  const amount = ({ result }: MetricValue) => (result.status === 'available' ? result.value : Number.POSITIVE_INFINITY)
  return [...of].sort((a, b) => amount(b) - amount(a))[0]
}
