import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { encodeWard } from '#shared/exchange/ward-file'
import { wardwright } from '#test/support/cli'
import { temporaryFiles } from '#test/support/temporary-files'
import { twoWaysUnit } from '#test/support/two-ways-unit'
import { workedExample } from '#test/support/worked-example'
import { openedWorkbook, rowsOf } from '#test/support/xlsx-figures'

const { folder, file } = temporaryFiles()

/** The clean set goes above the core, 1.0 % shorter than below it, where it would share 15.27 m with the used one (`ranges.test.ts` of the metrics). */
const unit = file('two-ways.ward', encodeWard(twoWaysUnit(0.2)))
const SETTLE = 'to settle it, send it past a room or a door under its step in Brief, Pathways'
const LEG = 'Left corridor, Cupboard to Treatment, Couch'
const shared = (Math.hypot(9, 3) * 5) / 9 + 10

it('measure says between what a figure lies, by which leg, and what settles it', async () => {
  const { out, code } = await wardwright('measure', unit)
  expect(code).toBe(0)
  const line = out.split('\n').find((each) => each.includes('Metres shared by clean and used a trip'))
  expect(line).toContain(`0 m (0 m to 15.3 m: “${LEG}” has another way that is nearly as short; ${SETTLE})`)
  expect(out).toContain('own route (own route or shared, time not known:')
  // The door is shared whichever way is taken.
  expect(out.split('\n').find((each) => each.includes('Shared doors'))).not.toContain('(')
})

it('measure --ranges finds the same where few legs have to be tried', async () => {
  expect((await wardwright('measure', unit, '--ranges')).out).toBe((await wardwright('measure', unit)).out)
})

it('measure --json has the range beside the value, and none where there is none', async () => {
  const valuesOf = async (path: string) => {
    const { out } = await wardwright('measure', path, '--json')
    return JSON.parse(out).designs[0].values as {
      metric: string
      subject: string | null
      value: number
      range?: { low: number; high: number; legs: object[] }
    }[]
  }
  const found = (await valuesOf(unit)).find(({ metric, subject }) => metric === 'sharedMetresPerTrip' && subject === null)
  expect(found).toMatchObject({
    value: 0,
    range: { low: 0, high: expect.closeTo(shared, 5), legs: [{ subject: { text: LEG }, low: 0, high: expect.closeTo(shared, 5), otherWays: 1 }] },
  })
  const worked = await valuesOf(file('worked.ward', encodeWard(workedExample())))
  expect(worked.filter(({ range }) => range !== undefined)).toEqual([])
})

it('compare has it on the terminal, in the report, in the workbook and among the figures', async () => {
  const out = join(folder, 'taken home')
  const { out: text, code } = await wardwright('compare', unit, '--out', out)
  expect(code).toBe(0)
  const line = `Two ways, Metres shared by clean and used a trip: 0 m (0 m to 15.3 m; “${LEG}” has another way that is nearly as short; ${SETTLE})`
  expect(text.replaceAll(/\s+/g, ' ')).toContain(line)
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain(line)
  const [heading, ...rows] = rowsOf(openedWorkbook(readFileSync(join(out, 'comparison.xlsx'))), 'Ranges')
  expect(heading).toEqual(['Design', 'Measure', 'Lowest', 'Value', 'Highest', 'Trips with another way nearly as short'])
  expect(rows).toContainEqual(['Two ways', 'Metres shared by clean and used a trip', 0, 0, expect.closeTo(shared, 5), LEG])
  const figures = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8'))
  const measure = figures.designs[0].measures.find((each: { metric: string; subject: string | null }) => each.metric === 'dignityMetres')
  expect(measure.range).toMatchObject({ low: 0, high: 10 })
})

it('compare says nothing of ranges where there are none', async () => {
  const { out } = await wardwright('compare', file('worked.ward', encodeWard(workedExample())))
  expect(out).not.toContain('Ranges')
})
