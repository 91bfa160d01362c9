import type { DrawnPart } from '#shared/drawing/options'
import type { Part } from '#shared/metrics/measurement'
import type { PartRow, TripRow } from './messages'

/** A part as it is listed and drawn. */
export type ShownPart = DrawnPart & Pick<Part, 'subject' | 'amount'> & { readonly trip: TripRow | undefined }

/** Packs parts for the way between threads: every point goes into one array that can be transferred. */
export function packParts(parts: readonly Part[]): { readonly rows: readonly PartRow[]; readonly points: Float64Array } {
  const flat: number[] = []
  const rows = parts.map(({ trip, subject, amount, marks }) => ({
    subject,
    amount,
    trip: trip === undefined ? undefined : rowOf(trip),
    marks: marks.map(({ role, element, points, storey }) => {
      const start = flat.length / 2
      for (const { x, y } of points) flat.push(x, y)
      return { role, element, start, count: points.length, ...(storey === undefined ? {} : { storey }) }
    }),
  }))
  return { rows, points: Float64Array.from(flat) }
}

export function unpackParts(rows: readonly PartRow[], points: Float64Array): readonly ShownPart[] {
  return rows.map(({ trip, subject, amount, marks }) => ({
    subject,
    amount,
    trip,
    marks: marks.map(({ role, element, start, count, storey }) => ({
      role,
      element,
      storey,
      points: Array.from({ length: count }, (_, i) => ({ x: points[(start + i) * 2]!, y: points[(start + i) * 2 + 1]! })),
    })),
  }))
}

/** Functions do not cross threads. */
function rowOf({ routes: _, walks: __, ...row }: NonNullable<Part['trip']>): TripRow {
  return row
}
