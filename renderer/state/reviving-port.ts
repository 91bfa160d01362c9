import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import type { FromLiveWorker, ToLiveWorker } from '../workers/messages'
import type { LivePort } from './live'
import type { Thread, ThreadEnds } from './thread'

type LiveThread = Thread<ToLiveWorker>

/** A question that breaks as many threads one after the other is not asked a third one. */
const MOST_TRIES = 2
/** As many threads that break before they answer anything are all that is tried: one that cannot even be loaded would go on for ever. */
const MOST_USELESS = 3

/** Sent again with the document, so that the new thread stands where the old one stood. */
type Held = { readonly revision: number; readonly document: WardDocument }

/**
 * A port whose thread is started again where it breaks: the new one is given the document as it is by now and asked what the old one
 * had not answered. What breaks that one too is answered as failed, so that nobody waits for ever.
 */
export function revivingPort(start: (ends: ThreadEnds<FromLiveWorker>) => LiveThread, onRevived: () => void): LivePort {
  const listeners: ((answer: FromLiveWorker) => void)[] = []
  const unanswered = new Map<number, { readonly message: ToLiveWorker; readonly tries: number }>()
  let held: Held | undefined
  let useless = 0
  let thread = begin()

  function begin(): LiveThread {
    let isOver = false
    const begun = start({
      onAnswer: (answer) => {
        if (isOver) return
        useless = 0
        unanswered.delete(answer.ask)
        tell(answer)
      },
      onBroken: () => {
        if (isOver) return
        isOver = true
        begun.end()
        revive()
      },
    })
    return begun
  }

  function tell(answer: FromLiveWorker): void {
    for (const listener of listeners) listener(answer)
  }

  function revive(): void {
    if (++useless > MOST_USELESS) {
      for (const ask of [...unanswered.keys()]) giveUp(ask)
      return
    }
    thread = begin()
    onRevived()
    if (held !== undefined) thread.post({ type: 'document', ...held })
    for (const [ask, { message, tries }] of [...unanswered]) {
      if (tries < MOST_TRIES) {
        unanswered.set(ask, { message, tries: tries + 1 })
        thread.post(message)
      } else giveUp(ask)
    }
  }

  function giveUp(ask: number): void {
    unanswered.delete(ask)
    tell({ type: 'failed', ask, revision: held?.revision ?? 0, reason: 'the thread that measures broke' })
  }

  return {
    post: (message) => {
      if (message.type === 'document') held = { revision: message.revision, document: message.document }
      else if (message.type === 'change') {
        if (held !== undefined) held = { revision: message.revision, document: applyChange(held.document, message.change) }
      } else unanswered.set(message.ask, { message, tries: 1 })
      thread.post(message)
    },
    onAnswer: (listener) => listeners.push(listener),
  }
}
