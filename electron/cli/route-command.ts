import { buildBuilding } from '#shared/building/build-building'
import { recordsOf } from '#shared/document/document'
import { metresText } from '#shared/report/figures'
import { answerPairs, type PairAnswer } from '#shared/routing/answer-pairs'
import { bareFloor, pairsOf, type Read } from '#shared/routing/bare-floor'
import { floorOfStorey, stopAt } from '#shared/walkable/floor-of-building'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { designsAsked, failed, failedIn, type Loaded, loadJson, loadWard } from './load'
import { type ExitCode, type Output, said, tableText } from './output'
import type { Options } from './usage'

/** No body that walks is wider. Metres. */
const LARGEST_RADIUS_M = 5

/** Shortest routes between given points: in a design, or on a bare floor. */
export async function routeCommand(file: string | undefined, options: Options, { out, err }: Output): Promise<ExitCode> {
  const radius = lengthOf(options.value('radius') ?? '0')
  const floorFile = options.value('floor')
  const pairsFile = options.value('pairs')
  const problem =
    (file === undefined) === (floorFile === undefined)
      ? { key: 'cli.usage.routeOf', values: {} }
      : pairsFile === undefined
        ? { key: 'cli.usage.noPairs', values: {} }
        : radius >= 0 && radius <= LARGEST_RADIUS_M
          ? undefined
          : { key: 'cli.usage.notARadius', values: { radius: options.value('radius') ?? '' } }
  if (problem !== undefined) {
    err(`wardwright: ${said(problem)}\n`)
    return 2
  }
  const pairs = await loadRead(pairsFile ?? '', pairsOf)
  const ground = floorFile === undefined ? await groundOfDesign(file ?? '', options.values('design')) : await bareGround(floorFile)
  if (ground.status === 'failed' || pairs.status === 'failed') {
    err(`wardwright: ${ground.status === 'failed' ? ground.sentence : pairs.status === 'failed' ? pairs.sentence : ''}\n`)
    return 1
  }
  const { floor, regionAt } = ground.value
  const answers = answerPairs(floor, radius, pairs.value, regionAt)
  out(options.has('json') ? `${JSON.stringify(answers.map(answerJson))}\n` : answersText(answers))
  return 0
}

/** A number as people write it; NaN where it is anything else that `Number` would take. */
function lengthOf(text: string): number {
  return /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
}

type Ground = { readonly floor: WalkableFloor; readonly regionAt: (x: number, y: number) => number }

async function bareGround(path: string): Promise<Loaded<Ground>> {
  const floor = await loadRead(path, bareFloor)
  return floor.status === 'failed' ? floor : { status: 'ok', value: { floor: floor.value, regionAt: () => -1 } }
}

/** The first storey of a design. */
async function groundOfDesign(path: string, asked: readonly string[]): Promise<Loaded<Ground>> {
  const loaded = await loadWard(path)
  if (loaded.status === 'failed') return loaded
  const document = loaded.value
  const designs = designsAsked(document, asked)
  if (designs.status === 'failed') return designs
  const [design, another] = designs.value
  if (another !== undefined) return failed({ key: 'cli.whichDesign', values: { names: designs.value.map(({ name }) => name) } })
  const table = design && document.designs[design.id]
  const [settings] = recordsOf(document.workshop, 'settings')
  const storey = table && buildBuilding(table, document.workshop).storeys[0]
  if (storey === undefined || settings === undefined) return failedIn(path, { key: 'cli.noStorey', values: { design: design?.name ?? '' } })
  const floor = floorOfStorey(storey, settings.thresholds.gateDepth)
  return { status: 'ok', value: { floor, regionAt: (x, y) => stopAt(floor, { x, y }) } }
}

async function loadRead<T>(path: string, read: (json: unknown) => Read<T>): Promise<Loaded<T>> {
  const json = await loadJson(path)
  if (json.status === 'failed') return json
  const value = read(json.value)
  return value.ok ? { status: 'ok', value: value.value } : failedIn(path, value.problem)
}

/** To the hundredth of a micrometre: what a double of metres has no use for is left out of the text. */
function answerJson({ id, status, length, path }: PairAnswer): PairAnswer {
  const rounded = (metres: number) => Math.round(metres * 1e8) / 1e8 + 0
  return { id, status, length: length === null ? null : rounded(length), path: path.map(([x, y]) => [rounded(x), rounded(y)]) }
}

function answersText(answers: readonly PairAnswer[]): string {
  return tableText(
    answers.map(({ id, status, length }) => [
      String(id),
      said({ key: `cli.route.${status}`, values: {} }),
      length === null ? '' : metresText(length),
    ]),
  )
}
