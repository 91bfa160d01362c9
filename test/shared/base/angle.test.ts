import { expect, it } from 'vitest'
import { cosDegrees, cosine, sinDegrees, sine } from '#shared/base/angle'

it('is exact at quarter turns, whichever way and however often round', () => {
  for (const turns of [-2, -1, 0, 1, 5]) {
    const at = turns * 3600
    expect([sine(at), sine(at + 900), sine(at + 1800), sine(at + 2700)]).toEqual([0, 1, 0, -1])
    expect([cosine(at), cosine(at + 900), cosine(at + 1800), cosine(at + 2700)]).toEqual([1, 0, -1, 0])
  }
})

it('never answers -0, which a file could not hold', () => {
  for (let tenths = -3600; tenths <= 3600; tenths += 900) {
    expect(Object.is(sine(tenths), -0)).toBe(false)
    expect(Object.is(cosine(tenths), -0)).toBe(false)
  }
})

it('is the sine and cosine at every tenth of a degree, to 2e-15', () => {
  for (let tenths = 0; tenths < 3600; tenths++) {
    expect(Math.abs(sine(tenths) - Math.sin((tenths * Math.PI) / 1800))).toBeLessThan(2e-15)
    expect(Math.abs(cosine(tenths) - Math.cos((tenths * Math.PI) / 1800))).toBeLessThan(2e-15)
  }
})

it('turns opposite, mirrored and quarter-turned angles into the same digits', () => {
  for (let tenths = 0; tenths <= 900; tenths++) {
    expect(sine(-tenths)).toBe(-sine(tenths) + 0)
    expect(sine(1800 - tenths)).toBe(sine(tenths))
    expect(cosine(tenths)).toBe(sine(900 - tenths))
    expect(sine(tenths + 900)).toBe(cosine(tenths))
  }
})

it('takes stored rotations in degrees', () => {
  expect(sinDegrees(30)).toBe(0.5)
  expect(cosDegrees(180)).toBe(-1)
  expect(sinDegrees(12.3)).toBe(sine(123))
})
