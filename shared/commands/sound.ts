import { message } from '#shared/base/message'
import { WardRecord } from '#shared/document/record'
import { ringFault } from '#shared/document/rings'
import { type Edit, type Refused, refused } from './edit'

/**
 * The edit, unless a record of it is none that a file may hold: a name that is too long, a width below nothing, an outline that
 * crosses itself, a place beyond all bounds or none at all. The desk holds every edit to it before it is done, so no command has to.
 */
export function sound(edit: Edit): Edit {
  if (edit.status === 'refused') return edit
  for (const record of [...edit.change.added, ...edit.change.updated.map(([, to]) => to)]) {
    const reason = fieldRefusal(record) ?? (record.kind === 'storey' && record.outline !== undefined ? outlineRefusal(record.outline) : undefined)
    if (reason !== undefined) return { ...reason, ghost: edit.change }
  }
  return edit
}

/** The refusal of an outline that is no shape. */
function outlineRefusal(outline: Parameters<typeof ringFault>[0]): Refused | undefined {
  const found = ringFault(outline)
  if (found === undefined) return undefined
  return refused(message(found.fault === 'crossing' ? 'refused.outline-crosses' : 'refused.outline-too-small'))
}

function fieldRefusal(record: WardRecord): Refused | undefined {
  const parsed = WardRecord.safeParse(record)
  const issue = parsed.success ? undefined : parsed.error.issues[0]
  if (issue === undefined) return undefined
  const field = String(issue.path.at(-1) ?? '')
  if (issue.code === 'too_big' && issue.origin === 'string') return refused(message('refused.too-long', { field, limit: Number(issue.maximum) }))
  if (issue.code === 'too_big' && issue.origin === 'number') return refused(message('refused.too-large', { field, limit: Number(issue.maximum) }))
  if (issue.code === 'too_small' && issue.origin === 'number') return refused(message('refused.too-little', { field, limit: Number(issue.minimum) }))
  return refused(message('refused.wrong-field', { field, id: record.id }))
}
