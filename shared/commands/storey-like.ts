import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Storey } from '#shared/document/elements/storey'

/** The storey of another design that stands for this one: of the same origin, else the same name, else the same height. */
export function storeyLike(table: RecordTable, storey: Storey): Storey | undefined {
  const storeys = recordsOf(table, 'storey')
  const first = ({ id, origin }: Storey) => origin ?? id
  return (
    storeys.find((each) => first(each) === first(storey)) ??
    storeys.find(({ name }) => name === storey.name) ??
    storeys.find(({ elevation }) => elevation === storey.elevation)
  )
}
