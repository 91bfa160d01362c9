import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { FoundOf, Inquiry } from '../workers/inquiries'
import type { FromLiveWorker } from '../workers/messages'
import { useDesk } from './react'

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

/** While something is dragged, what is drawn over the plan is asked about so often; what is read in a panel always once hand and worker rest. Milliseconds. */
const PACE_MS = 250
const REST_MS = 200

/** What the worker knows about an inquiry; while the design is edited, the last it knew. Undefined: nothing yet, or nothing asked. */
export function useInquiry<I extends Inquiry>(slot: string, inquiry: I | undefined, follows: 'moves' | 'rests' = 'moves'): FoundOf<I> | undefined {
  const desk = useDesk()
  const askedAt = useRef(0)
  const revision = useStore(desk.documents, ({ open }) => open?.revision)
  const measuredLast = useStore(desk.live, ({ answer }) => (answer?.isPreview === true && answer.design === inquiry?.design ? answer : undefined))
  const isDragging = useStore(desk.view, ({ preview }) => preview?.edit.status === 'done')
  const answered = useStore(desk.inquiries.store, (all) => all.get(slot))
  const text = inquiry === undefined ? undefined : JSON.stringify(inquiry)
  // The same question has a new answer after every edit.
  const isNew = `${revision} ${measuredLast === undefined ? '' : 'preview'}`
  useEffect(() => {
    if (text === undefined || isNew === '') return
    const isLatest = isDragging && measuredLast !== undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    // The scoreboard comes first: an inquiry before every question would keep it waiting.
    const ask = () => {
      if (follows === 'rests' && desk.live.getState().isBusy) {
        timer = setTimeout(ask, REST_MS)
        return
      }
      askedAt.current = performance.now()
      void desk.inquiries.want(slot, { ...(JSON.parse(text) as Inquiry), isLatest })
    }
    const wait = follows === 'rests' ? REST_MS : isLatest ? askedAt.current + PACE_MS - performance.now() : 0
    if (wait <= 0) ask()
    else timer = setTimeout(ask, wait)
    return () => clearTimeout(timer)
  }, [desk, slot, text, isNew, measuredLast, isDragging, follows])
  if (inquiry === undefined || answered === undefined || !isSameQuestion(answered.inquiry, inquiry)) return undefined
  return answered.found as FoundOf<I>
}

function isSameQuestion(a: Inquiry, b: Inquiry): boolean {
  return JSON.stringify({ ...a, isLatest: false }) === JSON.stringify({ ...b, isLatest: false })
}
