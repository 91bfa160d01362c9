import { expect, it } from 'vitest'
import { BINDINGS } from '../../../renderer/app/bindings'
import { DRAWING_TOOLS } from '../../../renderer/app/drawing-tools'
import { paletteItems } from '../../../renderer/app/palette-items'
import type { Desk } from '../../../renderer/state/desk'
import { hasWords, words } from '../../../renderer/state/words'

/** A desk with nothing open. */
const emptyDesk = { documents: { getState: () => ({ open: undefined }) }, view: { getState: () => ({ design: undefined }) } } as unknown as Desk

it('binds no key twice', () => {
  const keys = BINDINGS.flatMap((binding) => binding.keys)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

it('has words for each binding, a group that the sheet of shortcuts lists, and a key for each tool', () => {
  for (const { label, group } of BINDINGS) {
    expect([label, hasWords(label)]).toEqual([label, true])
    expect(hasWords(`keys.group.${group}`)).toBe(true)
  }
  const names = BINDINGS.map(({ label }) => label as string)
  expect(DRAWING_TOOLS.filter(({ name }) => !names.includes(`keys.tool.${name}`))).toEqual([])
})

it('has each binding in the palette, those by arrows once for each way', () => {
  const labels = paletteItems(emptyDesk).map(({ label }) => label)
  for (const { label } of BINDINGS) {
    if (label === 'keys.palette') continue
    const text = words(label)
    const ways = labels.filter((each) => each === text || each.startsWith(`${text}: `)).length
    expect([label, ways]).toEqual([label, label.startsWith('keys.nudge') ? 4 : 1])
  }
})
