import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { encodeWardJson } from '#shared/exchange/ward-file'
import { wardwright } from '#test/support/cli'
import { temporaryFiles } from '#test/support/temporary-files'
import { workedExample } from '#test/support/worked-example'

const { folder, file } = temporaryFiles()
const path = file('unit.ward.json', encodeWardJson(workedExample()))

it('draws a design with its routes and a scale bar', async () => {
  const to = join(folder, 'plan.svg')
  expect(await wardwright('export', path, '--design', 'worked example', '--to', to)).toEqual({
    out: '',
    err: `Drew Worked example to ${to}.\n`,
    code: 0,
  })
  const svg = readFileSync(to, 'utf8')
  expect(svg).toMatch(/^<svg .*<title>Worked example<\/title>/s)
  expect(svg).toContain('s-route f-patient')
  expect(svg).toContain('s-scaleBar')
})

it('tells a program what it wrote', async () => {
  const to = join(folder, 'told.svg')
  const { out, code } = await wardwright('export', path, '--routes', 'none', '--to', to, '--json')
  expect({ told: JSON.parse(out), code }).toEqual({ told: { design: expect.stringMatching(/^design_/), routes: 'none', file: to }, code: 0 })
  expect(existsSync(to)).toBe(true)
})

it('draws what is built, without a route, and only the routes that are asked for', async () => {
  const svgOf = async (routes: string) => {
    const to = join(folder, `${routes}.svg`)
    expect((await wardwright('export', path, '--routes', routes, '--to', to)).code).toBe(0)
    return readFileSync(to, 'utf8')
  }
  const [none, people, supplies] = [await svgOf('none'), await svgOf('people'), await svgOf('supplies')]
  const flowsOn = (svg: string) => [...new Set([...svg.matchAll(/class="s-route f-(\w+)/g)].map(([, flow]) => flow))].sort()
  expect([none, people, supplies].map(flowsOn)).toEqual([[], ['patient', 'staff'], ['clean', 'used']])
  expect(none).toMatch(/class="s-roomFloor.*class="s-scaleBar/s)
})

it.each([
  ['routes of nothing', ['export', path, '--routes', 'some', '--to', join(folder, 'nowhere.svg')], 2],
  ['no file to write', ['export', path], 2],
  ['a file of another kind', ['export', path, '--to', join(folder, 'plan.exe')], 2],
  ['a design that is not there', ['export', path, '--design', 'Nowhere', '--to', join(folder, 'nowhere.svg')], 1],
  ['a folder that is not there', ['export', path, '--to', join(folder, 'gone', 'plan.svg')], 1],
] as const)('says one sentence for %s', async (_, words, code) => {
  const answer = await wardwright(...words)
  expect(answer).toMatchObject({ out: '', code })
  expect(answer.err).toMatch(/^wardwright: \S.*\.\n$/)
  expect(existsSync(join(folder, 'nowhere.svg'))).toBe(false)
})
