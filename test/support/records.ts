import type { z } from 'zod'
import { WardRecord } from '#shared/document/record'

/** A record as a person would type it: what has a default may be left out. */
export type RecordInput = z.input<typeof WardRecord>

/** Makes records whole by the schemas, and fails loudly on a wrong one. */
export function recordsOfInput(inputs: readonly RecordInput[]): readonly WardRecord[] {
  return inputs.map((input) => WardRecord.parse(input))
}
