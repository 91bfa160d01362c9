import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { wardwright } from '#test/support/cli'

const FILE = fileURLToPath(new URL('../../fixtures/worked-example.ward.json', import.meta.url))
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
})

it('says what is wrong with its words', async () => {
  expect(await wardwright('simulate', FILE, '--replications', 'many')).toMatchObject({ code: 2, out: '' })
  expect(await wardwright('simulate', FILE, '--seed', '-1')).toMatchObject({ code: 2 })
  expect(await wardwright('simulate', FILE, '--design', 'Nobody’s')).toMatchObject({ code: 1, out: '' })
})

it('gives the same bytes on 1 and on 4 threads', () => {
  execFileSync(process.execPath, [`${ROOT}electron/build/wardwright.mjs`, 'help'], { stdio: 'ignore' })
  const args = (threads: string) => [`${ROOT}dist/cli.mjs`, 'simulate', FILE, '--replications', '35', '--threads', threads, '--json']
  const [one, four] = ['1', '4'].map((threads) => execFileSync(process.execPath, args(threads), { encoding: 'utf8' }))
  expect(four).toBe(one)
  expect(JSON.parse(one!).replications).toBe(35)
})
