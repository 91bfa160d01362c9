import type { Id } from '#shared/base/ids'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { SimulationPlan } from '#shared/metrics/simulate'

const numbers = new Map<string, number>()
const known = new WeakMap<RecordTable, number>()

/** Two tables have the same number if a run can tell no difference between them: an edit that is taken back gives the old one. */
function contentOf(table: RecordTable): number {
  let number = known.get(table)
  if (number === undefined) {
    const text = JSON.stringify(
      Object.keys(table)
        .sort()
        .flatMap((id) => {
          const record = table[id as Id]!
          if (record.kind === 'note') return []
          return [record.kind === 'design' ? { id: record.id } : record]
        }),
    )
    number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    known.set(table, number)
  }
  return number
}

/** What a run of a design hangs on, in short: its records, those of the workshop, and the plan. */
export function runContent({ workshop, designs }: WardDocument, design: Id, plan: SimulationPlan): string {
  const table = designs[design]
  return `${contentOf(workshop)} ${table === undefined ? '-' : contentOf(table)} ${design} ${JSON.stringify(plan)}`
}
