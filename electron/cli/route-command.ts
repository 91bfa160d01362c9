import { buildBuilding } from '#shared/building/build-building'
import type { Building } from '#shared/building/building'
import { recordsOf } from '#shared/document/document'
import type { Settings } from '#shared/document/workshop'
import { answerStoreyPairs, type NoStorey, type StoreyPairAnswer } from '#shared/journeys/answer-storey-pairs'
import { metresText } from '#shared/report/figures'
import { answerPairs, type PairAnswer } from '#shared/routing/answer-pairs'
import { bareFloor, type Pair, pairsOf, type Read } from '#shared/routing/bare-floor'
import { createRouter } from '#shared/routing/create-router'
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
  const answers = answersOn(ground.value, radius, pairs.value)
  if ('storey' in answers) {
    err(`wardwright: ${said({ key: 'cli.noSuchStorey', values: { storey: answers.storey, pair: String(answers.id) } })}\n`)
    return 1
  }
  out(options.has('json') ? `${JSON.stringify(answers.map(answerJson))}\n` : answersText(answers))
  return 0
}

/** A number as people write it; NaN where it is anything else that `Number` would take. */
function lengthOf(text: string): number {
  return /^\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
}

/** On one floor, or over the storeys of a design. */
function answersOn(ground: Ground, radius: number, pairs: readonly Pair[]): readonly (PairAnswer | StoreyPairAnswer)[] | NoStorey {
  if ('building' in ground) {
    const { building, settings } = ground
    const floors = building.storeys.map((storey) => floorOfStorey(storey, settings.thresholds.gateDepth))
    const routers = floors.map((floor) => createRouter(floor, 0))
    const regionAt = (storey: number, x: number, y: number) => (floors[storey] === undefined ? -1 : stopAt(floors[storey], { x, y }))
    return answerStoreyPairs(building, settings, { routers, regionAt }, radius, pairs)
  }
  return answerPairs(ground.floor, radius, pairs, ground.regionAt)
}

type Ground =
  | { readonly building: Building; readonly settings: Settings }
  | { readonly floor: WalkableFloor; readonly regionAt: (x: number, y: number) => number }

async function bareGround(path: string): Promise<Loaded<Ground>> {
  const floor = await loadRead(path, bareFloor)
  return floor.status === 'failed' ? floor : { status: 'ok', value: { floor: floor.value, regionAt: () => -1 } }
}

/** A design: its one storey, or all of them. */
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
  const building = table && buildBuilding(table, document.workshop)
  const storey = building?.storeys[0]
  if (building !== undefined && building.storeys.length > 1 && settings !== undefined) return { status: 'ok', value: { building, settings } }
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
function answerJson(answer: PairAnswer | StoreyPairAnswer): PairAnswer | StoreyPairAnswer {
  const { id, status, length } = answer
  const rounded = (metres: number) => Math.round(metres * 1e8) / 1e8 + 0
  const placed = (path: PairAnswer['path']) => path.map(([x, y]) => [rounded(x), rounded(y)] as const)
  const plain = { id, status, length: length === null ? null : rounded(length), path: placed(answer.path) }
  if (!('rides' in answer)) return plain
  return { ...plain, storeys: answer.storeys.map(({ storey, path }) => ({ storey, path: placed(path) })), rides: answer.rides }
}

function answersText(answers: readonly (PairAnswer | StoreyPairAnswer)[]): string {
  return tableText(
    answers.map((answer) => {
      const { id, status, length } = answer
      const row = [String(id), said({ key: `cli.route.${status}`, values: {} }), length === null ? '' : metresText(length)]
      return 'rides' in answer ? [...row, answer.rides.join(', ')] : row
    }),
  )
}
