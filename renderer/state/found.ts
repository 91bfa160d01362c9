import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import type { Change } from '#shared/document/change'
import type { Finding } from '#shared/document/finding'
import type { FromLiveWorker } from '../workers/messages'

/** What was found of a design. */
export type Found = { readonly design: Id; readonly revision: number; readonly findings: readonly Finding[] }

/** All findings: of the design as committed, and with the gesture that rests for a moment. */
export type FoundState = { readonly committed: Found | undefined; readonly preview: Found | undefined }

/** Of which design, and with what on top. */
export type FindQuestion = { readonly design: Id; readonly preview: Change | undefined }

type Request = (message: { readonly type: 'find'; readonly goesOn: boolean } & FindQuestion) => Promise<FromLiveWorker>

/** Nothing is looked for before everything has been still for so long. Milliseconds. */
const AFTER_MS = 250

/**
 * Looks for findings while nothing else is going on. `want` says that something changed: only when
 * there was silence for a while the worker is asked, a moment of work at a time, and any change in
 * between puts it off. Measuring never waits for more than such a moment.
 */
export function createFound(request: Request, whenToAsk: (question: FindQuestion) => 'now' | 'later' | 'gone') {
  const store = createStore<FoundState>(() => ({ committed: undefined, preview: undefined }))
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts the wishes: an answer to an earlier one is not gone on with. */
  let wish = 0

  async function look(question: FindQuestion, mine: number, goesOn: boolean): Promise<void> {
    if (mine !== wish) return
    const when = whenToAsk(question)
    if (when === 'gone') return
    if (when === 'later') {
      timer = setTimeout(() => void look(question, mine, goesOn), AFTER_MS)
      return
    }
    const answer = await request({ type: 'find', goesOn, ...question })
    if (mine !== wish || answer.type !== 'found') return
    if (answer.findings === undefined) return look(question, mine, true)
    const found: Found = { design: question.design, revision: answer.revision, findings: answer.findings }
    store.setState(question.preview === undefined ? { committed: found, preview: undefined } : { preview: found })
  }

  return {
    store,
    want(question: FindQuestion): void {
      clearTimeout(timer)
      const mine = ++wish
      // What a gesture a moment ago would have caused is no longer true.
      if (store.getState().preview !== undefined) store.setState({ preview: undefined })
      timer = setTimeout(() => void look(question, mine, false), AFTER_MS)
    },
    /** Another file is open. */
    forget(): void {
      clearTimeout(timer)
      wish++
      store.setState({ committed: undefined, preview: undefined })
    },
  }
}
