/** The value that a JSON text says, or where (offset of the first character) it stops being JSON. */
export type ParsedJson = { readonly status: 'ok'; readonly value: unknown } | { readonly status: 'fault'; readonly at: number }

/** The engine's own parser is fast but says where it failed in a form that differs by version, so a failed text is read again slowly. */
export function parsedJson(text: string): ParsedJson {
  try {
    return { status: 'ok', value: JSON.parse(text) }
  } catch {
    return { status: 'fault', at: firstFault(text) }
  }
}

/** Line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Where each element of the top-level array `name` starts: offsets into a text that is known to be JSON. */
export function elementOffsets(text: string, name: string): readonly number[] {
  const offsets: number[] = []
  let depth = 0
  let isInList = false
  let isStart = false
  let lastString = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (isBlank(character)) continue
    if (isStart && character !== ']') {
      offsets.push(at)
      isStart = false
    }
    if (character === '"') {
      const end = stringEnd(text, at) ?? text.length
      if (depth === 1) lastString = text.slice(at + 1, Math.min(end - 1, at + 80))
      at = end - 1
    } else if (character === '{' || character === '[') {
      depth++
      if (character === '[' && depth === 2 && lastString === name) isInList = isStart = true
    } else if (character === '}' || character === ']') {
      if (isInList && depth === 2) return offsets
      depth--
    } else if (character === ',' && isInList && depth === 2) isStart = true
  }
  return offsets
}

const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Offset of the first character that no JSON text could have there. Without recursion, so that nesting cannot exhaust the stack. */
function firstFault(text: string): number {
  const open: ('{' | '[')[] = []
  let at = 0
  const takes = (character: string): boolean => {
    while (isBlank(text[at])) at++
    if (text[at] !== character) return false
    at++
    return true
  }
  const takesString = (): boolean => {
    while (isBlank(text[at])) at++
    const end = text[at] === '"' ? stringEnd(text, at) : undefined
    if (end !== undefined) at = end
    return end !== undefined
  }
  const takesScalar = (): boolean => {
    NUMBER_OR_WORD.lastIndex = at
    if (!NUMBER_OR_WORD.test(text)) return takesString()
    at = NUMBER_OR_WORD.lastIndex
    return true
  }
  const takesName = (): boolean => takesString() && takes(':')
  for (;;) {
    if (takes('{')) {
      if (!takes('}')) {
        open.push('{')
        if (takesName()) continue
        return at
      }
    } else if (takes('[')) {
      if (!takes(']')) {
        open.push('[')
        continue
      }
    } else if (!takesScalar()) return at
    if (!takesNextValue(open, takes, takesName)) return at
  }
}

/** After a value: closes what ends here; false when no further value is due. */
function takesNextValue(open: ('{' | '[')[], takes: (character: string) => boolean, takesName: () => boolean): boolean {
  for (let inside = open.at(-1); inside !== undefined; inside = open.at(-1)) {
    if (takes(',')) return inside === '[' || takesName()
    if (!takes(inside === '{' ? '}' : ']')) return false
    open.pop()
  }
  takes('')
  return false
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Offset behind the string that starts at `start`; undefined when it is not one. */
function stringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!
    if (character === '"') return at + 1
    if (character < ' ') return undefined
    if (character === '\\') {
      ESCAPE.lastIndex = at
      if (!ESCAPE.test(text)) return undefined
      at = ESCAPE.lastIndex - 1
    }
  }
  return undefined
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r'
}
