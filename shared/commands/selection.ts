import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { DesignElement } from '#shared/document/record'
import { withLandings } from './connectors'
import { type Refused, refused } from './edit'
import { withBelongings } from './moved-room'
import { editableDesign, monumentAmong, nameOf, openingsOn, tableWith } from './target'

/** Elements of one design with all that goes where they go, each once, in the order in which they were named. */
export type Selection = {
  readonly status: 'found'
  readonly design: Design
  readonly table: RecordTable
  readonly workshop: RecordTable
  /** Those that were named. */
  readonly named: readonly DesignElement[]
  /** Those and, with a room, its openings and the fixtures standing in it; with a free wall, its openings; with a lift or stairs, its fixtures on other storeys. */
  readonly elements: readonly DesignElement[]
}

/** The elements with these ids, in whichever design has them. Refused: none, one that is not there, or elements of two designs. */
export function selectionOf(document: WardDocument, ids: readonly Id[]): Selection | Refused {
  const table = tableWith(document, ids[0] ?? '')
  const named: DesignElement[] = []
  const elements = new Map<Id, DesignElement>()
  for (const id of ids) {
    const element = table?.[id]
    if (table === undefined || element === undefined || !isElement(element)) return refused(message('refused.unknown', { id }))
    named.push(element)
    const belongings = element.kind === 'room' ? withBelongings(table, element) : [element, ...openingsOn(table, id)]
    for (const each of belongings) elements.set(each.id, each)
  }
  const first = named[0]
  const design = first && table?.[first.design]
  if (table === undefined || design?.kind !== 'design') return refused(message('refused.nothing-selected'))
  return { status: 'found', design, table, workshop: document.workshop, named, elements: withLandings(table, [...elements.values()]) }
}

/** As `selectionOf`, and refused where the design is locked or one of the elements is a monument. */
export function movableSelection(document: WardDocument, ids: readonly Id[]): Selection | Refused {
  const selection = selectionOf(document, ids)
  if (selection.status === 'refused') return selection
  const target = editableDesign(document, selection.design.id)
  if (target.status === 'refused') return target
  return monumentAmong(selection.elements, selection.table, selection.workshop) ?? selection
}

/** The line of the undo log for what was done to a selection: it names its one element, or says how many there are. */
export function selectionMessage(
  done: 'moved' | 'turned' | 'mirrored' | 'copied',
  { named, table, workshop }: Pick<Selection, 'named' | 'table' | 'workshop'>,
  values: Message['values'] = {},
): Message {
  const [only] = named
  return only !== undefined && named.length === 1
    ? message(`edit.${done}-elements`, { what: nameOf(only, table, workshop), ...values })
    : message(`edit.${done}-many`, { count: named.length, ...values })
}

export function isElement(record: { readonly kind: string }): record is DesignElement {
  return record.kind === 'room' || record.kind === 'wall' || record.kind === 'opening' || record.kind === 'fixture'
}
