import type { Id } from '#shared/base/ids'
import type { Edit } from '#shared/commands/edit'
import { putRecord, type TableRecord } from '#shared/commands/put-record'
import { removeRecord } from '#shared/commands/remove-record'
import type { WardDocument } from '#shared/document/document'
import type { Refusal } from '../../controls/use-draft'
import { useDesk } from '../../state/react'
import { say, words } from '../../state/words'

/** Edits that let go of something else than what was typed: they are told at once, where others are found in the log. */
const LETS_GO: ReadonlySet<string> = new Set(['edit.step-where-choice', 'edit.step-moved-bare'])

export type Edits = ReturnType<typeof useEdits>

/** The edits of the tables: each is one step of undo, and a refused one answers the sentence for the field it was typed into. */
export function useEdits(document: WardDocument) {
  const desk = useDesk()
  const commit = (edit: Edit): Refusal => {
    if (edit.status === 'refused') return edit.reason.key === 'refused.wrong-field' ? words('brief.cannot-keep') : say(edit.reason)
    desk.commit(edit)
    if (LETS_GO.has(edit.name.key)) desk.notify(edit.name)
    return undefined
  }
  return {
    commit,
    put: (record: TableRecord) => commit(putRecord(document, record)),
    remove: (id: Id) => commit(removeRecord(document, { id })),
  }
}
