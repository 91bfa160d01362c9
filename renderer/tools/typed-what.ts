import type { ToolChoice } from './tool-choice'
import { typedDegrees, typedLength, typedReach, typedSize } from './typed-length'

/** What a tool takes that is typed while it is in the hand. */
export type TypedWhat = 'size' | 'length' | 'width' | 'turn' | 'true-length'

type ToolName = ToolChoice['tool']

/** Undefined for a tool that takes nothing. */
const TYPED: Readonly<Record<ToolName, TypedWhat | undefined>> = {
  room: 'size',
  outline: 'size',
  wall: 'length',
  split: 'length',
  opening: 'width',
  fixture: 'turn',
  underlay: 'true-length',
  select: undefined,
  tape: undefined,
  walk: undefined,
  note: undefined,
  find: undefined,
  put: undefined,
  arrangement: undefined,
}

/** What is typed for a tool, by its name; undefined for one that takes nothing. */
export function typedFor(tool: ToolName): TypedWhat | undefined {
  return TYPED[tool]
}

/** Whether what was typed can be read as what it is typed for. */
export function isReadable(what: TypedWhat, text: string): boolean {
  switch (what) {
    case 'size':
      return typedSize(text) !== undefined || typedReach(text) !== undefined
    case 'length':
      return typedReach(text) !== undefined
    case 'width':
    case 'true-length':
      return (typedLength(text) ?? 0) > 0
    case 'turn':
      return typedDegrees(text) !== undefined
  }
}

/**
 * What Tab makes of a length that was typed: it leads on to the angle, or of a rectangle (`isRectangle`: one corner is all there is of it)
 * to the depth. Undefined where there is no such next thing to type.
 */
export function typedOnwards(what: TypedWhat, text: string, isRectangle: boolean): string | undefined {
  if ((what !== 'size' && what !== 'length') || typedReach(text)?.angle !== undefined || typedSize(text) !== undefined) return undefined
  if (/[<@x×;]|by/i.test(text) || typedLength(text) === undefined) return undefined
  return what === 'size' && isRectangle ? `${text} x ` : `${text}<`
}
