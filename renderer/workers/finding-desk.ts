import type { Id } from '#shared/base/ids'
import type { Steps } from '#shared/base/steps'
import { steadyFindings } from '#shared/building/document-findings'
import type { KnownRolls } from '#shared/building/rolling-findings'
import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import type { FromLiveWorker, ToLiveWorker } from './messages'

type Ask = Extract<ToLiveWorker, { type: 'find' }>

/** Finding stops after so long, so that the next move of the pointer does not wait for it. Milliseconds. */
const AT_ONCE_MS = 15

/** Finds what is wrong with a design bit by bit; `now` in milliseconds. What was found out once of a room is kept. */
export function createFindingDesk(now: () => number): (ask: Ask, document: WardDocument, revision: number) => FromLiveWorker {
  const known: KnownRolls = new Map()
  let work: { readonly document: WardDocument; readonly design: Id; readonly steps: Steps<readonly Finding[]> } | undefined

  return ({ ask, design, preview, goesOn }, document, revision) => {
    if (!goesOn || work === undefined || work.document !== document || work.design !== design) {
      const shown = preview === undefined ? document : applyChange(document, preview)
      work = { document, design, steps: steadyFindings(shown, design, known) }
    }
    const until = now() + AT_ONCE_MS
    do {
      const step = work.steps.next()
      if (step.done !== true) continue
      work = undefined
      return { type: 'found', ask, revision, findings: step.value }
    } while (now() < until)
    return { type: 'found', ask, revision, findings: undefined }
  }
}
