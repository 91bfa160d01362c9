import { brokenInTwo, type LabelForm } from './labels'

/** A name as it can be written: its lines, and the size of the type in pixels. */
export type WrittenForm = LabelForm & { readonly text: string; readonly isSmall: boolean }

/** Type of the two sizes; nothing smaller is read from the back of a room. Pixels. */
const LARGE_PX = 16
const SMALL_PX = 14
const LINE = 1.25
const PADDING = { across: 12, along: 4 }

let context: CanvasRenderingContext2D | null | undefined

/** The ways to write a name, the one liked best first. */
export function formsOf(name: string, family: string): readonly WrittenForm[] {
  context ??= document.createElement('canvas').getContext('2d')
  const wide = (text: string, px: number) => {
    if (context === null || context === undefined) return text.length * px * 0.6
    context.font = `500 ${px}px ${family}`
    return context.measureText(text).width
  }
  const two = brokenInTwo(name)
  return [LARGE_PX, SMALL_PX].flatMap((px) => {
    const one = written([name], px)
    return two === undefined ? [one] : [one, written(two, px)]
  })

  function written(lines: readonly string[], px: number): WrittenForm {
    const width = Math.max(...lines.map((line) => wide(line, px))) + PADDING.across
    return { text: lines.join('\n'), isSmall: px === SMALL_PX, width: Math.ceil(width), height: Math.ceil(lines.length * px * LINE) + PADDING.along }
  }
}
