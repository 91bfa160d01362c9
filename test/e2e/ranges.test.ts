import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeWard } from '#shared/exchange/ward-file'
import { shippedCatalogue } from '../support/catalogue'
import { resize } from '../support/electron-app'
import { largeWorkshop } from '../support/large-unit'
import { twoWaysUnit } from '../support/two-ways-unit'
import { expect, test } from './fixtures'
import { workbench } from './open-app'

let folder = ''

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardwright-ranges-'))
})

test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('a number that hangs on which of two ways is taken says so, and marks the trip', async ({ app, page }) => {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  // The clean set goes below the core, where it meets the used one, and the way above is 1 % longer.
  const path = join(folder, 'two-ways.ward')
  await writeFile(path, encodeWard(twoWaysUnit(-0.2)))
  await bench.openFile(path)
  await bench.tile('Clean meets used').click()

  const trips = page.getByRole('region', { name: 'Clean meets used' })
  const note = trips.getByRole('region', { name: 'Between what it lies' })
  await expect(note).toContainText('0 m to 15.3 m, by the way that is taken', { timeout: 20_000 })
  await expect(note).toContainText('1 trip has another way round that is less than 2 % longer.')
  await expect(note.getByRole('listitem')).toHaveText(['Left corridor, Cupboard to Treatment, Couch'])
  const [row] = await trips.locator('.parts li').all()
  await expect(row!).toContainText('another way is nearly as short')

  // The way above the core is drawn beside the one below it once the trip is picked.
  const ways = page.locator('.plan .shape-otherWay')
  await expect(ways).toHaveCount(0)
  await row!.getByRole('button').click()
  await expect(ways).toHaveCount(1)
  await expect(page.getByText('Another way, nearly as short', { exact: true })).toBeVisible()
  await trips.getByRole('button', { name: 'Show them all again' }).click()
  await expect(ways).toHaveCount(0)
  await note.getByRole('button', { name: /^Left corridor, Cupboard/ }).click()
  await expect(ways).toHaveCount(1)
  await expect(row!.getByRole('button')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(ways).toHaveCount(0)

  // Where they meet is listed by places: what the number hangs on is drawn by itself.
  await trips.getByRole('combobox', { name: 'Measure' }).click()
  await page.getByRole('option', { name: /^Conflict places/ }).click()
  await note.getByRole('button', { name: /^Left corridor, Cupboard/ }).click()
  await expect(ways).toHaveCount(1)
  await expect(page.locator('.plan .shape-route')).not.toHaveCount(0)

  // Both sets pass the treatment room's door whichever way is taken.
  await trips.getByRole('combobox', { name: 'Measure' }).click()
  await page.getByRole('option', { name: /^Shared doors/ }).click()
  await expect(trips.locator('.trips-value')).toHaveText('1')
  await expect(note).toBeHidden()
})

test('other ways of hundreds of trips are looked for bit by bit, while one goes on working', { tag: '@long' }, async ({ app, page }) => {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  const path = join(folder, 'large.ward')
  await writeFile(path, encodeWard(largeWorkshop(shippedCatalogue())))
  await bench.openFile(path)
  await bench.tile('Clean meets used').click()
  const trips = page.getByRole('region', { name: 'Clean meets used' })
  const note = trips.getByRole('region', { name: 'Between what it lies' })
  await note.getByRole('button', { name: 'Look for other ways' }).click()
  const progress = note.getByRole('progressbar')
  await expect(progress).toBeVisible()

  // The scoreboard does not wait for it.
  const travel = await bench.value('Patient travel')
  await page.getByRole('button', { name: 'List of rooms' }).click()
  await page.getByRole('navigation', { name: 'List of rooms' }).getByRole('button', { name: 'Preparation', exact: true }).first().click()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => bench.value('Patient travel')).not.toBe(travel)
  await expect(progress).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(() => bench.value('Patient travel')).toBe(travel)

  await expect(note).toContainText('by the way that is taken', { timeout: 240_000 })
  await expect(progress).toBeHidden()
  // Three of the trips are named, and the others when they are asked for.
  await expect(note.getByRole('listitem')).toHaveCount(3)
  const others = note.getByRole('button', { name: /^Name the \d+ others?$/ })
  const count = Number(/\d+/.exec(await others.innerText())?.[0])
  await others.click()
  await expect(note.getByRole('listitem')).toHaveCount(3 + count)
  await note.getByRole('button', { name: 'Name the first 3' }).click()
  await expect(note.getByRole('listitem')).toHaveCount(3)
})
