import type { DesignComparison } from '#shared/comparison/comparison'
import type { Difference, RoomDifference } from '#shared/comparison/difference'
import { differenceText } from '#shared/comparison/difference-text'
import { designDifferences } from '#shared/comparison/differences'
import type { Block, Row } from './report'
import type { Writer } from './report-input'
import type { Sheet, SheetCell } from './workbook'

const GROUPS = { room: 'room', opening: 'opening', fixture: 'fixture', pathway: 'step', step: 'step', way: 'way', shares: 'shares' } as const

/**
 * What of its layout each design does otherwise than today, and what it sends past what and where to, in a few lines: the workbook has
 * every piece. Steps stand with the shares of layout and process, where their reasons are.
 */
export function differencesSection(writer: Writer): readonly Block[] {
  const { text } = writer
  const tables = others(writer).flatMap((design): Block[] => {
    const rows = summaryOf(differencesOf(design, writer), writer)
    if (rows.length === 0) return []
    return [
      {
        type: 'table',
        caption: text('report.differencesOf', { design: design.design.name }),
        columns: ['report.kind', 'report.whatChanged'].map((key) => ({ text: text(key), align: 'left' as const })),
        rows: rows.map((cells): Row => ({ cells: cells.map((cell) => ({ text: cell })) })),
      },
    ]
  })
  if (tables.length === 0) return []
  return [
    { type: 'heading', level: 2, text: text('sheet.differences') },
    { type: 'paragraph', text: text('report.differencesNote'), tone: 'note' },
    ...tables,
  ]
}

/** A row a kind of difference: what is new, gone and changed by name, ways and shares with what is said of them; doors and furniture in numbers. */
function summaryOf(differences: readonly Difference[], writer: Writer): readonly (readonly string[])[] {
  const { text } = writer
  const rooms = differences.filter((one) => one.kind === 'room')
  const openings = differences.filter((one) => one.kind === 'opening')
  const fixtures = differences.filter((one) => one.kind === 'fixture')
  const ways = differences.filter((one) => one.kind === 'way')
  const shares = differences.filter((one) => one.kind === 'shares')
  const named = (list: readonly Difference[]) => {
    const parts = list.map((one) => text('report.withDetails', { name: wordsOf(one, writer)[1] ?? '', details: wordsOf(one, writer)[2] ?? '' }))
    return parts.join(' · ')
  }
  const names = (list: readonly RoomDifference[]) => list.map(({ after, before }) => (after ?? before)?.room.name ?? '').join(', ')
  const isNew = ({ before }: { readonly before: object | undefined }) => before === undefined
  const isGone = ({ after }: { readonly after: object | undefined }) => after === undefined
  const changed = rooms.filter((one) => !isNew(one) && !isGone(one))
  const count = (key: string, list: readonly unknown[]) => text(key, { count: list.length })
  const rows = [
    [count('report.roomsNew', rooms.filter(isNew)), names(rooms.filter(isNew))],
    [count('report.roomsGone', rooms.filter(isGone)), names(rooms.filter(isGone))],
    [count('report.roomsChanged', changed), names(changed)],
    [
      count('report.openingsDiffer', openings),
      text('report.openingCounts', {
        added: openings.filter(isNew).length,
        gone: openings.filter(isGone).length,
        changed: openings.filter((one) => !isNew(one) && !isGone(one)).length,
      }),
    ],
    [count('report.fixturesDiffer', fixtures), named(fixtures.filter(({ count: { from, to } }) => from !== to))],
    [count('report.waysDiffer', ways), named(ways)],
    [count('report.sharesDiffer', shares), named(shares)],
  ] as const
  const lengths = [
    rooms.filter(isNew).length,
    rooms.filter(isGone).length,
    changed.length,
    openings.length,
    fixtures.length,
    ways.length,
    shares.length,
  ]
  return rows.filter((_, index) => (lengths[index] ?? 0) > 0)
}

/** What differs between today and each design: a row a difference. */
export function differencesSheet(writer: Writer): Sheet {
  const { text } = writer
  const column = (key: string, width: number) => ({ text: text(`sheet.difference.${key}`), width })
  return {
    name: text('sheet.differences'),
    columns: [column('design', 22), column('kind', 18), column('what', 44), column('change', 60), column('reason', 60)],
    rows: others(writer).flatMap((design) =>
      differencesOf(design, writer).map((difference): SheetCell[] => [design.design.name, ...wordsOf(difference, writer)]),
    ),
  }
}

function others({ comparison }: Writer): readonly DesignComparison[] {
  return comparison.designs.filter(({ isDatum }) => !isDatum)
}

function differencesOf({ design }: DesignComparison, { document, comparison }: Writer): readonly Difference[] {
  return comparison.datum === undefined ? [] : designDifferences(document, comparison.datum, design.id)
}

/** Kind, what it is, what of it is otherwise, and why. */
function wordsOf(difference: Difference, { text }: Writer): readonly string[] {
  const { title, details, reasons } = differenceText(difference, (message) => text(message))
  const change = details.map((detail) => text(detail)).join('; ')
  return [text(`differs.group-${GROUPS[difference.kind]}`), title, change, reasons.join('; ')]
}
