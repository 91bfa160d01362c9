import { type RecordTable, recordsOf } from '#shared/document/document'

/** The names that rooms of a design have. */
export function roomNames(table: RecordTable): Set<string> {
  return new Set(recordsOf(table, 'room').map(({ name }) => name))
}

/** The name, or where it is taken, the name with the next free number: Bay 2 after Bay 1. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const [, stem = name, digits] = /^(.*?)(?: (\d+))?$/.exec(name) ?? []
  let number = digits === undefined ? 2 : Number(digits) + 1
  while (taken.has(`${stem} ${number}`)) number++
  return `${stem} ${number}`
}
