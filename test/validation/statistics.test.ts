import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { studentQuantile } from '#shared/base/student-t'
import { eachOf, meanInterval, pairedInterval, pairingFactor, runsForHalf, runsForShare, welchInterval } from '#shared/comparison/intervals'
import { knConstants, screeningQuantile, tellApart, warmUpOf } from '#shared/comparison/told-apart'

const FILE = new URL('../fixtures/statistics/worked-cases.json', import.meta.url)
const cases = JSON.parse(readFileSync(FILE, 'utf8'))

it('Student’s t, 20 quantiles', () => {
  for (const [key, value] of Object.entries(cases.t_quantiles as Record<string, number>)) {
    const [p, freedom] = key.split(',').map(Number) as [number, number]
    expect(studentQuantile(p, freedom)).toBeCloseTo(value, 7)
  }
})

it('paired t: Law and Kelton chapter 10, Rossetti table 5.5', () => {
  for (const { x, y, conf, dbar, sd, half, lo, hi } of [cases.LK_paired_t, cases.KSL_CRN]) {
    const found = pairedInterval(x, y, conf)
    expect([found.mean, found.sd, found.half, found.low, found.high]).toEqual([dbar, sd, half, lo, hi].map((value) => expect.closeTo(value, 7)))
  }
  const { x, y, varReduction } = cases.KSL_CRN
  expect(pairingFactor(x, y)).toBeCloseTo(varReduction, 6)
})

it('Welch: Law and Kelton, Rossetti table 5.4', () => {
  const { d, f, half, lo, hi } = cases.LK_welch
  const found = welchInterval(cases.LK_paired_t.x, cases.LK_paired_t.y, 0.9)
  expect([found.mean, found.freedom, found.half, found.low, found.high]).toEqual([d, f, half, lo, hi].map((value) => expect.closeTo(value, 7)))
  const { welch } = cases.KSL_indep
  const other = welchInterval(cases.KSL_indep.x, cases.KSL_indep.y)
  expect([other.freedom, other.half]).toEqual([welch.f, welch.half].map((value) => expect.closeTo(value, 7)))
})

it('runs needed: Law chapter 9, the bank', () => {
  const bank = cases.Law_bank
  const found = meanInterval(bank.x, 0.9)
  expect([found.mean, found.sd ** 2, found.half]).toEqual([bank.mean, bank.s2, bank.half].map((value) => expect.closeTo(value, 7)))
  expect(runsForHalf(found, 0.25, 0.9)).toBe(bank.n_abs_025)
  expect(runsForShare(found, 0.1, 0.9)).toBe(bank.n_rel_010)
})

it('screening and the constants of Kim and Nelson', () => {
  expect(screeningQuantile(4, 10, 0.95)).toBeCloseTo(cases.KSL_screen.t, 9)
  for (const [key, { eta, h2 }] of Object.entries(cases.KN_constants as Record<string, { eta: number; h2: number }>)) {
    const [k, alpha, first] = key.split(',').map((part) => Number(part.split('=')[1])) as [number, number, number]
    const found = knConstants(k, alpha, first)
    expect([found.eta, found.h2]).toEqual([expect.closeTo(eta, 10), expect.closeTo(h2, 9)])
  }
})

/** The generator that the cases name. */
function lcg(seed: number): () => number {
  let state = BigInt(seed)
  return () => {
    state = (state * 1_103_515_245n + 12_345n) % 2_147_483_648n
    return Number(state) / 2_147_483_648
  }
}

function knRows(count: number): readonly (readonly number[])[] {
  const next = lcg(42)
  const means = [10, 10.6, 11, 12.5]
  const root = Math.sqrt(12)
  return Array.from({ length: count }, () => {
    const common = 2 * root * (next() - 0.5)
    return means.map((mean) => mean + common + root * (next() - 0.5))
  })
}

it('telling four systems apart, run by run (Kim and Nelson 2001)', () => {
  const rows = knRows(200)
  rows[0]!.forEach((value, i) => {
    expect(value).toBeCloseTo(cases.KN_run.first_row[i], 10)
  })
  const found = tellApart(rows, 0.05, 0.5, 10)
  expect({ best: found.left, reps: found.runs, log: found.log }).toEqual({ best: cases.KN_run.best, reps: cases.KN_run.reps, log: cases.KN_run.log })
})

it('three comparisons with one standard, honest together (Bonferroni)', () => {
  const rows = knRows(20)
  const column = (i: number) => rows.map((row) => row[i]!)
  const paired = pairedInterval(column(1), column(0))
  const { dbar, sd, half, lo, hi } = cases.paired_from_KN_data_first20
  expect([paired.mean, paired.sd, paired.half, paired.low, paired.high]).toEqual([dbar, sd, half, lo, hi].map((value) => expect.closeTo(value, 7)))
  const { familyAlpha, cis } = cases.bonferroni_vs_standard_first20
  ;[1, 2, 3].forEach((i, at) => {
    const { low, high } = pairedInterval(column(i), column(0), eachOf(3, 1 - familyAlpha))
    expect([low, high]).toEqual(cis[at].map((value: number) => expect.closeTo(value, 7)))
  })
})

it('where a series has settled (MSER-5)', () => {
  const next = lcg(7)
  const series = Array.from({ length: 1000 }, (_, i) => 10 + 20 * Math.exp(-i / 60) + 2 * Math.sqrt(12) * (next() - 0.5))
  const found = warmUpOf(series)
  const { deleteObs, mser, truncMean, rawMean, valid } = cases.MSER5
  expect(found).toEqual({
    cut: deleteObs,
    isSettled: valid,
    statistic: expect.closeTo(mser, 10),
    mean: expect.closeTo(truncMean, 9),
    rawMean: expect.closeTo(rawMean, 9),
  })
})
