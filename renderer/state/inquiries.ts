import { createStore } from 'zustand/vanilla'
import type { Found, FoundOf, Inquiry } from '../workers/inquiries'
import type { FromLiveWorker } from '../workers/messages'

/** What was found last, by the place in the window that it is for. */
export type InquiriesState = ReadonlyMap<string, Answered>
export type Answered = { readonly inquiry: Inquiry; readonly found: FoundOf<Inquiry>; readonly revision: number }

type Request = (message: { readonly type: 'inquire'; readonly inquiry: Inquiry }) => Promise<FromLiveWorker>

/**
 * Asks the worker about designs. Each slot has one inquiry under way; of those wanted meanwhile the newest waits. What is found bit by bit is
 * gone on with as long as nothing else is wanted there; while it says so, `rest` waits for what comes before it.
 */
export function createInquiries(request: Request, rest: () => Promise<void> | undefined = () => undefined) {
  const store = createStore<InquiriesState>(() => new Map())
  const underWay = new Set<string>()
  const wanted = new Map<string, Inquiry>()

  async function work(slot: string): Promise<void> {
    for (let inquiry = wanted.get(slot); inquiry !== undefined; inquiry = wanted.get(slot)) {
      const answer = await request({ type: 'inquire', inquiry })
      const isOver = answer.type !== 'inquired' || !isUnderWay(inquiry, answer.found)
      if (answer.type === 'inquired' && (isOver || isFurther(store.getState().get(slot)?.found, answer.found)))
        store.setState(new Map([...store.getState(), [slot, { inquiry, found: answer.found, revision: answer.revision }]]), true)
      if (isOver && wanted.get(slot) === inquiry) wanted.delete(slot)
      if (!isOver) await rest()
    }
  }

  async function want(slot: string, inquiry: Inquiry): Promise<void> {
    wanted.set(slot, inquiry)
    if (underWay.has(slot)) return
    underWay.add(slot)
    await work(slot)
    underWay.delete(slot)
  }

  return {
    store,
    want,
    /** Nobody looks at what was wanted there any more. */
    leave(slot: string): void {
      wanted.delete(slot)
    },
    /** Another file is open. */
    forget(): void {
      wanted.clear()
      store.setState(new Map(), true)
    },
  }
}

/** What is shown of it moves by a hundredth at a time. */
const SMALLEST_STEP = 0.01

function isFurther(before: FoundOf<Inquiry>, now: FoundOf<Inquiry>): boolean {
  const [from, to] = [before, now] as readonly Found['range'][]
  return from?.status !== 'underWay' || to?.status !== 'underWay' || to.done >= from.done + SMALLEST_STEP || to.done < from.done
}

function isUnderWay({ about }: Inquiry, found: FoundOf<Inquiry>): boolean {
  return about === 'range' && (found as Found['range'])?.status === 'underWay'
}
