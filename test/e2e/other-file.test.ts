import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Id } from '#shared/base/ids'
import { putRecord } from '#shared/commands/put-record'
import { saveArrangement } from '#shared/commands/save-arrangement'
import { putUnderlay } from '#shared/commands/underlay'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { pngOf } from '../support/foreign-files'
import { expect, test } from './fixtures'
import { bytesOf, checkoutPath, workbench } from './open-app'

const PART = `underlays/${'ab'.repeat(16)}.png`

let folder = ''
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardwright-other-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** Another table's file: the sample, with one more of a room in its brief, an arrangement of its own and a picture under Racetrack. */
async function theirs(): Promise<string> {
  const decoded = decodeWard(new Uint8Array(await bytesOf(checkoutPath('resources/samples/endoscopy.ward'))))
  if (decoded.status === 'refused') throw new Error(decoded.problem.key)
  let document: WardDocument = decoded.document
  const done = (edit: ReturnType<typeof putRecord>) => {
    if (edit.status === 'refused') throw new Error(edit.reason.key)
    document = applyChange(document, edit.change)
  }
  const [requirement] = recordsOf(document.workshop, 'requirement')
  if (requirement === undefined) throw new Error('the sample has a brief')
  done(putRecord(document, { ...requirement, count: requirement.count + 1 }))
  const racetrack = designsOf(document).find(({ name }) => name === 'Racetrack')?.id as Id
  const [room] = recordsOf(document.designs[racetrack] ?? {}, 'room')
  done(saveArrangement(document, { id: 'arrangement_theirs01', name: 'Their bay', elements: [room?.id as Id] }))
  const picture = { name: 'their plan.png', part: PART, pixels: { width: 80, height: 40 } }
  done(putUnderlay(document, { design: racetrack, picture, at: { x: 20, y: 10 }, width: 40 }, (prefix) => `${prefix}_theirs01`))
  const path = join(folder, 'Table 4.ward')
  await writeFile(path, encodeWard(document, new Map([[PART, pngOf(80, 40)]])))
  return path
}

async function willChoose(app: Parameters<typeof workbench>[0], path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
}

test("another table's designs are ticked, what differs is said, and they come along with their pictures", { tag: '@long' }, async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  await willChoose(app, await theirs())
  await page.getByRole('button', { name: 'Import' }).click()
  await page.getByRole('menuitem', { name: /Designs from another file/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Designs of Table 4.ward' })
  await expect(dialog.getByRole('checkbox', { name: /^Today/ })).not.toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: /^Racetrack/ })).toBeChecked()
  await expect(dialog).toContainText("This workshop's brief holds.")
  await expect(dialog).toContainText('Their bay was only in the other file and comes along.')
  const { violations } = await new AxeBuilder({ page }).include('.other-file').setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  await dialog.getByRole('checkbox', { name: /^Pods/ }).uncheck()
  await dialog.getByRole('checkbox', { name: /^One way/ }).uncheck()
  await dialog.getByRole('button', { name: 'Add 1 design' }).click()

  await expect(page.getByRole('navigation', { name: 'Designs' }).locator('[aria-current]')).toContainText('Racetrack 2')
  await expect(bench.plan.locator('image.underlay')).toHaveAttribute('data-underlay', 'their plan.png')
  await expect(page.getByRole('navigation', { name: 'Designs' }).getByRole('button')).toHaveCount(5)

  const saved = join(folder, 'both.ward')
  await bench.willSaveAs(saved)
  await page.keyboard.press('Control+s')
  await expect.poll(bench.title).toContain('both')
  const both = decodeWard(new Uint8Array(await bytesOf(saved)))
  expect(both.status === 'ok' && [...both.assets.keys()]).toEqual([PART])
  expect(both.status === 'ok' && recordsOf(both.document.workshop, 'arrangement').map(({ name }) => name)).toEqual(['Their bay'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('navigation', { name: 'Designs' }).getByRole('button')).toHaveCount(4)
})

test('a file that is no workshop is refused in a sentence, by the key too', async ({ app, page }) => {
  const bench = workbench(app, page)
  await bench.openPlan()
  const path = join(folder, 'letter.ward')
  await writeFile(path, 'Dear table 4')
  await willChoose(app, path)
  await page.keyboard.press('Control+Shift+O')
  await expect(page.getByRole('status').filter({ hasText: 'neither a Wardwright file' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await expect(bench.plan.locator('.shape-roomFloor')).not.toHaveCount(0)
})
