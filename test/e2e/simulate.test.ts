import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { encodeWard } from '#shared/exchange/ward-file'
import { queueingUnit, queueStep } from '#test/support/queueing-unit'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'
import { checkoutPath, workbench } from './open-app'

/** The Simulate stage of the sample, with so many runs asked for of these designs. */
async function openSimulate(app: ElectronApplication, page: Page, runs: number, leftOut: readonly string[] = []) {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  await bench.openPlan()
  const stage = (name: string) => page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name }).click()
  await stage('Simulate')
  for (const name of leftOut) await page.getByRole('checkbox', { name, exact: true }).uncheck()
  await page.getByRole('textbox', { name: 'Runs' }).fill(String(runs))
  return {
    bench,
    stage,
    table: page.getByRole('table', { name: 'Simulated days' }),
    run: () => page.getByRole('button', { name: 'Run', exact: true }).click(),
    show: (name: string) => page.getByRole('navigation', { name: 'Pages of the simulation' }).getByRole('button', { name }).click(),
  }
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' ')}`)
}

test('days of two designs are run, and a figure opens who it is made of', async ({ app, page }) => {
  const { table, run } = await openSimulate(app, page, 2, ['Racetrack', 'One way'])
  // A field that is left empty says what is run all the same.
  await page.getByRole('textbox', { name: 'Runs' }).fill('')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Runs' })).toHaveValue('2')
  await run()
  await expect(table.getByRole('columnheader')).toHaveText(['Measure', 'Today', 'Pods'])
  await table.getByRole('button', { name: /^Time in the unit, a visit, Today: / }).click()
  const drawer = page.getByRole('dialog', { name: 'Time in the unit, a visit' })
  await expect(drawer.getByRole('listitem').first()).toContainText(/Endoscopy visit, came \d\d:\d\d/)
  await page.keyboard.press('Escape')

  await page.getByText('Every figure', { exact: true }).click()
  const behind = async (figure: string) => {
    await table
      .getByRole('button', { name: new RegExp(`^${figure}.*, Today: `) })
      .first()
      .click()
    const rows = page.getByRole('dialog', { name: figure }).getByRole('listitem')
    await expect(rows.first()).toBeVisible()
    const first = await rows.first().textContent()
    await page.keyboard.press('Escape')
    return first
  }
  expect(await behind('Visits, a day')).toMatch(/^\d\d:\d\dEndoscopy visit, left \d\d:\d\dRun 1/)
  expect(await behind('Handoffs from person to person, a visit')).toMatch(/^\d+Endoscopy visit, came \d\d:\d\dRun [12]/)
  expect(await behind('A patient keeps it')).toMatch(/Endoscopy visit in .*, from \d\d:\d\dRun [12]/)
})

test('a unit with patients inside at night is filled first, and it is said how long and why', async ({ app, page }, testInfo) => {
  await resize(app, { width: 1280, height: 800 })
  const bench = workbench(app, page)
  const path = testInfo.outputPath('stays.ward')
  const steps = [queueStep('stay', undefined, { shape: 'fixed', value: 3 * 86_400 })]
  await writeFile(path, encodeWard(queueingUnit({ places: {}, pathways: [{ key: 'visit0', steps }], volumes: [{ pathway: 'visit0', perDay: 4 }] })))
  await bench.openFile(path)
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: 'Simulate' }).click()
  await page.getByRole('textbox', { name: 'Runs' }).fill('3')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByText('patients are still inside when the next day begins', { exact: false })).toBeVisible()
  // Nothing is published of such a unit: that is said, too.
  await page.getByText('Beside what is published of real units').click()
  await expect(page.getByText('What nurses walk is not held against anything published', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Leave out the days that fill it' }).click()
  await expect(page.getByText('it takes 3 days until it is as full as it stays', { exact: false })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Days to fill up' })).toHaveValue('3')
  await expect(page.getByText('3 days before those fill the unit and are not counted.', { exact: false })).toBeVisible()
})

test('the app comes to the very figures of the command line', { tag: '@long' }, async ({ app, page }) => {
  test.setTimeout(120_000)
  const { table, run, stage } = await openSimulate(app, page, 10)
  const words = [checkoutPath('dist/cli.mjs'), 'simulate', checkoutPath('resources/samples/endoscopy.ward'), '--replications', '10', '--json']
  const { stdout } = await promisify(execFile)('node', words, { maxBuffer: 2 ** 26 })
  type Figure = { readonly metric: string; readonly subject: string | null; readonly mean: number | null }
  const { designs }: { readonly designs: readonly { readonly figures: readonly Figure[] }[] } = JSON.parse(stdout)
  await run()
  await expect(table).toBeVisible({ timeout: 60_000 })
  await page.getByText('Every figure', { exact: true }).click()
  let compared = 0
  for (const [index, { figures }] of designs.entries()) {
    const shown = await table.locator('tr[data-figure]').evaluateAll(
      (rows, column) =>
        rows.flatMap((row) => {
          const value = row.querySelectorAll('td')[column]?.querySelector('.score-value')
          return value === null || value === undefined
            ? []
            : [[row.getAttribute('data-figure') ?? '', Number(value.getAttribute('data-value'))] as const]
        }),
      index,
    )
    for (const [key, value] of shown) {
      const told = figures.find(({ metric, subject }) => (subject === null ? metric : `${metric} ${subject}`) === key)
      if (told?.mean === null || Number.isNaN(value)) continue
      expect(value, key).toBeCloseTo(told?.mean ?? Number.NaN, 5)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(200)

  await stage('Compare')
  const said = page.getByRole('button', { name: /^better: A patient is in the unit for about \d+ min less than today \(.* in 10 runs\)/ })
  await said.first().click({ timeout: 60_000 })
  const drawer = page.getByRole('dialog', { name: 'Time in the unit, a visit' })
  await expect(drawer.getByRole('listitem').first()).toContainText(/Endoscopy visit, came \d\d:\d\d/)
})

test('a run is stopped at once, and figures are stale after an edit until it is taken back', { tag: '@long' }, async ({ app, page }) => {
  const { bench, table, run, stage } = await openSimulate(app, page, 2000, ['Racetrack', 'One way'])
  await run()
  await expect(page.getByRole('progressbar', { name: /^Running days/ })).toBeVisible()
  await page.getByRole('form', { name: 'What is run' }).getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped before there were any figures.')).toBeVisible()

  await page.getByRole('textbox', { name: 'Runs' }).fill('3')
  await run()
  await expect(table).toBeVisible({ timeout: 60_000 })
  expect(await violationsOn(page)).toEqual([])

  await stage('Designs')
  await bench.design('Pods')
  await bench.select('Dirty utility and cleaning')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled()
  await stage('Simulate')
  await expect(page.getByText('Something was changed since these days were run.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Something was changed since these days were run.', { exact: false })).toBeHidden()
  await expect(table).toBeVisible()

  await stage('Compare')
  const part = page.getByRole('region', { name: 'Simulated days' })
  await expect(part).toContainText('3 runs of 1 day, seed 1.', { timeout: 60_000 })
  await expect(part.getByRole('button', { name: /^Waiting, a visit, Pods: / })).toBeVisible()
})

test('worst days say which design bends least, and two designs are told apart', { tag: '@long' }, async ({ app, page }) => {
  test.setTimeout(120_000)
  const { run, show, stage, table } = await openSimulate(app, page, 3, ['Racetrack', 'One way'])
  await show('Worst days')
  await page.getByRole('button', { name: 'Run the worst days' }).click()
  const worst = page.getByRole('table', { name: 'Worst days' })
  await expect(worst.getByRole('row', { name: /^One room down: Procedure room/ })).toContainText(/more .*worse|too small to call|about the same/, {
    timeout: 90_000,
  })
  await expect(worst.getByRole('row', { name: /^Worse than usual, on average/ })).toContainText(/min (more|less)\+?-?[\d.]+ %/)
  expect(await violationsOn(page)).toEqual([])

  // What is handed over has them, too.
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog', { name: 'Hand over' })).toContainText('With the worst days in it.')
  await page.keyboard.press('Escape')
  await stage('Compare')
  const part = page.getByRole('region', { name: 'Simulated days' })
  await expect(part).toContainText(/Worst days\. Time in the unit, a visit: (Bends least|None bends)/, { timeout: 60_000 })
  await part.getByRole('button', { name: 'See the worst days' }).click()
  await expect(worst).toBeVisible()

  await show('Results')
  await run()
  await expect(table).toBeVisible()
  await show('Tell two apart')
  await expect(page.getByText(/^Pods against Today: /)).toBeVisible()
  await page.getByRole('button', { name: 'Run until told apart' }).click()
  await expect(page.getByText(/^Told apart after \d+ runs: Pods is the better|less than the 5 % that matter/)).toBeVisible({ timeout: 90_000 })
  expect(await violationsOn(page)).toEqual([])
})
