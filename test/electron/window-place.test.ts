import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { afterAll, describe, expect, it } from 'vitest'
import { type Area, placeOn, readPlace, writePlace } from '#electron/window-place'

const LAPTOP: Area = { x: 0, y: 0, width: 1366, height: 728 }
const PROJECTOR: Area = { x: 1366, y: 0, width: 1920, height: 1080 }

describe('where the window opens', () => {
  it('in the middle of the first screen, no larger than it, the first time', () => {
    expect(placeOn([PROJECTOR], undefined)).toEqual({ bounds: { x: 1366 + 240, y: 90, width: 1440, height: 900 }, isMaximised: false })
    expect(placeOn([LAPTOP], undefined).bounds).toEqual({ x: 0, y: 0, width: 1366, height: 728 })
  })

  it('where it stood', () => {
    const place = { bounds: { x: 1500, y: 40, width: 1200, height: 800 }, isMaximised: true }
    expect(placeOn([LAPTOP, PROJECTOR], place)).toEqual(place)
  })

  it('in the middle of what is left when its screen was unplugged', () => {
    const place = { bounds: { x: 1500, y: 40, width: 1200, height: 700 }, isMaximised: false }
    expect(placeOn([LAPTOP], place).bounds).toEqual({ x: 83, y: 14, width: 1200, height: 700 })
  })

  it('in the middle where its bar would be above the screen, out of reach of any hand', () => {
    expect(placeOn([LAPTOP], { bounds: { x: 100, y: -40, width: 1000, height: 600 }, isMaximised: false }).bounds.y).toBe(64)
  })
})

const side = fc.integer({ min: 800, max: 4000 })
const corner = fc.integer({ min: -5000, max: 5000 })
const area = fc.record({ x: corner, y: corner, width: side, height: side })

test.prop([fc.array(area, { minLength: 1, maxLength: 3 }), area])('it can always be got hold of', (screens, bounds) => {
  const place = placeOn(screens, { bounds, isMaximised: false }).bounds
  const isHeld = screens.some(({ x, y, width, height }) => {
    const seen = Math.min(place.x + place.width, x + width) - Math.max(place.x, x)
    return seen >= 160 && place.y >= y && place.y + 32 <= y + height
  })
  expect(isHeld).toBe(true)
  expect(placeOn(screens, { bounds: place, isMaximised: false }).bounds).toEqual(place) // and stays where it is the next time
})

describe('what is kept of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wardwright-place-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is read as it was written', () => {
    const place = { bounds: { x: -5, y: 7, width: 900, height: 700 }, isMaximised: true }
    const file = join(folder, 'new', 'window.json')
    writePlace(file, place)
    expect(readPlace(file)).toEqual(place)
  })

  it('counts for nothing where it is missing, broken or out of this world', () => {
    expect(readPlace(join(folder, 'none.json'))).toBeUndefined()
    for (const text of ['', '{', '[]', '{"bounds":{"x":1e9,"y":0,"width":9,"height":9},"isMaximised":false}', '{"isMaximised":true}']) {
      const file = join(folder, 'broken.json')
      writeFileSync(file, text)
      expect(readPlace(file)).toBeUndefined()
    }
  })
})
