import { sortedFindings } from '#shared/document/findings/sorted-findings'
import type { Scenario } from '#shared/document/workshop'
import { durationText, shortText } from './figures'
import { figureText } from './metric-text'
import { PUBLISHED } from './published'
import type { Block, Row } from './report'
import type { ReportFinding, Writer } from './report-input'
import { type SettingFact, settingFacts } from './settings-facts'
import { stepTimes } from './step-times'

/** What every figure rests on, by the last word of its key. */
const ASSUMPTIONS = ['tasks', 'expected', 'crowding', 'routes', 'time', 'money', 'defaults'] as const

/**
 * Keys of what the figures rest on: with simulated days among them, what is about time is another; where the usual day closes places,
 * which figures heed that.
 */
export function assumptionsOf(isSimulated: boolean, scenario: Scenario | undefined) {
  const always = ASSUMPTIONS.map((key) => (key === 'time' && isSimulated ? 'timeSimulated' : key))
  return (scenario?.closed ?? []).length > 0 ? [...always, 'closed' as const] : always
}

/** Every figure that the measures go by, with where it is from, so that a reader can ask "with what speed?". */
export function settingsSection(writer: Writer): readonly Block[] {
  const { text, settings, document, comparison } = writer
  if (settings === undefined) return []
  const facts = settingFacts(writer)
  const groups = [...new Set(facts.map(({ group }) => group))]
  const names = new Set(comparison.designs.map(({ design }) => design.name))
  const times = stepTimes(document).filter(({ design }) => design === undefined || names.has(design))
  return [
    { type: 'heading', level: 2, text: text('report.settings') },
    { type: 'paragraph', text: text('report.settingsNote'), tone: 'note' },
    ...groups.map((group): Block => {
      const rows = facts.filter((fact) => fact.group === group)
      return table(
        writer,
        group,
        ['report.setting', 'report.value', 'report.source'],
        rows.map((fact) => [fact.name, factText(fact, writer), text(`source.${fact.source}`)]),
      )
    }),
    table(
      writer,
      text('report.stepTimes'),
      ['report.step', 'report.value', 'report.source'],
      times.map(({ pathway, step, design, seconds, instead }) => [
        `${pathway}: ${step}`,
        durationText(seconds),
        design === undefined
          ? text('source.file')
          : instead === undefined
            ? text('report.assumedNew', { design })
            : text('report.assumedInstead', { design, usual: instead }),
      ]),
    ),
    { type: 'heading', level: 2, text: text('report.assumptions') },
    { type: 'list', items: assumptionsOf(writer.simulated !== undefined, writer.scenario).map((key) => text(`report.assumption.${key}`)) },
    { type: 'heading', level: 3, text: text('report.published') },
    {
      type: 'list',
      items: PUBLISHED.map((key) => text('report.publishedLine', { fact: text(`published.${key}`), source: text(`published.${key}.source`) })),
    },
  ]
}

function table({ text }: Writer, caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    type: 'table',
    caption,
    columns: columns.map((key, index) => ({ text: text(key), align: index === 1 ? ('right' as const) : ('left' as const) })),
    rows: rows.map((cells): Row => ({ cells: cells.map((cell) => ({ text: cell })) })),
  }
}

/** A setting as it is read, on the page and on the screen: 0.85 m, 1.3 m/s, 45 s, 24 %. */
export function factText({ value, unit }: SettingFact, { currency, words }: Writer): string {
  if (typeof value === 'string' || unit === undefined) return String(value)
  switch (unit) {
    case 'metrePerSecond':
      return `${shortText(value, 2)} m/s`
    case 'second':
      return `${shortText(value, 1)} s`
    case 'degree':
      return `${shortText(value, 1)}°`
    case 'hour':
      return durationText(value * 3600)
    default:
      return figureText(unit, value, words, currency)
  }
}

/**
 * What `validate` has to say, design by design, for the reader has to know it too; then what is only not drawn, and what a table left as it is,
 * with its reasons.
 */
export function findingsSection({ findings, text }: Writer): readonly Block[] {
  const found = findings()
  const tableOf = (caption: string, shown: readonly ReportFinding[]): readonly Block[] => {
    if (shown.length === 0) return []
    const rows = shown.map(({ design, message, ignored }): Row => {
      const note = ignored === undefined ? undefined : text('findings.because', { reason: ignored })
      return { cells: [{ text: design?.name ?? text('report.none') }, { text: text(message), note }] }
    })
    return [
      { type: 'heading', level: 2, text: caption },
      { type: 'table', caption, columns: ['sheet.design', 'report.what'].map((key) => ({ text: text(key), align: 'left' as const })), rows },
    ]
  }
  const { heeded, toCome, ignored } = sortedFindings(found)
  return [
    ...tableOf(text('report.findings'), heeded),
    ...tableOf(text('findings.to-come'), toCome),
    ...tableOf(text('report.findingsIgnored'), ignored),
  ]
}
