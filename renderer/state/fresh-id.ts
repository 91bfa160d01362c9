/** Ids for new records: the prefix, then twelve letters and digits by the page's own random source. */
export function freshId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return `${prefix}_${Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')}`
}
