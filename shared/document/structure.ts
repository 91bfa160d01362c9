import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { ArrangementPiece } from './arrangement'
import type { RecordOf, WardRecord } from './record'
import { ringFault } from './rings'

/** What keeps a list of records from being a document, and which of them it is about. */
export type StructureFault = { readonly problem: Message; readonly index: number }

/**
 * The first thing without which the records make no document at all: an id twice, a reference to
 * nothing, a ring that is no shape, none or several of what there is one of. Everything else that
 * is wrong is a finding of `validate`, and the file opens.
 */
export function structureFault(records: readonly WardRecord[]): StructureFault | undefined {
  const byId = new Map<Id, WardRecord>()
  for (const [index, record] of records.entries()) {
    if (byId.has(record.id)) return { index, problem: message('file.duplicateId', { record: record.id }) }
    byId.set(record.id, record)
  }
  for (const kind of ['workshop', 'settings'] as const) {
    const all = records.flatMap((record, index) => (record.kind === kind ? [index] : []))
    if (all.length === 0) return { index: 0, problem: message('file.noneOf', { kind }) }
    if (all.length > 1) return { index: all[1]!, problem: message('file.severalOf', { kind, count: all.length }) }
  }
  for (const problemOf of [shapeProblem, (record: WardRecord) => referenceProblem(record, byId)]) {
    for (const [index, record] of records.entries()) {
      const problem = problemOf(record)
      if (problem !== undefined) return { index, problem }
    }
  }
  return undefined
}

type Reference = { readonly field: string; readonly target: Id }

/** The references without which a record hangs in the air. Softer ones (a design's parent, a leg's `via`) are findings. */
function references(record: WardRecord): readonly Reference[] {
  switch (record.kind) {
    case 'settings':
      return [{ field: 'scenario', target: record.scenario }]
    case 'pathway':
      return record.design === undefined ? [] : [{ field: 'design', target: record.design }]
    case 'storey':
    case 'connector':
      return [{ field: 'design', target: record.design }]
    case 'room':
    case 'wall':
    case 'fixture':
    case 'note':
    case 'underlay':
      return [
        { field: 'design', target: record.design },
        { field: 'storey', target: record.storey },
      ]
    case 'opening':
      return [
        { field: 'design', target: record.design },
        'room' in record.on ? { field: 'on.room', target: record.on.room } : { field: 'on.wall', target: record.on.wall },
      ]
    default:
      return []
  }
}

function referenceProblem(record: WardRecord, byId: ReadonlyMap<Id, WardRecord>): Message | undefined {
  for (const { field, target } of references(record)) {
    const found = byId.get(target)
    if (found === undefined) return message('file.reference', { record: record.id, field, target })
    if ('design' in record && found.kind !== 'design' && 'design' in found && found.design !== record.design) {
      return message('file.otherDesign', { record: record.id, field, target })
    }
  }
  if (record.kind !== 'opening' || !('room' in record.on)) return undefined
  const { room, corner } = record.on
  const owner = byId.get(room)
  if (owner?.kind === 'room' && owner.corners.some(({ key }) => key === corner)) return undefined
  return message('file.corner', { record: record.id, room, corner })
}

function shapeProblem(record: WardRecord | ArrangementPiece): Message | undefined {
  switch (record.kind) {
    case 'room': {
      const keys = new Set<string>()
      for (const { key } of record.corners) {
        if (keys.has(key)) return message('file.duplicateCorner', { record: record.id, corner: key })
        keys.add(key)
      }
      return ringProblem(record.id, 'corners', record.corners)
    }
    case 'storey':
      return record.outline && ringProblem(record.id, 'outline', record.outline)
    case 'fixture':
      return ringProblem(record.id, 'footprint', record.footprint)
    case 'wall':
      return record.from.x === record.to.x && record.from.y === record.to.y ? message('file.wallWithoutLength', { record: record.id }) : undefined
    case 'arrangement':
      return arrangementProblem(record)
    default:
      return undefined
  }
}

/** The pieces of an arrangement are held to what elements are held to; what an opening is cut into is among them. */
function arrangementProblem({ id: record, pieces }: RecordOf<'arrangement'>): Message | undefined {
  const byId = new Map<Id, ArrangementPiece>()
  for (const piece of pieces) {
    if (byId.has(piece.id)) return message('file.duplicateId', { record: piece.id })
    byId.set(piece.id, piece)
  }
  for (const piece of pieces) {
    const problem = shapeProblem(piece)
    if (problem !== undefined) return problem
    if (piece.kind !== 'opening') continue
    const target = 'room' in piece.on ? piece.on.room : piece.on.wall
    const owner = byId.get(target)
    const isThere = owner?.kind === ('room' in piece.on ? 'room' : 'wall')
    if (!isThere) return message('file.reference', { record, field: 'on', target })
    if ('room' in piece.on && owner?.kind === 'room' && !owner.corners.some(({ key }) => 'room' in piece.on && key === piece.on.corner)) {
      return message('file.corner', { record: piece.id, room: target, corner: piece.on.corner })
    }
  }
  return undefined
}

function ringProblem(record: Id, field: string, ring: readonly { readonly x: number; readonly y: number }[]): Message | undefined {
  const found = ringFault(ring)
  return found && message(`file.${found.fault}`, { record, field, corner: found.index + 1 })
}
