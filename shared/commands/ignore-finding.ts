import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Design, IgnoredFinding } from '#shared/document/elements/design'
import { type Finding, findingKey } from '#shared/document/finding'
import { done, type Edit, refused } from './edit'
import { editableDesign } from './target'

/** What a finding is known by; its place and size may change. */
export type FindingRef = Pick<Finding, 'message' | 'where' | 'about'>

/** Leaves a finding of a design as it is, because of a reason; said again, the reason is another. */
export function ignoreFinding(
  document: WardDocument,
  { design: id, finding, reason }: { readonly design: Id; readonly finding: FindingRef; readonly reason: string },
): Edit {
  const found = editableDesign(document, id)
  if (found.status === 'refused') return found
  const because = reason.trim()
  if (because === '') return refused(message('refused.no-ignore-reason'))
  if (because.length > LONGEST_REASON) return refused(message('refused.wrong-field', { field: 'reason', id }))
  const { record: design } = found
  const { about } = finding
  const row: IgnoredFinding = { finding: finding.message.key, where: [...finding.where], ...(about === undefined ? {} : { about }), reason: because }
  const to: Design = { ...design, ignored: [...others(design, finding), row] }
  return done(message('edit.ignored-finding', { reason: because }), { updated: [[design, to]] })
}

/** Takes back that a finding is left as it is. */
export function heedFinding(document: WardDocument, { design: id, finding }: { readonly design: Id; readonly finding: FindingRef }): Edit {
  const found = editableDesign(document, id)
  if (found.status === 'refused') return found
  const { record: design } = found
  const left = others(design, finding)
  if (left.length === (design.ignored?.length ?? 0)) return refused(message('refused.unknown', { id }))
  return done(message('edit.heeded-finding'), { updated: [[design, withIgnored(design, left)]] })
}

const LONGEST_REASON = 400

function others({ ignored = [] }: Design, finding: FindingRef): readonly IgnoredFinding[] {
  const key = findingKey(finding)
  return ignored.filter((each) => findingKey({ message: { key: each.finding, values: {} }, where: each.where, about: each.about }) !== key)
}

/** A design that leaves nothing as it is says nothing of it. */
export function withIgnored({ ignored: _, ...design }: Design, left: readonly IgnoredFinding[]): Design {
  return left.length === 0 ? design : { ...design, ignored: [...left] }
}
