import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { studentQuantile } from '#shared/base/student-t'
import { type Interval, runsToTellApart } from '#shared/comparison/intervals'

const figure = fc.record({
  mean: fc.double({ min: -4, max: 4, noNaN: true }).filter((mean) => mean !== 0),
  sd: fc.double({ min: 0.01, max: 40, noNaN: true }),
  confidence: fc.constantFrom(0.9, 0.95, 1 - 0.05 / 3),
})

/** Whether so many runs tell a difference from none, worked out with nothing known before. */
function isTold({ sd, mean }: Pick<Interval, 'sd' | 'mean'>, confidence: number, runs: number): boolean {
  return studentQuantile(1 - (1 - confidence) / 2, runs - 1) * sd < Math.abs(mean) * Math.sqrt(runs)
}

// Many in a row: what is known of one tells the next one more.
test.prop([fc.array(figure, { minLength: 1, maxLength: 40 })])('the fewest runs are enough and one less is not', (figures) => {
  for (const { mean, sd, confidence } of figures) {
    const runs = runsToTellApart({ count: 40, mean, sd, half: 0, low: 0, high: 0 }, confidence)
    if (runs === undefined) expect(isTold({ mean, sd }, confidence, 1_000_000)).toBe(false)
    else {
      expect(isTold({ mean, sd }, confidence, runs)).toBe(true)
      if (runs > 2) expect(isTold({ mean, sd }, confidence, runs - 1)).toBe(false)
    }
  }
})
