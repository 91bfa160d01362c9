import type { WardDocument } from '#shared/document/document'
import { recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { canonicalJson } from '#shared/exchange/canonical-json'
import { measureDesign } from '#shared/metrics/measure'
import type { Measurement, MetricValue, Range, Reading } from '#shared/metrics/measurement'
import { askedRange, legsNotTried } from '#shared/metrics/range-asked'
import { figureText, metricName } from '#shared/report/metric-text'
import { rangeLegsText, rangeText } from '#shared/report/range-text'
import { designsAsked, loadWard } from './load'
import { type MeasurementDetail, measurementJson } from './measurement-json'
import { type ExitCode, type Output, said, tableText, WORDS } from './output'
import type { Options } from './usage'

/** Every measure that needs no simulation. */
export async function measureCommand(file: string | undefined, options: Options, { out, err }: Output): Promise<ExitCode> {
  const asked = options.value('reading') ?? 'own'
  if (asked !== 'own' && asked !== 'reference') {
    err(`wardwright: ${said({ key: 'cli.usage.notAReading', values: { reading: asked } })}\n`)
    return 2
  }
  const reading: Reading = asked
  const loaded = await loadWard(file ?? '')
  const designs = loaded.status === 'failed' ? loaded : designsAsked(loaded.value, options.values('design'))
  if (loaded.status === 'failed' || designs.status === 'failed') {
    err(`wardwright: ${designs.status === 'failed' ? designs.sentence : ''}\n`)
    return 1
  }
  const document = loaded.value
  const measured = designs.value.map((design) => ({ design, measurement: measureDesign(document, design.id, reading) }))
  const detail = { withParts: options.has('parts'), withRanges: options.has('ranges') }
  if (options.has('json')) {
    out(canonicalJson({ designs: measured.map(({ design, measurement }) => measurementJson(design, measurement, detail)) }))
  } else {
    out(measured.map(({ design, measurement }) => measurementText(document, design, measurement, detail)).join('\n'))
  }
  return 0
}

/** A table of one design for the terminal. */
function measurementText(document: WardDocument, design: Design, measurement: Measurement, { withParts, withRanges }: MeasurementDetail): string {
  const currency = recordsOf(document.workshop, 'workshop')[0]?.currency
  const heading = said({ key: `cli.measure.${measurement.reading}`, values: { design: design.name } })
  const why = measurement.overloaded.map(said)
  const rangeOf = (value: MetricValue): Range | undefined => {
    const asked = askedRange(measurement, value, withRanges)
    return asked?.status === 'found' ? asked.range : undefined
  }
  const rows = measurement.values.flatMap((value) => [
    [`  ${metricName(value, WORDS, document.workshop)}`, valueText(value, rangeOf(value), currency)],
    ...(withParts
      ? measurement
          .parts(value.metric, value.subject)
          .map((part) => [`      ${said(part.subject)}`, figureText(value.unit, part.amount, WORDS, currency)])
      : []),
  ])
  const notRanked = why.length === 0 ? '' : `  ${said({ key: 'cli.measure.notRanked', values: { why: why.join(' ') } })}\n`
  const notTried = withRanges ? 0 : legsNotTried(measurement)
  const more = notTried === 0 ? '' : `  ${said({ key: 'cli.measure.rangesNotSought', values: { count: notTried } })}\n`
  return `${heading}\n${notRanked}${tableText(rows)}${more}`
}

function valueText({ result, unit }: MetricValue, found: Range | undefined, currency: string | undefined): string {
  if (result.status === 'unavailable') return said({ key: 'cli.measure.unavailable', values: { why: said(result.reason) } })
  const value = figureText(unit, result.value, WORDS, currency)
  const range = found && rangeText(unit, found, WORDS, currency)
  return range === undefined ? value : said({ key: 'cli.measure.range', values: { value, range, legs: rangeLegsText(found!.legs, WORDS) } })
}
