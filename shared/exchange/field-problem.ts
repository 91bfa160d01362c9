import type { z } from 'zod'
import { type Message, message } from '#shared/base/message'

/** The first thing that a record's schema has against it, as a message with the record and the path of the field. */
export function fieldProblem(record: string, error: z.core.$ZodError): Message {
  const { issue, path } = innermost(error.issues[0]!, [])
  const field = pathText(path)
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && !issue.message.includes('NaN')) {
        return message('file.field.missing', { record, field, expected: issue.expected })
      }
      return message('file.field.type', { record, field, expected: issue.expected })
    case 'unrecognized_keys':
      return message('file.field.unknown', { record, field: pathText([...path, issue.keys[0]!]) })
    case 'too_big':
      return message('file.field.tooBig', { record, field, limit: Number(issue.maximum), of: issue.origin })
    case 'too_small':
      return message('file.field.tooSmall', { record, field, limit: Number(issue.minimum), of: issue.origin })
    case 'invalid_value':
      return message('file.field.value', { record, field, allowed: issue.values.map(String) })
    case 'invalid_format':
      return message(path.at(-1) === 'id' ? 'file.field.id' : 'file.field.form', { record, field })
    case 'invalid_key':
      return message('file.field.key', { record, field })
    case 'custom':
      return message(issue.message === 'not-whole-tenths-of-a-degree' ? 'file.field.degrees' : 'file.field.millimetres', { record, field })
    default:
      return message('file.field.wrong', { record, field })
  }
}

type Issue = z.core.$ZodIssue

/** Of a choice of shapes, the one with least against it is the one that was meant. */
function innermost(issue: Issue, before: readonly PropertyKey[]): { readonly issue: Issue; readonly path: readonly PropertyKey[] } {
  const path = [...before, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return { issue, path }
  const [closest] = [...issue.errors].sort((a, b) => a.length - b.length || depth(b) - depth(a))
  const first = closest?.[0]
  return first === undefined ? { issue, path } : innermost(first, path)
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length))
}

/** A field's place in its record: `shifts[0].people`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const piece of path) text += typeof piece === 'number' ? `[${piece}]` : `${text === '' ? '' : '.'}${String(piece)}`
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 120)
}
