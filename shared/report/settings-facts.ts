import { closedPlaces } from '#shared/document/closed-places'
import { recordsOf } from '#shared/document/document'
import { typeNames } from '#shared/document/place-type'
import { valueName } from '#shared/document/value-name'
import { TRAVELLERS, type Traveller } from '#shared/document/vocabulary'
import { CORRIDORS, MEETING_WINDOW_S } from '#shared/document/workshop'
import type { Writer } from './report-input'
import type { SheetUnit } from './workbook'

/** One figure that the measures go by, and where it is from: `default` is ours and to be edited, `set` somebody set for this workshop, `file` is the workshop's own. */
export type SettingFact = {
  readonly group: string
  readonly name: string
  readonly value: number | string
  readonly unit: SheetUnit | undefined
  readonly source: 'default' | 'set' | 'file'
}

type Figures = { readonly radius: number; readonly speed: number; readonly passes: number; readonly wants: number }

/** Editable defaults from general practice, none of them guidance. Metres and metres a second. */
const BODIES: Readonly<Record<Traveller, Figures>> = {
  person: { radius: 0.25, speed: 1.1, passes: 0.6, wants: 0.9 },
  wheelchair: { radius: 0.4, speed: 1, passes: 0.85, wants: 1 },
  bed: { radius: 0.5, speed: 0.9, passes: 1.1, wants: 1.4 },
  cart: { radius: 0.5, speed: 0.9, passes: 1.1, wants: 1.4 },
}

const BODY_FIGURES = [
  ['radius', 'report.bodyRadius', 'metre'],
  ['speed', 'report.speed', 'metrePerSecond'],
  ['passes', 'report.passes', 'metre'],
  ['wants', 'report.wants', 'metre'],
] as const

/** Every setting as a typed figure, in the order in which the report prints them. */
export function settingFacts(writer: Writer): readonly SettingFact[] {
  const { settings } = writer
  if (settings === undefined) return []
  return [...bodyFacts(writer), ...roleFacts(writer), ...volumeFacts(writer), ...thresholdFacts(writer)]
}

function bodyFacts({ text, settings }: Writer): readonly SettingFact[] {
  return TRAVELLERS.flatMap((traveller) =>
    BODY_FIGURES.flatMap(([figure, name, unit]): SettingFact[] => {
      const value = settings?.bodies[traveller][figure]
      if (value === undefined) return []
      const source = value === BODIES[traveller][figure] ? 'default' : 'set'
      return [{ group: text('report.bodies'), name: `${text(`traveller.${traveller}`)}: ${text(name).toLowerCase()}`, value, unit, source }]
    }),
  )
}

function roleFacts({ text, records, scenario }: Writer): readonly SettingFact[] {
  const group = text('report.roles')
  return recordsOf(records, 'role').flatMap((role): SettingFact[] => [
    { group, name: `${role.name}: ${text('report.speed').toLowerCase()}`, value: role.speed, unit: 'metrePerSecond', source: 'file' },
    { group, name: `${role.name}: ${text('report.hour').toLowerCase()}`, value: role.costPerHour, unit: 'money', source: 'file' },
    ...(scenario?.shifts ?? []).flatMap(({ name, people }): SettingFact[] => {
      const count = people[role.key] ?? 0
      return count === 0
        ? []
        : [{ group, name: text('sheet.peopleOn', { role: role.name, shift: name }), value: count, unit: 'count', source: 'file' }]
    }),
  ])
}

function volumeFacts({ text, records, scenario }: Writer): readonly SettingFact[] {
  const group = text('sheet.volumes')
  const pathways = new Map(recordsOf(records, 'pathway').map((pathway) => [pathway.key, pathway]))
  const volumes = (scenario?.volumes ?? []).flatMap(({ pathway: key, perDay, traits }): SettingFact[] => {
    const pathway = pathways.get(key)
    const name = pathway?.name ?? key
    const shares = (pathway?.traits ?? []).flatMap((trait) =>
      trait.values.map((value): SettingFact => {
        const share = traits[trait.key]?.[value] ?? 0
        return { group, name: `${name}, ${trait.name.toLowerCase()}: ${valueName(trait, value)}`, value: share, unit: 'share', source: 'file' }
      }),
    )
    return [{ group, name: text('sheet.visitsADay', { pathway: name }), value: perDay, unit: 'count', source: 'file' }, ...shares]
  })
  if (scenario === undefined) return volumes
  const hours = (scenario.opening.to - scenario.opening.from) / 3600
  const closed = closedPlaces(scenario).map(({ count, ...kind }): SettingFact => {
    return { group, name: text('sheet.closed', { place: typeNames(kind, records) }), value: count, unit: 'count', source: 'file' }
  })
  return [...volumes, { group, name: text('sheet.opening'), value: hours, unit: 'hour', source: 'file' }, ...closed]
}

function thresholdFacts({ text, settings }: Writer): readonly SettingFact[] {
  if (settings === undefined) return []
  const { thresholds, corridors = CORRIDORS } = settings
  const { passing, widths } = corridors
  const group = text('report.thresholds')
  const figure = (key: string, value: number, unit: SheetUnit, usual?: number): SettingFact => ({
    group,
    name: text(`settings.${key}`),
    value,
    unit,
    source: usual === undefined ? 'file' : value === usual ? 'default' : 'set',
  })
  const flows = (list: readonly string[]) => list.map((flow) => text(`flow.${flow}`).toLowerCase()).join(' + ')
  return [
    figure('daysPerYear', settings.daysPerYear, 'count'),
    figure('doorSeconds', settings.doorSeconds, 'second', 3),
    figure('floorCost', settings.floorCost, 'money'),
    figure('smallestDifference', settings.smallestDifference, 'share', 0.05),
    ...settings.separations.map(({ first, second }) => ({
      group,
      name: text('settings.separations'),
      value: `${flows(first)} / ${flows(second)}`,
      unit: undefined,
      source: 'file' as const,
    })),
    figure('sharedDistance', thresholds.sharedDistance, 'metre', 2.5),
    figure('sharedAngle', thresholds.sharedAngle, 'degree', 45),
    figure('conflictGap', thresholds.conflictGap, 'metre', 1),
    figure('meetingWindow', settings.meetingWindow ?? MEETING_WINDOW_S, 'second', MEETING_WINDOW_S),
    figure('dignitySight', thresholds.dignitySight, 'metre', 25),
    figure('observationSight', thresholds.observationSight, 'metre', 15),
    figure('useReach', thresholds.useReach, 'metre', 1.5),
    figure('assumedPlaces', thresholds.assumedPlaces, 'share', 0.1),
    figure(`corridor.${passing}`, widths[passing], 'metre', CORRIDORS.passing === passing ? CORRIDORS.widths[passing] : undefined),
    figure('corridor.people', widths.people, 'metre', CORRIDORS.widths.people),
    {
      group,
      name: text('settings.sameSexRule'),
      value: text(settings.sameSexRule ? 'settings.on' : 'settings.off'),
      unit: undefined,
      source: settings.sameSexRule ? 'set' : 'default',
    },
  ]
}
