import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeWardJson } from '#shared/exchange/ward-file'
import type { StoreyPairAnswer } from '#shared/journeys/answer-storey-pairs'
import type { PairAnswer } from '#shared/routing/answer-pairs'
import { wardwright } from '#test/support/cli'
import { temporaryFiles } from '#test/support/temporary-files'
import { withLift } from '#test/support/two-storeys'
import { workedExample } from '#test/support/worked-example'
import { narrowDoor } from '#test/support/worked-variations'

const { folder, file } = temporaryFiles()
const example = file('example.ward.json', encodeWardJson(workedExample()))
const FLOOR = new URL('../../fixtures/floors/m1_rooms5.json', import.meta.url).pathname

describe('route in a design', () => {
  const PLACES: Record<string, readonly [number, number]> = {
    M: [0, 1.5],
    R: [0.75, -3],
    S: [4.25, -3],
    B1: [7.5, 4.2],
    B2: [9.25, 6],
    D: [18.95, -2],
    K: [13.1, -2.8],
    G: [20, 0.8],
  }
  // The table of routes worked out by hand.
  const ROUTES = [
    ['M', 'R', 5.75],
    ['R', 'S', 3.5],
    ['S', 'B1', 9.55],
    ['S', 'B2', 12],
    ['B1', 'R', 10.05],
    ['B2', 'R', 12.5],
    ['D', 'B1', 13.35],
    ['D', 'B2', 15.3],
    ['K', 'B1', 12.6],
    ['K', 'B2', 14.55],
    ['B1', 'G', 13.5],
    ['B2', 'G', 15.45],
    ['G', 'D', 6.15],
    ['D', 'S', 19.7],
  ] as const
  const pairs = file('pairs.json', JSON.stringify(ROUTES.map(([from, to]) => ({ id: `${from}-${to}`, start: PLACES[from], goal: PLACES[to] }))))

  it('finds every route of the worked example', async () => {
    const { out, code, err } = await wardwright('route', example, '--pairs', pairs, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const answers = JSON.parse(out) as PairAnswer[]
    for (const [index, [from, to, length]] of ROUTES.entries()) {
      expect(answers[index], `${from}-${to}`).toMatchObject({ id: `${from}-${to}`, status: 'ok' })
      expect(answers[index]?.length, `${from}-${to}`).toBeCloseTo(length, 6)
    }
  })

  it('rounds corners for a body with a radius', async () => {
    const check = file('check.json', JSON.stringify([{ id: 1, start: PLACES.M, goal: PLACES.R }]))
    const { out } = await wardwright('route', example, '--design', 'worked EXAMPLE', '--radius', '0.25', '--pairs', check, '--json')
    expect((JSON.parse(out) as PairAnswer[])[0]?.length).toBeCloseTo(6.102652, 6)
  })

  it('lets widths be: they are not asked for here', async () => {
    const narrow = file('narrow.ward.json', encodeWardJson(narrowDoor(workedExample())))
    const { out } = await wardwright('route', narrow, '--pairs', pairs, '--json')
    expect((JSON.parse(out) as PairAnswer[]).every(({ status }) => status === 'ok')).toBe(true)
  })
})

describe('route on a bare floor', () => {
  it('answers as the open floors say', async () => {
    const { queries } = JSON.parse(readFileSync(FLOOR, 'utf8')) as {
      queries: { start: number[]; goal: number[]; status: string; length: number | null }[]
    }
    const pairs = file('floor-pairs.json', JSON.stringify(queries.map(({ start, goal }, id) => ({ id, start, goal }))))
    const { out, code } = await wardwright('route', '--floor', FLOOR, '--pairs', pairs, '--json')
    expect(code).toBe(0)
    for (const [index, answer] of (JSON.parse(out) as PairAnswer[]).entries()) {
      expect(answer.status).toBe(queries[index]?.status)
      if (answer.status === 'ok') expect(answer.length).toBeCloseTo(queries[index]?.length ?? 0, 6)
    }
  })
})

describe('route says what is wrong', () => {
  const pairs = file('one.json', '[{"id": 1, "start": [0, 1.5], "goal": [1, -1]}]')
  it.each([
    ['no ground', ['--pairs', pairs], 2],
    ['no pairs', [example], 2],
    ['a radius that is none', [example, '--pairs', pairs, '--radius', 'wide'], 2],
    ['a radius of blanks', [example, '--pairs', pairs, '--radius', ' '], 2],
    ['a radius in hexadecimal', [example, '--pairs', pairs, '--radius', '0x1'], 2],
    ['a radius below 0', [example, '--pairs', pairs, '--radius', '-1'], 2],
    ['pairs that are not there', [example, '--pairs', join(folder, 'gone.json')], 1],
    ['pairs that are not JSON', [example, '--pairs', file('bad.json', '[1,')], 1],
    ['pairs without an id', [example, '--pairs', file('wrong.json', '[{"start": [0, 0]}]')], 1],
    ['pairs that are no list', [example, '--pairs', file('object.json', '{}')], 1],
    ['a floor that is none', ['--floor', pairs, '--pairs', pairs], 1],
    ['a design that is not there', [example, '--pairs', pairs, '--design', 'Pods'], 1],
  ])('%s', async (_, args, code) => {
    const answer = await wardwright('route', ...args)
    expect(answer).toMatchObject({ code, out: '' })
    expect(answer.err).toMatch(/^wardwright: .+\.\n$/)
    expect(answer.err).not.toMatch(/\n.*\n|[{}]|: :|\bat \//)
  })
})

describe('route over storeys', () => {
  const twoFloors = file('two-storeys.ward.json', encodeWardJson(withLift()))
  const pair = (id: string, start: readonly [number, number], goal: readonly [number, number], goalStorey: string) => ({
    id,
    start,
    goal,
    goalStorey,
  })
  const asked = file(
    'storeys.json',
    JSON.stringify([
      pair('S-B1', [4.25, -3], [4.1, 4.2], 'First floor'),
      pair('S-B2', [4.25, -3], [5.85, 6], 'storey_upstairs'),
      pair('M-R', [0, 1.5], [0.75, -3], 'Ground floor'),
    ]),
  )

  it('rides for 0 m, and names the lift', async () => {
    const { out, code, err } = await wardwright('route', twoFloors, '--pairs', asked, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const answers = JSON.parse(out) as StoreyPairAnswer[]
    expect(answers.map(({ id, status, rides }) => [id, status, rides])).toEqual([
      ['S-B1', 'ok', ['L1']],
      ['S-B2', 'ok', ['L1']],
      ['M-R', 'ok', []],
    ])
    for (const [index, metres] of [7.15 + 3.8, 7.15 + 5.75, 5.75].entries()) expect(answers[index]?.length).toBeCloseTo(metres, 6)
    expect(answers[0]?.storeys.map(({ storey }) => storey)).toEqual(['Ground floor', 'First floor'])
  })

  it('says which storey is not there', async () => {
    const wrong = file('attic.json', JSON.stringify([pair('1', [0, 1.5], [1, 1], 'Attic')]))
    const { code, err } = await wardwright('route', twoFloors, '--pairs', wrong)
    expect([code, err]).toEqual([1, 'wardwright: Pair 1 names the storey “Attic”, which the design does not have.\n'])
  })

  it('is measured, validated and compared like any other', async () => {
    expect((await wardwright('validate', twoFloors)).code).toBe(0)
    const { out } = await wardwright('measure', twoFloors, '--json')
    expect(out).toContain('"patientRides"')
    const to = join(folder, 'two-storeys-out')
    expect((await wardwright('compare', twoFloors, '--out', to)).code).toBe(0)
    const svg = readFileSync(join(to, 'plan-worked-example.svg'), 'utf8')
    expect([svg.includes('First floor'), svg.includes('Ground floor'), svg.includes('s-landing')]).toEqual([true, true, true])
  })
})
