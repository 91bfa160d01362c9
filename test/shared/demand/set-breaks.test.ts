import { describe, expect, it } from 'vitest'
import { firstBreak } from '#shared/demand/set-breaks'
import { isTakeable } from '#shared/document/breaks'

const HOUR = 3600

describe('a break', () => {
  it('begins as half an hour in the two after the middle of the shift', () => {
    expect(firstBreak({ from: 8 * HOUR, to: 18 * HOUR })).toEqual({ from: 13 * HOUR, to: 15 * HOUR, duration: HOUR / 2 })
    expect(firstBreak({ from: 7.75 * HOUR, to: 15.5 * HOUR })).toEqual({ from: 11.5 * HOUR, to: 13.5 * HOUR, duration: HOUR / 2 })
  })

  it('can be taken where it is no longer than the time it has', () => {
    expect(isTakeable({ from: HOUR, to: 2 * HOUR, duration: HOUR })).toBe(true)
    expect(isTakeable({ from: HOUR, to: 2 * HOUR, duration: HOUR + 1 })).toBe(false)
  })
})
