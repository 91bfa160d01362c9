import '../zod-without-eval'
import './alive'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import { findingsOf } from '#shared/building/document-findings'
import { compareDesigns } from '#shared/comparison/comparison'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { withTimedSeparation } from '#shared/comparison/timed-separation'
import { recordsOf } from '#shared/document/document'
import { handOver } from '#shared/exchange/hand-over'
import { simulatedInput } from '#shared/report/simulated-input'
import { worstInput } from '#shared/report/worst-input'
import { scenarioMessage } from '#shared/simulation/run-terms'
import { catalogue } from '../state/catalogue'
import { table } from '../state/words'
import { worstRuns } from '../state/worst-runs'
import type { ExportOrder, MadeExport } from './export-messages'

self.addEventListener('message', ({ data }: MessageEvent<ExportOrder>) => {
  made(data).then(
    (files) => self.postMessage({ status: 'made', files } satisfies MadeExport, { transfer: files.map(({ bytes }) => bytes.buffer) }),
    (error: unknown) => self.postMessage({ status: 'failed', why: error instanceof Error ? error.message : String(error) } satisfies MadeExport),
  )
})

/** Measures every design afresh and makes what is ordered of it. */
async function made({
  document,
  file,
  kind,
  design,
  plan,
  simulated,
  worst,
}: ExportOrder): Promise<Extract<MadeExport, { status: 'made' }>['files']> {
  const [settings] = recordsOf(document.workshop, 'settings')
  if (settings === undefined) throw new Error('no settings')
  const measured = withTimedSeparation(measureDesigns(document), simulated?.runs ?? [])
  const taken = handOver({
    document,
    measured,
    comparison: compareDesigns(measured, settings),
    findings: () => findingsOf(document),
    simulated: simulated && simulatedInput(document, simulated.runs, simulated.terms, scenarioMessage(simulated.terms.scenario, document.workshop)),
    worst: worst && worstInput(document, worstRuns(worst, document)),
    words: table,
    catalogue,
    file,
  })
  const text = (name: string, content: string | undefined) => (content === undefined ? [] : [{ name, bytes: new TextEncoder().encode(content) }])
  const printed = async () => text('report-to-print.html', taken.report(await typeface()))
  const drawing = (font?: string) => text('plan.svg', taken.plan(design, plan, font))
  switch (kind) {
    case 'report':
      return text('report.html', taken.report())
    case 'pdf':
      return printed()
    case 'spreadsheet':
      return [{ name: 'comparison.xlsx', bytes: Uint8Array.from(taken.spreadsheet()) }]
    case 'figures':
      return text('comparison.json', taken.figures())
    case 'svg':
      return drawing()
    case 'png':
      return drawing(await typeface())
    case 'folder':
      return [
        ...text('report.html', taken.report()),
        ...(await printed()),
        { name: 'comparison.xlsx', bytes: Uint8Array.from(taken.spreadsheet()) },
        ...text('comparison.json', taken.figures()),
        ...taken.drawings().flatMap(({ name, svg }) => text(name, svg)),
      ]
  }
}

/** The type of the app in base64: what is printed or made a picture here looks the same on every machine. */
async function typeface(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(inter)).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
