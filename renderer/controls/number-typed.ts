/** The number that somebody typed, thousands parted or not, with a point or a comma; NaN where it is none. */
export function numberTyped(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed.replace(/[\s,](?=\d{3}\b)/g, '').replace(',', '.'))
}
