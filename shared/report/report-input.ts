import type { Message } from '#shared/base/message'
import { message } from '#shared/base/message'
import type { Comparison, MeasuredDesign } from '#shared/comparison/comparison'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Finding } from '#shared/document/finding'
import type { HygieneZone } from '#shared/document/vocabulary'
import type { Scenario, Settings, Workshop } from '#shared/document/workshop'
import type { Shape } from '#shared/drawing/shape'
import type { MetricUnit, Result } from '#shared/metrics/measurement'
import { figureText, metricName, resultText } from './metric-text'
import { say, type Words } from './say'
import type { SimulatedInput } from './simulated-input'
import type { WorstInput } from './worst-input'

/** The plans of one design: what patients and staff walk, and where clean and used meet. */
export type DesignPlans = { readonly design: string; readonly people: readonly Shape[]; readonly supplies: readonly Shape[] }

/** A room of a design, or one that the brief wants and the design lacks. Net areas in square metres. */
export type RoomRow = {
  /** The design's name. */
  readonly design: string
  readonly name: string
  /** The name of its room type. */
  readonly type: string
  readonly zone: HygieneZone | undefined
  readonly area: number | undefined
  readonly minimum: number | undefined
  readonly state: 'enough' | 'below' | 'missing' | 'noMinimum'
  /** The key of the type of the brief that it counts towards, its own or one that it serves as. */
  readonly meets: string | undefined
  /** Beyond the brief, and no corridor. */
  readonly isExtra: boolean
}

/** What is worth a look, and in which design; of none where it is the workshop's, or the sentence names it. */
export type ReportFinding = Finding & { readonly design?: Pick<Design, 'name'> | undefined }

/** Which file, in which state. `fingerprint` changes with every edit. */
export type AboutFile = { readonly file: string; readonly fingerprint: string }

/** What a report is made of. */
export type ReportInput = {
  readonly document: WardDocument
  readonly measured: readonly MeasuredDesign[]
  readonly comparison: Comparison
  readonly plans: readonly DesignPlans[]
  readonly rooms: readonly RoomRow[]
  /** What is wrong with the designs. It takes long to find, and only what shows it asks. */
  readonly findings: () => readonly ReportFinding[]
  /** Undefined where no days were run. */
  readonly simulated?: SimulatedInput | undefined
  /** Undefined where no worst days were run. */
  readonly worst?: WorstInput | undefined
  readonly about?: AboutFile | undefined
  readonly words: Words
}

/** The input with what every section asks of it. */
export type Writer = ReportInput & {
  readonly records: RecordTable
  readonly workshop: Workshop | undefined
  readonly settings: Settings | undefined
  readonly scenario: Scenario | undefined
  readonly currency: string | undefined
  /** The sentence of a key, or of a message. */
  readonly text: (key: string | Message, values?: Message['values']) => string
  readonly figure: (unit: MetricUnit, value: number) => string
  readonly result: (unit: MetricUnit, result: Result) => string
  readonly metric: (of: Parameters<typeof metricName>[0]) => string
}

export function writerOf(input: ReportInput): Writer {
  const { document, words } = input
  const records = document.workshop
  const [workshop] = recordsOf(records, 'workshop')
  const [settings] = recordsOf(records, 'settings')
  const currency = workshop?.currency
  return {
    ...input,
    records,
    workshop,
    settings,
    scenario: recordsOf(records, 'scenario').find(({ id }) => id === settings?.scenario),
    currency,
    text: (key, values = {}) => say(typeof key === 'string' ? message(key, values) : key, words),
    figure: (unit, value) => figureText(unit, value, words, currency),
    result: (unit, result) => resultText(result, unit, words, currency),
    metric: (of) => metricName(of, words, records),
  }
}
