import type { MetricKey } from '#shared/metrics/measurement'

/** Measures that belong together, as a group asks for them: can it carry the demand, who walks, who hands over, and so on. */
export type MeasureGroup = { readonly key: MeasureGroupKey; readonly metrics: readonly MetricKey[] }
export type MeasureGroupKey = 'demand' | 'patients' | 'staff' | 'process' | 'cleanUsed' | 'dignity' | 'space' | 'value'

/** Every measure once, in the order in which they are shown. */
export const MEASURE_GROUPS: readonly MeasureGroup[] = [
  { key: 'demand', metrics: ['load'] },
  { key: 'patients', metrics: ['patientTravel', 'patientRides', 'moves', 'queuePoints', 'flowDistance', 'viaDetour'] },
  { key: 'staff', metrics: ['staffTravelPerPatient', 'staffTravelPerPersonShift', 'staffRides'] },
  { key: 'process', metrics: ['steps', 'handoffs', 'warmHandoffs', 'itemHandoffs', 'valueAddingShare', 'valueAddedRatio'] },
  {
    key: 'cleanUsed',
    metrics: ['sharedMetresPerTrip', 'sharedMetresPerDay', 'sharedShare', 'opposingMetres', 'conflictPlaces', 'sharedDoors', 'separationGrade'],
  },
  { key: 'dignity', metrics: ['dignityMetres', 'dignityMinutes', 'bedHeadsSeenByPublic', 'sameSexBreaches', 'observation'] },
  {
    key: 'space',
    metrics: [
      'grossArea',
      'netArea',
      'circulationShare',
      'uncoveredFloor',
      'briefMissing',
      'briefBelow',
      'briefShortfall',
      'briefExtra',
      'assumedPlaces',
    ],
  },
  { key: 'value', metrics: ['walkingHoursPerYear', 'walkingCostPerYear', 'walkingCostPerVisit', 'floorCost'] },
]
