import { resolve } from 'node:path'
import { writeWardFile } from '#electron/files/save-file'
import { canonicalJson } from '#shared/exchange/canonical-json'
import type { PlanOf } from '#shared/exchange/hand-over'
import { handOverOf } from './hand-over-of'
import { designsAsked } from './load'
import { type ExitCode, type Output, said } from './output'
import type { Options } from './usage'

/** What `--routes` may say, and the plan that it means. */
const ROUTES: ReadonlyMap<string, PlanOf> = new Map([
  ['all', 'all'],
  ['people', 'people'],
  ['supplies', 'supplies'],
  ['none', 'building'],
])

/** One design as a drawing with its routes or without, and a scale bar. */
export async function exportCommand(file: string | undefined, options: Options, output: Output): Promise<ExitCode> {
  const { out, err } = output
  const to = options.value('to')
  if (to === undefined || !to.toLowerCase().endsWith('.svg')) {
    err(`wardwright: ${said({ key: 'cli.usage.exportTo', values: {} })}\n`)
    return 2
  }
  const routes = options.value('routes') ?? 'all'
  const of = ROUTES.get(routes)
  if (of === undefined) {
    err(`wardwright: ${said({ key: 'cli.usage.notRoutes', values: { routes } })}\n`)
    return 2
  }
  const fail = (sentence: string): ExitCode => {
    err(`wardwright: ${sentence}\n`)
    return 1
  }
  const compared = await handOverOf(file ?? '', output, { isReportMade: false })
  if (compared.status === 'failed') return fail(compared.sentence)
  const { document, made } = compared.value
  const asked = designsAsked(document, options.values('design'))
  if (asked.status === 'failed') return fail(asked.sentence)
  const [design, another] = asked.value
  if (design === undefined || another !== undefined)
    return fail(said({ key: 'cli.whichDesign', values: { names: asked.value.map(({ name }) => name) } }))
  const written = await writeWardFile(resolve(to), new TextEncoder().encode(made.plan(design.id, of) ?? ''))
  if (written.status === 'failed') return fail(said(written.problem))
  err(`${said({ key: 'cli.export.wrote', values: { design: design.name, file: to } })}\n`)
  if (options.has('json')) out(canonicalJson({ design: design.id, routes, file: to }))
  return 0
}
