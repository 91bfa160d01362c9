import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Part of the desktop, in its pixels. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** How much larger than the screen asks for, as chosen in the View menu: 1 is as large as that. */
export type WindowZoom = number

/** Where the window stood when it was closed, and how large its page was. */
export type WindowPlace = { readonly bounds: Area; readonly isMaximised: boolean; readonly zoom?: WindowZoom | undefined }

/**
 * What the View menu goes through: the steps that Chromium's own menu has between 50 and 200 % (components/zoom/page_zoom_constants.cc), but
 * for 75 %. To 200 %, because text has to be readable so large (WCAG 2.2, 1.4.4); no smaller than half, where the smallest text is 7 px.
 */
const ZOOM_STEPS: readonly WindowZoom[] = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

const whole = z.int().min(-100_000).max(100_000)
const Place = z.strictObject({
  bounds: z.strictObject({ x: whole, y: whole, width: whole.min(1), height: whole.min(1) }),
  isMaximised: z.boolean(),
  zoom: z.number().min(0.5).max(2).optional(),
})

/** The window is no smaller than an old projector shows (SVGA), and opens in a size that a laptop has room for: editable defaults (E). */
export const SMALLEST = { width: 800, height: 600 } as const
const USUAL = { width: 1440, height: 900 } as const

/**
 * Sizes of look.md (text of 16 px, 14 at the least) are meant for the projector of a seminar room, which has so many pixels: on one of 4K every
 * size is twice as many, as large on the wall. From half as many again on a screen counts as one to be seen from as far away (E): up to
 * 2560 x 1440 it is a larger monitor on a desk, where more room is worth more than larger text.
 */
const MADE_FOR = { width: 1920, height: 1080 } as const
const LARGE = 1.5

/** How many times larger the page of a window is on a screen, by quarters: 1 up to 2560 x 1440, 2 at 3840 x 2160. In the pixels of the desktop, after its own scale. */
export function screenZoom({ width, height }: Pick<Area, 'width' | 'height'>): number {
  const times = Math.min(width / MADE_FOR.width, height / MADE_FOR.height)
  return times < LARGE ? 1 : Math.round(times * 4) / 4
}

/** The next larger or smaller choice; at the ends the same. */
export function zoomStep(chosen: WindowZoom, by: 1 | -1): WindowZoom {
  const others = ZOOM_STEPS.filter((step) => (by === 1 ? step > chosen : step < chosen))
  return (by === 1 ? others[0] : others.at(-1)) ?? chosen
}

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
  const { width, height } = fitting(wanted ?? larger(USUAL, first), screen ?? first)
  const rest = { isMaximised: remembered?.isMaximised ?? false, zoom: remembered?.zoom }
  if (wanted !== undefined && screen !== undefined) return { bounds: { x: wanted.x, y: wanted.y, width, height }, ...rest }
  const x = first.x + Math.max(0, Math.round((first.width - width) / 2))
  const y = first.y + Math.max(0, Math.round((first.height - height) / 2))
  return { bounds: { x, y, width, height }, ...rest }
}

function canBeHeld(window: Area, screen: Area): boolean {
  const seenWidth = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return seenWidth >= GRIP.width && window.y >= screen.y && window.y + GRIP.height <= screen.y + screen.height
}

function fitting(wanted: Pick<Area, 'width' | 'height'>, screen: Area): Pick<Area, 'width' | 'height'> {
  const side = (length: number, least: number, most: number) => Math.max(least, Math.min(length, most))
  const least = larger(SMALLEST, screen)
  return { width: side(wanted.width, least.width, screen.width), height: side(wanted.height, least.height, screen.height) }
}

/** A size as large as the page on that screen. */
function larger({ width, height }: Pick<Area, 'width' | 'height'>, screen: Area): Pick<Area, 'width' | 'height'> {
  const times = screenZoom(screen)
  return { width: Math.round(width * times), height: Math.round(height * times) }
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
