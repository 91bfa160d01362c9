import { expect, it } from 'vitest'
import { NOT_EXPRESSED, openCases } from '#test/support/queueing-cases'
import { heldAnswers } from '#test/support/queueing-observed'

it.each(openCases().filter(({ id }) => NOT_EXPRESSED[id] === undefined))('agrees with the closed form of $id at a standard error of 1 %', (open) => {
  const off = heldAnswers(open, 0.01, 20_000).filter(({ mean, exact, error }) => !(Math.abs(mean - exact) <= 3.5 * error + 1e-9))
  expect(off).toEqual([])
})
