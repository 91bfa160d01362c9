import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Id } from '#shared/base/ids'
import { hostLine } from '#shared/commands/opening-fit'
import { designsOf, type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import { decodeWard } from '#shared/exchange/ward-file'
import { measureDesign } from '#shared/metrics/measure'
import { shippedCatalogue } from '../support/catalogue'
import { resize } from '../support/electron-app'
import { draughtsman, type ReadOpening } from './draughtsman'
import { expect, test } from './fixtures'
import { floors } from './hand'
import { bytesOf, checkoutPath, workbench } from './open-app'
import { rectangle, THREE_ROOMS, threeRoomsBuilt } from './three-rooms'

let folder = ''
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardwright-drawn-'))
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))

/** Today's unit, in a file of the sample. */
async function sampleToday() {
  const document = await documentAt(checkoutPath('resources/samples/endoscopy.ward'))
  const design = designsOf(document).find(({ name }) => name === 'Today')
  const table = design === undefined ? undefined : document.designs[design.id]
  if (design === undefined || table === undefined) throw new Error('the sample has no Today')
  return { document, design: design.id, table }
}

async function documentAt(path: string): Promise<WardDocument> {
  const decoded = decodeWard(new Uint8Array(await bytesOf(path)))
  if (decoded.status === 'refused') throw new Error(decoded.problem.key)
  return decoded.document
}

/** Every measure of a design by its name and subject; what has no value says why. */
function measuresOf(document: WardDocument, design: Id): ReadonlyMap<string, number | string> {
  const { values } = measureDesign(document, design, 'own')
  return new Map(
    values.map(({ metric, subject, result }) => [`${metric} ${subject ?? ''}`, result.status === 'available' ? result.value : result.reason.key]),
  )
}

function expectSame(found: ReadonlyMap<string, number | string>, wanted: ReadonlyMap<string, number | string>): void {
  expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort())
  const other = [...wanted].filter(([name, value]) => {
    const now = found.get(name)
    return typeof value === 'number' && typeof now === 'number' ? Math.abs(now - value) > 1e-6 * Math.max(1, Math.abs(value)) : now !== value
  })
  expect(other.map(([name, value]) => `${name}: ${found.get(name)}, not ${value}`)).toEqual([])
}

/** How many of each kind there are. */
function counted(table: RecordTable): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { kind } of Object.values(table)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function readOpening(table: RecordTable, opening: Opening): ReadOpening {
  const line = hostLine(table, opening.on)
  const owner = 'room' in opening.on ? table[opening.on.room] : undefined
  if (line === undefined) throw new Error(`${opening.id} is in no wall`)
  return { ...opening, ...line, room: owner?.kind === 'room' ? owner.name : undefined }
}

/** An empty plan in a workshop that knows what an endoscopy unit needs. */
async function beginOwn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'With the brief of an endoscopy unit' }).click()
  await expect(page.getByRole('application')).toBeVisible()
  await expect(floors(page)).toHaveCount(0)
}

async function saved(bench: ReturnType<typeof workbench>, page: Page): Promise<WardDocument> {
  const path = join(folder, 'Drawn.ward')
  await bench.willSaveAs(path)
  await page.keyboard.press('Control+s')
  await expect.poll(bench.title).toBe('Drawn - saved - Wardwright')
  return documentAt(path)
}

test('the unit of today is drawn from nothing by pointer and keys, and measures what the sample measures', { tag: '@long' }, async ({
  app,
  page,
}) => {
  test.setTimeout(900_000)
  const { document, design, table } = await sampleToday()
  await resize(app, { width: 1920, height: 1080 })
  const bench = workbench(app, page)
  await beginOwn(page)
  const draw = draughtsman(page)

  const [storey] = recordsOf(table, 'storey')
  await draw.outline(storey?.outline ?? [])
  const typeNames = new Map(recordsOf(document.workshop, 'roomType').map(({ key, name }) => [key, name]))
  for (const { roomType, name, corners } of recordsOf(table, 'room')) await draw.room({ type: typeNames.get(roomType) ?? roomType, name, corners })
  for (const wall of recordsOf(table, 'wall')) await draw.freeWall(wall)
  const kindOf = ({ opening, hinge }: Opening) => `${opening} ${hinge}`
  for (const opening of [...recordsOf(table, 'opening')].sort((a, b) => kindOf(a).localeCompare(kindOf(b)))) {
    await draw.opening(readOpening(table, opening))
  }
  const catalogue = shippedCatalogue()
  for (const { entry, ...piece } of [...recordsOf(table, 'fixture')].sort((a, b) => a.entry.localeCompare(b.entry))) {
    await draw.piece({ ...piece, entry: catalogue[entry]?.name ?? entry })
  }
  await draw.done()

  const wanted = measuresOf(document, design)
  const drawn = await saved(bench, page)
  const [own] = designsOf(drawn)
  expect(counted(drawn.designs[own?.id ?? ''] ?? {})).toEqual(counted(table))
  expectSame(measuresOf(drawn, own?.id ?? ''), wanted)

  // What is on the screen is what was saved.
  const figures = bench.board.locator('.tile-number')
  const shown = () =>
    figures.evaluateAll((all) =>
      all.map((figure) => [figure.closest('li')?.className.replace('tile-', '') ?? '', Number(figure.getAttribute('data-value'))] as const),
    )
  await expect.poll(async () => (await shown()).filter(([metric, value]) => !isNear(value, wanted.get(`${metric} `)))).toEqual([])
  expect((await shown()).length).toBeGreaterThan(8)
})

test('three rooms, an entrance, a door and a desk are drawn from nothing, and measure what the same measures that commands built', {
  tag: '@long',
}, async ({ app, page }) => {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  await beginOwn(page)
  const draw = draughtsman(page)
  await draw.outline(THREE_ROOMS.outline)
  for (const { name, type, bounds } of THREE_ROOMS.rooms) {
    await draw.room({ type: type.name, name, corners: rectangle(bounds).map((corner) => ({ ...corner, edge: 'wall' })) })
  }
  for (const { room, ...door } of THREE_ROOMS.doors) {
    const { name, bounds } = THREE_ROOMS.rooms[room]
    const [from, to] = rectangle(bounds)
    await draw.opening({ ...door, from, to, room: name })
  }
  await draw.piece(THREE_ROOMS.desk)
  await draw.done()

  const drawn = await saved(bench, page)
  const built = threeRoomsBuilt(await documentAt(checkoutPath('resources/samples/endoscopy.ward')))
  const [[own], [other]] = [designsOf(drawn), designsOf(built)]
  expect(counted(drawn.designs[own?.id ?? ''] ?? {})).toEqual(counted(built.designs[other?.id ?? ''] ?? {}))
  expectSame(measuresOf(drawn, own?.id ?? ''), measuresOf(built, other?.id ?? ''))
})

function isNear(value: number, wanted: number | string | undefined): boolean {
  return typeof wanted === 'number' && Math.abs(value - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted))
}
