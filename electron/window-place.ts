import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Part of the desktop, in its pixels. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where the window stood when it was closed. */
export type WindowPlace = { readonly bounds: Area; readonly isMaximised: boolean }

const whole = z.int().min(-100_000).max(100_000)
const Place = z.strictObject({
  bounds: z.strictObject({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }),
  isMaximised: z.boolean(),
})

export const SMALLEST = { width: 800, height: 600 } as const
const USUAL = { width: 1440, height: 900 } as const

/** So much of the bar at the top of a window must be on a screen for a hand to get hold of it. Pixels. */
const GRIP = { width: 160, height: 32 } as const

/**
 * Where the window opens: where it stood, if it can be got hold of there, and no larger than that screen; in the middle of the first
 * screen otherwise, because a projector that is unplugged takes its part of the desktop with it. `screens` without their task bars.
 */
export function placeOn(screens: readonly Area[], remembered: WindowPlace | undefined): WindowPlace {
  const first = screens[0] ?? { x: 0, y: 0, ...USUAL }
  const wanted = remembered?.bounds
  const screen = wanted === undefined ? undefined : screens.find((each) => canBeHeld({ ...wanted, ...fitting(wanted, each) }, each))
  const { width, height } = fitting(wanted ?? USUAL, screen ?? first)
  const isMaximised = remembered?.isMaximised ?? false
  if (wanted !== undefined && screen !== undefined) return { bounds: { x: wanted.x, y: wanted.y, width, height }, isMaximised }
  const x = first.x + Math.max(0, Math.round((first.width - width) / 2))
  const y = first.y + Math.max(0, Math.round((first.height - height) / 2))
  return { bounds: { x, y, width, height }, isMaximised }
}

function canBeHeld(window: Area, screen: Area): boolean {
  const seenWidth = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return seenWidth >= GRIP.width && window.y >= screen.y && window.y + GRIP.height <= screen.y + screen.height
}

function fitting(wanted: Pick<Area, 'width' | 'height'>, screen: Area): Pick<Area, 'width' | 'height'> {
  const side = (length: number, least: number, most: number) => Math.max(least, Math.min(length, most))
  return { width: side(wanted.width, SMALLEST.width, screen.width), height: side(wanted.height, SMALLEST.height, screen.height) }
}

/** The place of the last time; undefined where there is none, or none that can be read: then the window opens as the first time. */
export function readPlace(file: string): WindowPlace | undefined {
  try {
    return Place.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

export function writePlace(file: string, place: WindowPlace): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(place))
    renameSync(`${file}.new`, file)
  } catch {
    // a full or read-only disk: the window opens in the middle next time
  }
}
