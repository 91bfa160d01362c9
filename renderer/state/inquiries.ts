import { createStore } from 'zustand/vanilla'
import type { FoundOf, Inquiry } from '../workers/inquiries'
import type { FromLiveWorker } from '../workers/messages'

/** What was found last, by the place in the window that it is for. */
export type InquiriesState = ReadonlyMap<string, Answered>
export type Answered = { readonly inquiry: Inquiry; readonly found: FoundOf<Inquiry>; readonly revision: number }

/** Asks the worker about designs. Each slot has one inquiry under way; of those wanted meanwhile the newest waits. */
export function createInquiries(request: (message: { readonly type: 'inquire'; readonly inquiry: Inquiry }) => Promise<FromLiveWorker>) {
  const store = createStore<InquiriesState>(() => new Map())
  const underWay = new Set<string>()
  const waiting = new Map<string, Inquiry>()

  async function want(slot: string, inquiry: Inquiry): Promise<void> {
    if (underWay.has(slot)) {
      waiting.set(slot, inquiry)
      return
    }
    underWay.add(slot)
    const answer = await request({ type: 'inquire', inquiry })
    underWay.delete(slot)
    if (answer.type === 'inquired')
      store.setState(new Map([...store.getState(), [slot, { inquiry, found: answer.found, revision: answer.revision }]]), true)
    const next = waiting.get(slot)
    waiting.delete(slot)
    if (next !== undefined) await want(slot, next)
  }

  return {
    store,
    want,
    /** Another file is open. */
    forget(): void {
      waiting.clear()
      store.setState(new Map(), true)
    },
  }
}
