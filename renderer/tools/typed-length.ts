const UNITS: Readonly<Record<string, number>> = { mm: 0.001, cm: 0.01, m: 1, '': 1 }

/**
 * A length as people type it: `4.2`, `4,2`, `4.2 m`, `420 cm`, `4200mm`, and sums such as `3.6+0.6` or `7.2/2`. Metres;
 * undefined where it is none.
 */
export function typedLength(text: string): number | undefined {
  const terms = text
    .replaceAll(',', '.')
    .trim()
    .toLowerCase()
    .split(/(?<=[\d\w])\s*([+\-*/])\s*/)
  let sum = lengthOf(terms[0] ?? '')
  for (let at = 1; at + 1 < terms.length && sum !== undefined; at += 2) {
    const next = lengthOf(terms[at + 1] ?? '')
    sum = next === undefined ? undefined : combined(sum, terms[at] ?? '', next)
  }
  return sum !== undefined && Number.isFinite(sum) ? sum : undefined
}

/** Two lengths, for a rectangle: `4.2 x 3`, `4.2*3` is one length, `4.2; 3`, `4.2 by 3`. Metres. */
export function typedSize(text: string): { readonly width: number; readonly depth: number } | undefined {
  const parts = text.split(/\s*(?:x|×|;|by)\s*/i)
  const [width, depth] = parts.map(typedLength)
  return parts.length === 2 && width !== undefined && depth !== undefined && width > 0 && depth > 0 ? { width, depth } : undefined
}

/** A length and an angle in degrees, for a wall: `3.2`, `3.2<45`, `3.2 @ 45`. */
export function typedReach(text: string): { readonly length: number; readonly angle: number | undefined } | undefined {
  const [first = '', second] = text.split(/\s*[<@]\s*/)
  const length = typedLength(first)
  const angle = second === undefined || second === '' ? undefined : Number(second.replace(',', '.').replace('°', ''))
  if (length === undefined || length <= 0 || (angle !== undefined && !Number.isFinite(angle))) return undefined
  return { length, angle }
}

function lengthOf(term: string): number | undefined {
  const match = /^(\d+(?:\.\d*)?|\.\d+)\s*(mm|cm|m|)$/.exec(term.trim())
  const [, digits = '', unit = ''] = match ?? []
  return match === null ? undefined : Number(digits) * (UNITS[unit] ?? 1)
}

function combined(a: number, sign: string, b: number): number {
  switch (sign) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    default:
      return a / b
  }
}

/** An angle as people type it: `45`, `22,5`, `45°`. Degrees; undefined where it is none. */
export function typedDegrees(text: string): number | undefined {
  const digits = text.replace(',', '.').replace('°', '').trim()
  const degrees = Number(digits)
  return digits === '' || !Number.isFinite(degrees) ? undefined : degrees
}
