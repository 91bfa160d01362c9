import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { recordsOf } from '#shared/document/document'
import { encodeWard } from '#shared/exchange/ward-file'
import { wardwright } from '#test/support/cli'
import { temporaryFiles } from '#test/support/temporary-files'
import { workedExample } from '#test/support/worked-example'

const FILE = fileURLToPath(new URL('../../fixtures/worked-example.ward.json', import.meta.url))
const { file } = temporaryFiles()
const example = workedExample()
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

it('runs days of a design and says what they came to, with intervals', async () => {
  const { out, err, code } = await wardwright('simulate', FILE, '--replications', '4', '--threads', '1', '--json')
  expect({ err, code }).toEqual({ err: '', code: 0 })
  const { designs, replications, seed } = JSON.parse(out)
  expect({ replications, seed }).toEqual({ replications: 4, seed: 1 })
  const figure = (metric: string) => designs[0].figures.find((one: { metric: string }) => one.metric === metric)
  // Twenty patients at equal distances share two beds: each day as the other.
  expect(figure('simulatedPatientTravel')).toMatchObject({ mean: 37.05, days: 4 })
  expect(figure('visits').mean).toBe(20)
})

it('tells the same for a person', async () => {
  const { out, code } = await wardwright('simulate', FILE, '--replications', '2', '--threads', '1')
  expect(code).toBe(0)
  expect(out).toContain('Patient walking, a visit')
  expect(out).toContain('crowding is not modelled')
  expect(out).toMatch(/^Beside what is published of real units\n\nOf 1 figure that something is published about/m)
  expect(out).toContain('How long patients stay is not held against anything published')
})

it('sets what is published of real units beside the designs, and says what may be behind what lies outside', { timeout: 60_000 }, async () => {
  const { out } = await wardwright('simulate', `${ROOT}resources/samples/endoscopy.ward`, '--replications', '2', '--threads', '1', '--design', 'Pods')
  const table = out.slice(out.indexOf('\nMeasure'))
  expect(table).toMatch(/^Measure +Published +Pods\nHow long visits take: Örebro, 376 patients\n/m)
  expect(table).toMatch(/^ {2}Time in the unit: Procedure: colonoscopy +1 h 40 min to 2 h 3 min +\d h( \d+ min)?, (above|inside)$/m)
  expect(table).toMatch(/^ {2}- Walking, a person and shift: .+, Pods: Less than published: only walking/m)
})

it('says what is wrong with its words', async () => {
  expect(await wardwright('simulate', FILE, '--replications', 'many')).toMatchObject({ code: 2, out: '' })
  expect(await wardwright('simulate', FILE, '--seed', '-1')).toMatchObject({ code: 2 })
  expect(await wardwright('simulate', FILE, '--design', 'Nobody’s')).toMatchObject({ code: 1, out: '' })
  expect(await wardwright('simulate', FILE, '--days', '0')).toEqual({
    code: 2,
    out: '',
    err: 'wardwright: --days is a whole number from 1 to 366, not “0”.\n',
  })
  const { err } = await wardwright('compare', FILE, '--scenario', 'surge')
  expect(err).toBe('wardwright: --scenario is about simulated days: say how many runs there are to be, --replications N.\n')
})

it('takes a scenario by its name, its id or what goes wrong, and says which there are', async () => {
  const two = ['--replications', '2', '--threads', '1', '--json'] as const
  const [usual] = recordsOf(example.workshop, 'scenario')
  const byName = await wardwright('simulate', FILE, ...two, '--scenario', usual!.name.toUpperCase())
  expect(byName.code).toBe(0)
  expect(byName).toEqual(await wardwright('simulate', FILE, ...two, '--scenario', usual!.id))
  const { err, code } = await wardwright('simulate', FILE, '--scenario', 'Christmas')
  expect(code).toBe(1)
  expect(err).toMatch(/^wardwright: There is no scenario “Christmas”; there are: surge, .*\.\n$/)
  expect(err).toContain(usual!.name)
})

it('asks which of two scenarios of one name is meant', async () => {
  const [usual] = recordsOf(example.workshop, 'scenario')
  const twin = { ...usual!, id: 'scenario_000000twin' }
  const path = file('twins.ward', encodeWard({ ...example, workshop: { ...example.workshop, [twin.id]: twin } }))
  const { err, code } = await wardwright('simulate', path, '--scenario', usual!.name)
  expect({ err, code }).toEqual({
    code: 1,
    err: `wardwright: More than one scenario is called “${usual!.name}”; name one by its id: ${twin.id}, ${usual!.id}.\n`,
  })
})

it('gives the same bytes on 1, 2 and 4 threads, and the figures that it always gave', () => {
  execFileSync(process.execPath, [`${ROOT}electron/build/wardwright.mjs`, 'help'], { stdio: 'ignore' })
  const args = (threads: string) => [`${ROOT}dist/cli.mjs`, 'simulate', FILE, '--replications', '35', '--threads', threads, '--json']
  const [one, two, four] = ['1', '2', '4'].map((threads) => execFileSync(process.execPath, args(threads), { encoding: 'utf8' }))
  expect(two).toBe(one)
  expect(four).toBe(one)
  const { designs, replications } = JSON.parse(one!) as { designs: { figures: Figure[] }[]; replications: number }
  expect(replications).toBe(35)
  const told = designs[0]!.figures.filter(({ metric }) => PINNED.includes(metric)).map(({ metric, subject, mean, sd }) => [metric, subject, mean, sd])
  expect(createHash('sha256').update(JSON.stringify(told)).digest('hex')).toMatchInlineSnapshot(
    `"acfb1c2783c088ca8078a8183404c0acd23c192f46d8c96f03907cf835a46747"`,
  )
})

type Figure = { readonly metric: string; readonly subject: string | null; readonly mean: number; readonly sd: number }

const PINNED: readonly string[] = [
  'leadTime',
  'waiting',
  'simulatedPatientTravel',
  'simulatedStaffTravel',
  'utilisation',
  'occupancy',
  'queueWait',
  'overtime',
  'visits',
]
