import type { Scenario } from '#shared/document/workshop'

/** A day that is worse than usual in one way; `key` names it (`worst.surge`). */
export type WorstDay = { readonly key: 'surge' | 'roomDown' | 'washerDown' | 'fewStaff' | 'moreWheels'; readonly scenario: Scenario }

/** What each of them does; editable defaults (E). */
export type WorstDayOptions = {
  /** Patients a day, times so many. */
  readonly surge: number
  /** The share of each role's people who are there. */
  readonly staff: number
  /** The room that is down, and the machine. */
  readonly room?: { readonly roomType: string }
  readonly washer?: { readonly roomType: string; readonly fixtureType: string }
  /** The trait and its values that are twice as common: who needs a wheelchair or a bed. */
  readonly wheels?: { readonly trait: string; readonly values: readonly string[] }
}

/** The workshop's scenario with one thing gone wrong at a time. The same patients come, and more of them in a surge. */
export function worstDays(scenario: Scenario, { surge, staff, room, washer, wheels }: WorstDayOptions): readonly WorstDay[] {
  const closed = scenario.closed ?? []
  const days: WorstDay[] = [
    { key: 'surge', scenario: { ...scenario, volumes: scenario.volumes.map((volume) => surged(volume, surge)) } },
    {
      key: 'fewStaff',
      scenario: {
        ...scenario,
        shifts: scenario.shifts.map((shift) => ({
          ...shift,
          people: Object.fromEntries(
            Object.entries(shift.people).map(([role, people]) => [role, people === 0 ? 0 : Math.max(1, Math.round(people * staff))]),
          ),
        })),
      },
    },
  ]
  if (room !== undefined) days.push({ key: 'roomDown', scenario: { ...scenario, closed: [...closed, { ...room, count: 1 }] } })
  if (washer !== undefined) days.push({ key: 'washerDown', scenario: { ...scenario, closed: [...closed, { ...washer, count: 1 }] } })
  if (wheels !== undefined) {
    const { trait, values } = wheels
    days.push({ key: 'moreWheels', scenario: { ...scenario, volumes: scenario.volumes.map((volume) => moreOf(volume, trait, values)) } })
  }
  return days
}

type Volume = Scenario['volumes'][number]

/** More come: of a list, every so manieth patient brings another five minutes later. */
function surged(volume: Volume, factor: number): Volume {
  const { arrivals } = volume
  const more = { ...volume, perDay: volume.perDay * factor }
  if (arrivals?.by !== 'list') return more
  const extra = Math.round(arrivals.times.length * (factor - 1))
  const times = Array.from({ length: Math.max(0, extra) }, (_, i) => arrivals.times[Math.floor((i * arrivals.times.length) / extra)]! + 300)
  // After the others, so that these keep their numbers.
  return { ...more, arrivals: { ...arrivals, times: [...arrivals.times, ...times] } }
}

/** Twice the share of some values, at the others' expense. */
function moreOf(volume: Volume, trait: string, values: readonly string[]): Volume {
  const shares = volume.traits[trait]
  if (shares === undefined) return volume
  const before = values.reduce((sum, value) => sum + (shares[value] ?? 0), 0)
  const after = Math.min(1, 2 * before)
  if (before === 0 || before === 1) return volume
  const scaled = Object.entries(shares).map(([value, share]) => [
    value,
    values.includes(value) ? (share * after) / before : (share * (1 - after)) / (1 - before),
  ])
  return { ...volume, traits: { ...volume.traits, [trait]: Object.fromEntries(scaled) } }
}
