import type { Flow } from '#shared/document/vocabulary'
import type { Shape } from '#shared/drawing/shape'
import type { Block, LegendEntry } from './report'
import type { Writer } from './report-input'

/** The plan of each design with what is walked on it. */
export function plansSection(writer: Writer): readonly Block[] {
  const { comparison, plans, text } = writer
  return comparison.designs.flatMap(({ design }): Block[] => {
    const plan = plans.find((one) => one.design === design.id)
    if (plan === undefined) return []
    return [
      { type: 'pageBreak' },
      { type: 'heading', level: 2, text: text('report.planOf', { design: design.name }) },
      ...(design.idea === '' ? [] : [{ type: 'paragraph' as const, text: design.idea }]),
      {
        type: 'figure',
        caption: text('report.planPeople', { design: design.name }),
        scaleText: text('report.scale'),
        shapes: plan.people,
        legend: legendOf(plan.people, writer),
      },
      {
        type: 'figure',
        caption: text('report.planSupplies', { design: design.name }),
        scaleText: text('report.scale'),
        shapes: plan.supplies,
        legend: legendOf(plan.supplies, writer),
      },
    ]
  })
}

const MARKS = ['shared', 'crossing', 'exposed'] as const

/** The flows and marks that a drawing has. */
export function legendOf(shapes: readonly Shape[], { text }: Pick<Writer, 'text'>): readonly LegendEntry[] {
  const flows = new Set<Flow>()
  const marks = new Set<Shape['role']>()
  for (const { role, flow } of shapes) {
    if (role === 'route' && flow !== undefined) flows.add(flow)
    marks.add(role)
  }
  return [
    ...[...flows].map((flow) => ({ flow, text: text(`flow.${flow}`) })),
    ...MARKS.filter((mark) => marks.has(mark)).map((mark) => ({ mark, text: text(`report.mark.${mark}`) })),
  ]
}
