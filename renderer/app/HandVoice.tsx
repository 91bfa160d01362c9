import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { message } from '#shared/base/message'
import { elementName } from '../panels/element-name'
import { useDesk, useOpen, useView } from '../state/react'
import { hasWords, say, sayUnderWay, words } from '../state/words'

/** What the hand does is said once it rests: a sentence a move would drown all others. Milliseconds. */
const REST_MS = 450

/** Says to a screen reader what the plan shows: what is selected, where the hand is and came to lie, and what letting go would do. */
export function HandVoice() {
  const text = useWhatHappens()
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-testid="hand-voice">
      {said}
    </p>
  )
}

function useWhatHappens(): string {
  const { hand } = useDesk()
  const open = useOpen()
  const design = useView((view) => view.design)
  const preview = useView((view) => view.preview)
  const selected = useView((view) => view.selected)
  const tool = useView((view) => view.tool)
  const at = useStore(hand.store, (state) => state.at)
  const snap = useStore(hand.store, (state) => state.sketch.snap)
  if (preview !== undefined) return preview.edit.status === 'refused' ? say(preview.edit.reason) : sayUnderWay(preview.edit.name)
  if (tool.tool !== 'select') {
    if (at === undefined) return ''
    const spot = snap?.at ?? at
    const word = `snap.${snap?.word ?? 'free'}`
    return [say(message('voice.at', { x: spot.x, y: spot.y })), hasWords(word) ? words(word) : ''].filter((part) => part !== '').join(', ')
  }
  const [only] = selected
  if (selected.length > 1) return words('voice.many', { count: selected.length })
  const record = only === undefined ? undefined : open?.document.designs[design ?? '']?.[only]
  return open === undefined || record === undefined ? '' : words('voice.selected', { what: elementName(record, open.document.workshop) })
}
