import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { FoundOf, Inquiry } from '../workers/inquiries'
import { useDesk } from './react'

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
  useEffect(() => (text === undefined ? undefined : () => desk.inquiries.leave(slot)), [desk, slot, text])
  if (inquiry === undefined || answered === undefined || !isSameQuestion(answered.inquiry, inquiry)) return undefined
  return answered.found as FoundOf<I>
}

function isSameQuestion(a: Inquiry, b: Inquiry): boolean {
  return JSON.stringify({ ...a, isLatest: false }) === JSON.stringify({ ...b, isLatest: false })
}
