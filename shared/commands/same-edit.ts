import type { Change } from '#shared/document/change'
import type { WardRecord } from '#shared/document/record'
import type { Edit } from './edit'

/** Whether two edits of one document come to the same: where a drag snaps, or swaps two rooms, one move after the other asks for the very same. */
export function isSameEdit(a: Edit, b: Edit): boolean {
  if (a === b) return true
  if (a.status === 'done') return b.status === 'done' && isLike(a.name, b.name) && isSameChange(a.change, b.change)
  if (b.status === 'done' || !isLike(a.reason, b.reason)) return false
  return a.ghost === undefined || b.ghost === undefined ? a.ghost === b.ghost : isSameChange(a.ghost, b.ghost)
}

function isSameChange(a: Change, b: Change): boolean {
  return (
    a.updated.length === b.updated.length &&
    a.updated.every(([from, to], i) => from === b.updated[i]![0] && isLike(to, b.updated[i]![1])) &&
    areLike(a.added, b.added) &&
    a.removed.length === b.removed.length &&
    a.removed.every((record, i) => record === b.removed[i])
  )
}

function areLike(a: readonly WardRecord[], b: readonly WardRecord[]): boolean {
  return a.length === b.length && a.every((record, i) => isLike(record, b[i]))
}

/** Of plain data: the same values under the same keys. */
function isLike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [ofA, ofB] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  let count = 0
  for (const key in ofA) {
    if (!(key in ofB) || !isLike(ofA[key], ofB[key])) return false
    count += 1
  }
  for (const _ in ofB) count -= 1
  return count === 0 && Array.isArray(a) === Array.isArray(b)
}
