import type { Locator, Page } from '@playwright/test'
import { roundToMillimetre } from '#shared/base/units'
import type { Opening } from '#shared/document/elements/opening'
import type { Point } from '#shared/geometry/point'
import { expect } from './fixtures'
import { floors, handOver } from './hand'

/** A room as it is read off a drawing: counter-clockwise, each corner with what the wall after it is made of. Metres. */
export type ReadRoom = { readonly type: string; readonly name: string; readonly corners: readonly (Point & { readonly edge: string })[] }

/** A door, archway, window or hatch, by the line it lies in: from there metres along it are counted. */
export type ReadOpening = Pick<Opening, 'opening' | 'name' | 'along' | 'width' | 'hinge' | 'swing' | 'gate'> & {
  readonly from: Point
  readonly to: Point
  /** The room it belongs to; in a partition it belongs to none. */
  readonly room: string | undefined
}

/** A piece of furniture, by its name in the catalogue. */
export type ReadPiece = { readonly entry: string; readonly name: string; readonly x: number; readonly y: number; readonly rotation: number }

/** How far beside a wall the hand aims at it: on the side of the room that the door is to belong to. Metres. */
const BESIDE_M = 0.12

const TOOL_KEYS = { door: 'd', window: 'n', archway: 'a', passThrough: 'h' } as const
const LEAVES = { start: 'Single, hinge at its start', end: 'Single, hinge at its end', both: 'Double', sliding: 'Sliding' } as const
const ENTRANCES: Readonly<Record<string, string>> = { main: 'Main entrance', staff: 'Staff entrance', goods: 'Goods entrance' }
const MADE_OF: Readonly<Record<string, string>> = { wall: 'Wall', glazed: 'Glazing', open: 'Open' }

/** What a person does who draws after a drawing that lies beside the screen: pointer, keys and fields, and nothing else. */
export function draughtsman(page: Page) {
  const hand = handOver(page)
  const plan = page.getByRole('application')
  const hint = page.locator('.tool-hint')
  const inspector = page.getByRole('complementary', { name: 'Details' })
  const field = (label: string) => inspector.getByLabel(label, { exact: true })
  let inHand = ''

  /** Takes up a tool by its key, and says in its list of which kind. */
  const take = async (key: string, kind?: { readonly list: string; readonly option: string }) => {
    const wanted = `${key} ${kind?.option ?? ''}`
    if (inHand === wanted) return
    if (!inHand.startsWith(`${key} `)) await page.keyboard.press(key)
    if (kind !== undefined) await choose(hint.getByRole('combobox', { name: kind.list }), kind.option)
    inHand = wanted
  }

  const choose = async (list: Locator, option: string) => {
    if ((await list.inputValue()) === option) return
    await list.click()
    await page.getByRole('option', { name: option, exact: true }).click()
    await expect(list).toHaveValue(option)
  }

  /** Chooses from a list of the details, and gives the keys back to the plan. */
  const say = async (list: Locator, option: string) => {
    await choose(list, option)
    await page.keyboard.press('Escape')
  }

  const sayLast = async (list: Locator) => {
    await list.click()
    await page.getByRole('option').last().click()
    await page.keyboard.press('Escape')
  }

  /** Types into a field what it does not say already. */
  const type = async (label: string, wanted: number | string, unit = ' m') => {
    const shown = typeof wanted === 'number' ? `${wanted}${unit}` : wanted
    const input = field(label)
    if ((await input.inputValue()) === shown) return
    await input.click()
    if (typeof wanted === 'string') await page.keyboard.press('Control+a') // a figure is taken whole by the click
    await page.keyboard.type(String(wanted))
    await page.keyboard.press('Enter')
    await expect(input).toHaveValue(shown)
    await page.keyboard.press('Escape')
  }

  /** Does something after which something else is selected. */
  const selecting = async (act: () => Promise<void>) => {
    const selected = plan.getByTestId('selected')
    const before = (await selected.count()) === 1 ? await selected.getAttribute('d') : ''
    await act()
    await expect(selected).not.toHaveAttribute('d', before ?? '')
  }

  const typeReach = async (from: Point, to: Point) => {
    const [length, angle] = [Math.hypot(to.x - from.x, to.y - from.y), (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI]
    await page.keyboard.type(`${roundToMillimetre(length)}<${(angle + 360) % 360}`)
    await page.keyboard.press('Enter')
  }

  return {
    /** Puts the tool away. */
    async done(): Promise<void> {
      await page.keyboard.press('Escape')
      await expect(hint).toHaveCount(0)
      inHand = ''
    },

    /** The outer face of the building, an upright rectangle, and all of it in view. */
    async outline([lowerLeft, lowerRight, upperRight, upperLeft]: readonly Point[]): Promise<void> {
      if (lowerLeft === undefined || lowerRight === undefined || upperRight === undefined || upperLeft === undefined) throw new Error('no rectangle')
      await take('e')
      await hand.click(lowerLeft.x, lowerLeft.y)
      await page.keyboard.type(`${roundToMillimetre(upperRight.x - lowerLeft.x)} x ${roundToMillimetre(upperRight.y - lowerLeft.y)}`)
      await page.keyboard.press('Enter')
      await this.done()
      await page.keyboard.press('Shift+Digit1')
      await inspector.getByText('Outline of the building').click()
      for (const [index, { x, y }] of [lowerLeft, lowerRight, upperRight, upperLeft].entries()) {
        await type(`Corner ${index + 1} from the left`, x)
        await type(`Corner ${index + 1} from below`, y)
      }
    },

    async room({ type: roomType, name, corners }: ReadRoom): Promise<void> {
      const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
      const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
      const [width, depth] = [roundToMillimetre(Math.max(...xs) - left), roundToMillimetre(Math.max(...ys) - bottom)]
      await take('r', { list: 'Type of room', option: roomType })
      const before = await floors(page).count()
      const [first, ...others] = corners
      await hand.click(first?.x ?? 0, first?.y ?? 0)
      if (corners.length === 4) {
        await page.keyboard.type(`${width} x ${depth}`)
      } else {
        for (const [index, corner] of others.entries()) await typeReach(corners[index] as Point, corner)
      }
      await selecting(() => page.keyboard.press('Enter'))
      await expect(floors(page)).toHaveCount(before + 1)
      await type('From the left', left)
      await type('From below', bottom)
      await type('Name', name)
      await expect(field('Width')).toHaveValue(`${width} m`)
      await expect(field('Depth')).toHaveValue(`${depth} m`)
      for (const [index, corner] of corners.entries()) {
        if (corner.edge === 'wall') continue
        const edge = edgeName(corner, corners[(index + 1) % corners.length] as Point)
        const list = inspector.getByRole('combobox', { name: `${edge}: made of`, exact: true })
        if (!(await list.isVisible())) await inspector.getByText(`Its ${corners.length} walls`).click()
        await say(list, MADE_OF[corner.edge] ?? corner.edge)
      }
    },

    async freeWall({ from, to, thickness }: { readonly from: Point; readonly to: Point; readonly thickness: number }): Promise<void> {
      await take('w')
      await hand.click(from.x, from.y)
      await selecting(() => typeReach(from, to))
      await page.keyboard.press('Escape')
      await type('From the left', from.x)
      await type('From below', from.y)
      await type('Thickness', thickness)
    },

    async opening({ opening, name, from, to, along, width, hinge, swing, room, gate }: ReadOpening): Promise<void> {
      await take(TOOL_KEYS[opening], opening === 'door' ? { list: 'Leaf', option: LEAVES[hinge] } : undefined)
      const length = Math.hypot(to.x - from.x, to.y - from.y)
      const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length]
      const middle = along + width / 2
      await hand.move(from.x + dx * middle - dy * BESIDE_M, from.y + dy * middle + dx * BESIDE_M)
      await page.keyboard.type(String(width))
      await selecting(() => page.keyboard.press('Enter'))
      await type('Clear width', width)
      await type('From the corner', along)
      if (name !== '') await type('Name', name)
      if (opening === 'door' && swing === 'out') {
        const opens = inspector.getByRole('combobox', { name: 'Opens' })
        // A partition is no place: there the list says what lies on either side, the right one last.
        if (room !== undefined) await say(opens, `out of ${room}`)
        else await sayLast(opens)
      }
      if (gate !== undefined) await say(inspector.getByRole('combobox', { name: 'Entrance of the unit' }), ENTRANCES[gate] ?? gate)
    },

    async piece({ entry, name, x, y, rotation }: ReadPiece): Promise<void> {
      await take('o', { list: 'Piece of furniture', option: entry })
      await selecting(() => hand.click(x, y))
      await type('Turned by', rotation, '°')
      await type('From the left', x)
      await type('From below', y)
      if (name !== '') await type('Name', name)
    },
  }
}

/** How the list of a room's walls calls one. Corners run counter-clockwise, so outside is on the right. */
function edgeName(from: Point, to: Point): string {
  const [x, y] = [to.y - from.y, from.x - to.x]
  const side = Math.abs(x) >= Math.abs(y) ? (x > 0 ? 'Right' : 'Left') : y > 0 ? 'Above' : 'Below'
  return `${side}, ${Math.hypot(x, y).toFixed(2)} m`
}
