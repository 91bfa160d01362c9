import type { RecordInput } from './records'

type SettingsInput = Extract<RecordInput, { readonly kind: 'settings' }>

/** Settings of a test, with what the measures go by unless a workshop says otherwise (design plan, section 3); amounts of money are invented. */
export function settingsOf(given: Partial<SettingsInput> & Pick<SettingsInput, 'id' | 'bodies' | 'scenario'>): SettingsInput {
  return {
    kind: 'settings',
    daysPerYear: 250,
    doorSeconds: 3,
    liftSeconds: 45,
    floorCost: 4000,
    smallestDifference: 0.05,
    separations: [{ key: 'clean-used', first: ['clean'], second: ['used', 'waste'] }],
    thresholds: {
      sharedDistance: 2.5,
      sharedAngle: 45,
      conflictGap: 1,
      dignitySight: 25,
      observationSight: 15,
      useReach: 1.5,
      roomPointRadius: 0.5,
      gateDepth: 1,
      assumedPlaces: 0.1,
    },
    sameSexRule: false,
    ...given,
  }
}
