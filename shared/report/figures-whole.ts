/** A text in which no figure is parted from its unit at the end of a line: "8.7 min", "2 h 30 min", "40 runs". */
export function figuresWhole(text: string): string {
  return text.replaceAll(/(\d) (?=(m²|km|m|min|s|h|%|runs?|points?)(?![\p{L}\d²]))/gu, '$1\u00a0').replaceAll(/(\d\u00a0h) (?=\d)/g, '$1\u00a0')
}
