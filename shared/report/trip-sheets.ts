import type { Name } from '#shared/base/message'
import type { MeasuredDesign } from '#shared/comparison/comparison'
import { recordsOf } from '#shared/document/document'
import type { Writer } from './report-input'
import type { Sheet, SheetCell, SheetNumber, SheetUnit } from './workbook'

/** Every trip of every design with its own pathways. */
export function tripsSheet(writer: Writer): Sheet {
  const { text } = writer
  const column = (key: string, width: number) => ({ text: text(`sheet.trip.${key}`), width })
  const rows = inOrder(writer).flatMap(({ design, own }) => {
    const names = namesOf(writer, design.id)
    return own.trips.map(({ pathway, flow, purpose, role, carries, from, to, length, perDay }): SheetCell[] => [
      design.name,
      names.pathway(pathway),
      text(`flow.${flow}`),
      text(`sheet.purpose.${purpose}`),
      role === undefined ? undefined : names.role(role),
      names.end(from) ?? names.room(from.room),
      names.end(to) ?? names.room(to.room),
      carries.length === 0 ? undefined : carries.map((each) => text(`flow.${each}`)).join(', '),
      number(length, 'metre'),
      number(perDay, 'count'),
      number(length * perDay, 'metre'),
    ])
  })
  const columns = [
    column('design', 22),
    column('pathway', 26),
    column('flow', 14),
    column('purpose', 14),
    column('role', 22),
    column('from', 32),
    column('to', 32),
    column('carries', 18),
    column('metres', 12),
    column('perDay', 12),
    column('metresPerDay', 14),
  ]
  return { name: text('sheet.trips'), columns, rows }
}

/** How often and how far in a day from which room to which, by flow: a row a pair, for pivots and for a matrix. */
export function fromToSheet(writer: Writer): Sheet {
  const { text } = writer
  const rows = inOrder(writer).flatMap(({ design, own }) => {
    const names = namesOf(writer, design.id)
    const sums = new Map<string, { readonly cells: readonly string[]; perDay: number; metres: number }>()
    for (const { flow, from, to, perDay, length } of own.trips) {
      const cells = [design.name, names.room(from.room) ?? names.end(from) ?? '', names.room(to.room) ?? names.end(to) ?? '', text(`flow.${flow}`)]
      const key = JSON.stringify([from.room ?? from.element, to.room ?? to.element, flow])
      const sum = sums.get(key) ?? { cells, perDay: 0, metres: 0 }
      sum.perDay += perDay
      sum.metres += perDay * length
      sums.set(key, sum)
    }
    return [...sums]
      .sort(([a, one], [b, other]) => other.metres - one.metres || (a < b ? -1 : 1))
      .map(([, { cells, perDay, metres }]): SheetCell[] => [...cells, number(perDay, 'count'), number(metres, 'metre')])
  })
  const column = (key: string, width: number) => ({ text: text(`sheet.trip.${key}`), width })
  const columns = [column('design', 22), column('from', 32), column('to', 32), column('flow', 14), column('perDay', 12), column('metresPerDay', 14)]
  return { name: text('sheet.fromTo'), columns, rows }
}

/** Every room with its net area against the minimum, and the rooms that the brief wants and a design lacks. */
export function roomsSheet({ text, rooms }: Writer): Sheet {
  const column = (key: string, width: number) => ({ text: text(`sheet.room.${key}`), width })
  const columns = [
    column('design', 22),
    column('name', 32),
    column('type', 28),
    column('zone', 16),
    column('area', 12),
    column('minimum', 12),
    column('state', 24),
  ]
  const rows = rooms.map(({ design, name, type, zone, area, minimum, state }): SheetCell[] => [
    design,
    name,
    type,
    zone === undefined ? undefined : text(`zone.${zone}`),
    area === undefined ? undefined : number(area, 'squareMetre'),
    minimum === undefined ? undefined : number(minimum, 'squareMetre'),
    text(`sheet.room.state.${state}`),
  ])
  return { name: text('sheet.rooms'), columns, rows }
}

/** Measurements in the order of the comparison: today first. */
function inOrder({ comparison, measured }: Writer): readonly MeasuredDesign[] {
  return comparison.designs.flatMap(({ design }) => measured.find((one) => one.design.id === design.id) ?? [])
}

function namesOf({ document, records, text }: Writer, design: string) {
  const rooms = new Map(recordsOf(document.designs[design] ?? {}, 'room').map(({ id, name }) => [id, name] as const))
  const pathways = new Map(recordsOf(records, 'pathway').map(({ key, name }) => [key, name] as const))
  const roles = new Map(recordsOf(records, 'role').map(({ key, name }) => [key, name] as const))
  return {
    end: ({ name }: { readonly name?: Name | undefined }) => (typeof name === 'object' ? text(name) : name),
    room: (id: string | undefined) => (id === undefined ? undefined : rooms.get(id)),
    pathway: (key: string) => pathways.get(key) ?? key,
    role: (key: string) => roles.get(key) ?? key,
  }
}

function number(value: number, unit: SheetUnit): SheetNumber {
  return { value, unit }
}
