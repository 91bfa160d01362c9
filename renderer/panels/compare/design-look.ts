/** Colour and pattern of a design in every chart: neither those of the flows nor those of better and worse. Today is grey. */
export type DesignLook = { readonly colour: string; readonly pattern: 'solid' | 'diagonal' | 'dots' | 'rings' | 'cross' | 'upright' }

const TODAY: DesignLook = { colour: '#51606e', pattern: 'solid' }
const LOOKS: readonly DesignLook[] = [
  { colour: '#5b3f8c', pattern: 'solid' },
  { colour: '#00796b', pattern: 'diagonal' },
  { colour: '#a8326e', pattern: 'upright' },
  { colour: '#7d6200', pattern: 'dots' },
  { colour: '#2f5d9b', pattern: 'cross' },
  { colour: '#3f6b1f', pattern: 'rings' },
]

/** Of the design at this place among all of them, today being the first. */
export function designLook(index: number): DesignLook {
  return index === 0 ? TODAY : LOOKS[(index - 1) % LOOKS.length]!
}

/** What a bar of the design is filled with; `DesignPatterns` has to stand in the same window. */
export function designFill(index: number): string {
  const { colour, pattern } = designLook(index)
  return pattern === 'solid' ? colour : `url(#design-pattern-${index})`
}
