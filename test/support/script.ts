import type { Id } from '#shared/base/ids'
import type { Edit } from '#shared/commands/edit'
import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { documentOf } from '#shared/document/document-of'

/** A run of commands on one document, as a person would make them. */
export type Script = {
  document(): WardDocument
  /** Does one command, and fails loudly where it is refused. Answers the id of the first record it added. */
  run(command: (document: WardDocument) => Edit): Id
}

export function scriptFrom(start: WardDocument = documentOf([])): Script {
  let document = start
  return {
    document: () => document,
    run(command) {
      const edit = command(document)
      if (edit.status === 'refused') throw new Error(`Refused: ${JSON.stringify(edit.reason)}`)
      document = applyChange(document, edit.change)
      return edit.change.added[0]?.id ?? ''
    },
  }
}
