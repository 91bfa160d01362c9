import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { afterAll, describe, expect, it } from 'vitest'
import { type Area, placeOn, readPlace, screenZoom, writePlace, zoomStep } from '#electron/window-place'

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

  it('larger on a screen that is seen from further away, and never smaller there than the page can be', () => {
    const wall: Area = { x: 0, y: 0, width: 3840, height: 2160 }
    expect(placeOn([wall], undefined).bounds).toEqual({ x: 480, y: 180, width: 2880, height: 1800 })
    expect(placeOn([wall], { bounds: { x: 10, y: 10, width: 900, height: 700 }, isMaximised: false }).bounds).toMatchObject({
      width: 1600,
      height: 1200,
    })
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

describe('how large its page is', () => {
  it('follows the screen, after its own scale', () => {
    const sizes = [
      [1366, 728],
      [1920, 1080],
      [2560, 1440],
      [3440, 1440],
      [2880, 1800],
      [3840, 2112],
      [3840, 2160],
      [5120, 2880],
    ] as const
    expect(sizes.map(([width, height]) => screenZoom({ width, height }))).toEqual([1, 1, 1, 1, 1.5, 2, 2, 2.75])
  })

  it('is chosen in steps, up to the last of them', () => {
    expect([zoomStep(1, 1), zoomStep(1, -1), zoomStep(2, 1), zoomStep(0.5, -1), zoomStep(1.3, 1)]).toEqual([1.1, 0.9, 2, 0.5, 1.5])
  })
})

describe('what is kept of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wardwright-place-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is read as it was written', () => {
    const place = { bounds: { x: -5, y: 7, width: 900, height: 700 }, isMaximised: true, zoom: 1.25 }
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
