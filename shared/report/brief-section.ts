import type { Key } from '#shared/base/ids'
import { recordsOf } from '#shared/document/document'
import type { Requirement } from '#shared/document/workshop'
import { areaText } from './figures'
import type { Block, Cell, Row } from './report'
import type { RoomRow, Writer } from './report-input'

/** What an architect builds by: each kind of room that the brief asks for, how many and how large, beside what every design draws for it. */
export function briefSection(writer: Writer): readonly Block[] {
  const { records, comparison, rooms, text } = writer
  const asked = new Map<Key, Requirement[]>()
  for (const one of recordsOf(records, 'requirement')) asked.set(one.roomType, [...(asked.get(one.roomType) ?? []), one])
  if (asked.size === 0 || rooms.length === 0) return []
  const designs = comparison.designs.map(({ design }) => design.name)
  const types = new Map(recordsOf(records, 'roomType').map((type) => [type.key, type]))
  const rows = [...asked].map(([key, requirements]): Row => {
    const type = types.get(key)
    const minimums = requirements.flatMap(({ minimumArea }) => minimumArea ?? type?.minimumArea ?? [])
    const wanted = requirements.reduce((sum, { count }) => sum + count, 0)
    const basis = [...new Set(requirements.map((one) => one.basis).filter((one) => one !== ''))].join('; ')
    const meeting = (design: string) => rooms.filter((room) => room.design === design && room.meets === key)
    return {
      cells: [
        { text: type?.name ?? key, note: basis === '' ? undefined : basis },
        { text: String(wanted), value: wanted },
        { text: minimums.length === 0 ? text('report.none') : between(minimums, writer) },
        ...designs.map((design) => drawnCell(meeting(design), wanted, writer)),
      ],
    }
  })
  const extra = designs.flatMap((design): Row[] => {
    const names = rooms.filter((room) => room.design === design && room.isExtra).map(({ name }) => name)
    return names.length === 0 ? [] : [{ cells: [{ text: design }, { text: names.join(' · ') }] }]
  })
  const heads = ['report.briefRoom', 'report.briefCount', 'report.briefLeast'].map((head) => text(head))
  return [
    { type: 'pageBreak' },
    { type: 'heading', level: 2, text: text('report.brief') },
    { type: 'paragraph', text: text('report.briefNote'), tone: 'note' },
    {
      type: 'table',
      caption: text('report.brief'),
      columns: [...heads, ...designs].map((head, index) => ({ text: head, align: index === 0 ? ('left' as const) : ('right' as const) })),
      rows,
    },
    ...(extra.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: text('report.briefBeyond'),
            columns: ['sheet.design', 'sheet.rooms'].map((key) => ({ text: text(key), align: 'left' as const })),
            rows: extra,
          },
        ]),
  ]
}

/** How many rooms there are of those wanted and how large, and whether any is missing or too small. */
function drawnCell(rooms: readonly RoomRow[], wanted: number, writer: Writer): Cell {
  const { text } = writer
  const areas = rooms.flatMap(({ area }) => area ?? [])
  const missing = wanted - areas.length
  const below = rooms.filter(({ state }) => state === 'below').length
  const faults = [...(missing > 0 ? [text('report.briefMissing', { count: missing })] : []), ...(below > 0 ? [text('kit.below', { below })] : [])]
  return {
    text: areas.length === 0 ? '0' : text('report.briefDrawn', { count: areas.length, areas: between(areas, writer) }),
    value: areas.length,
    ...(faults.length === 0 ? {} : { note: faults.join(', '), verdict: 'worse' as const }),
  }
}

/** "12.4 m²", or "12.4 m² to 15 m²" where they differ. Square metres. */
function between(areas: readonly number[], { text }: Writer): string {
  const [low, high] = [areaText(Math.min(...areas)), areaText(Math.max(...areas))]
  return low === high ? low : text('range.figures', { low, high })
}
