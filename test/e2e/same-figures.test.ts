import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './fixtures'
import { checkoutPath, workbench } from './open-app'

type Measure = { readonly metric: string; readonly subject: string | null; readonly value: number | null }
type Comparison = { readonly designs: readonly { readonly name: string; readonly measures: readonly Measure[] }[] }

test('the scoreboard shows the very figures that the command line compares', { tag: '@long' }, async ({ app, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'wardwright-figures-'))
  try {
    const words = [checkoutPath('dist/cli.mjs'), 'compare', checkoutPath('resources/samples/endoscopy.ward'), '--out', folder]
    await promisify(execFile)('node', words)
    const comparison: Comparison = JSON.parse(await readFile(join(folder, 'comparison.json'), 'utf8'))

    const bench = workbench(app, page)
    await bench.openSample()
    for (const { name, measures } of comparison.designs) {
      await bench.design(name)
      await expect(bench.board).toHaveAttribute('data-design', name)
      const shown = await bench.board.locator('.tile-number').evaluateAll((figures) =>
        figures.map((figure) => ({
          metric: figure.closest('li')?.className.replace('tile-', '') ?? '',
          value: Number(figure.getAttribute('data-value')),
        })),
      )
      expect(shown.length).toBeGreaterThan(8)
      for (const { metric, value } of shown) {
        const compared = measures.find((measure) => measure.metric === metric && measure.subject === null)
        expect(value, `${metric} of ${name}`).toBeCloseTo(compared?.value ?? Number.NaN, 5)
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
