import { recordsOf } from '#shared/document/document'
import { TRAVELLERS } from '#shared/document/vocabulary'
import { durationText, metresText, moneyText, percentText, shortText } from './figures'
import type { Block, Row } from './report'
import type { Writer } from './report-input'

/** What every figure rests on, by the last word of its key. */
export const ASSUMPTIONS = ['tasks', 'expected', 'crowding', 'routes', 'time', 'money', 'defaults'] as const

/** Every figure that the measures go by, so that a reader can ask "with what speed?". */
export function settingsSection(writer: Writer): readonly Block[] {
  const { text, settings } = writer
  if (settings === undefined) return []
  const { thresholds } = settings
  const row = (key: string, value: string): Row => ({ cells: [{ text: text(`settings.${key}`) }, { text: value }] })
  return [
    { type: 'heading', level: 2, text: text('report.settings') },
    { type: 'paragraph', text: text('report.settingsNote'), tone: 'note' },
    bodiesTable(writer),
    rolesTable(writer),
    volumesTable(writer),
    {
      type: 'table',
      caption: text('report.thresholds'),
      columns: columnsOf(writer, ['report.setting', 'report.value']),
      rows: [
        row('daysPerYear', shortText(settings.daysPerYear, 1)),
        row('doorSeconds', `${shortText(settings.doorSeconds, 1)} s`),
        row('floorCost', moneyText(settings.floorCost, writer.currency ?? 'GBP')),
        row('smallestDifference', percentText(settings.smallestDifference)),
        row(
          'separations',
          settings.separations.map(({ first, second }) => `${first.map(flowName).join(' + ')} / ${second.map(flowName).join(' + ')}`).join('; '),
        ),
        row('sharedDistance', metresText(thresholds.sharedDistance)),
        row('sharedAngle', `${shortText(thresholds.sharedAngle, 1)}°`),
        row('conflictGap', metresText(thresholds.conflictGap)),
        row('dignitySight', metresText(thresholds.dignitySight)),
        row('observationSight', metresText(thresholds.observationSight)),
        row('useReach', metresText(thresholds.useReach)),
        row('assumedPlaces', percentText(thresholds.assumedPlaces)),
        row('sameSexRule', text(settings.sameSexRule ? 'settings.on' : 'settings.off')),
      ],
    },
    { type: 'heading', level: 2, text: text('report.assumptions') },
    { type: 'list', items: ASSUMPTIONS.map((key) => text(`report.assumption.${key}`)) },
    ...findingBlocks(writer),
  ]
  function flowName(flow: string): string {
    return text(`flow.${flow}`).toLowerCase()
  }
}

function columnsOf({ text }: Writer, keys: readonly string[]) {
  return keys.map((key, index) => ({ text: text(key), align: index === 0 ? ('left' as const) : ('right' as const) }))
}

function bodiesTable(writer: Writer): Block {
  const { text, settings } = writer
  const rows = TRAVELLERS.flatMap((traveller): Row[] => {
    const body = settings?.bodies[traveller]
    if (body === undefined) return []
    const cells = [
      text(`traveller.${traveller}`),
      metresText(body.radius),
      `${shortText(body.speed, 2)} m/s`,
      metresText(body.passes),
      metresText(body.wants),
    ]
    return [{ cells: cells.map((cell) => ({ text: cell })) }]
  })
  const columns = columnsOf(writer, ['report.body', 'report.bodyRadius', 'report.speed', 'report.passes', 'report.wants'])
  return { type: 'table', caption: text('report.bodies'), columns, rows }
}

function rolesTable(writer: Writer): Block {
  const { text, records, scenario } = writer
  const rows = recordsOf(records, 'role').map((role): Row => {
    const shifts = (scenario?.shifts ?? []).flatMap(({ name, from, to, people }) => {
      const count = people[role.key] ?? 0
      return count === 0 ? [] : [text('report.peopleOfShift', { count, shift: name, length: to - from })]
    })
    const cells = [role.name, `${shortText(role.speed, 2)} m/s`, moneyText(role.costPerHour, writer.currency ?? 'GBP'), shifts.join('; ')]
    return { cells: cells.map((cell) => ({ text: cell })) }
  })
  return {
    type: 'table',
    caption: text('report.roles'),
    columns: columnsOf(writer, ['report.role', 'report.speed', 'report.hour', 'report.people']),
    rows,
  }
}

function volumesTable(writer: Writer): Block {
  const { text, records, scenario } = writer
  const pathways = recordsOf(records, 'pathway')
  const rows = (scenario?.volumes ?? []).map(({ pathway: key, perDay, traits }): Row => {
    const pathway = pathways.find((one) => one.key === key)
    const shares = (pathway?.traits ?? []).map(
      (trait) => `${trait.name}: ${trait.values.map((value) => `${value} ${percentText(traits[trait.key]?.[value] ?? 0)}`).join(', ')}`,
    )
    return { cells: [{ text: pathway?.name ?? key }, { text: shortText(perDay, 2) }, { text: shares.join('; ') }] }
  })
  const opening = scenario === undefined ? '' : durationText(scenario.opening.to - scenario.opening.from)
  return {
    type: 'table',
    caption: text('report.volumes', { scenario: scenario?.name ?? '', opening }),
    columns: columnsOf(writer, ['report.pathway', 'report.perDay', 'report.mix']),
    rows,
  }
}

/** What `validate` has against the file, for the reader has to know it too. */
function findingBlocks({ findings, text }: Writer): readonly Block[] {
  if (findings.length === 0) return []
  return [
    { type: 'heading', level: 2, text: text('report.findings') },
    { type: 'list', items: findings.map(({ message }) => text(message)) },
  ]
}
