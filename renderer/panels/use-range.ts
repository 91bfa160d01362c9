import { useState } from 'react'
import type { Id } from '#shared/base/ids'
import type { Reading } from '#shared/metrics/measurement'
import { useInquiry } from '../state/use-inquiry'
import type { RangeState } from '../workers/inquiries'
import type { MeasureRef } from '../workers/messages'

/** What is known of the range of a measure, and how to press for it where it is not worked out unasked. */
export type RangeFound = { readonly found: RangeState | undefined; readonly press: () => void }

/** The range of a measure of a design, once hand and worker rest. `measure` undefined: there is none to ask about. */
export function useRange(slot: string, design: Id, reading: Reading, measure: MeasureRef | undefined): RangeFound {
  const name = `${design} ${reading} ${measure?.metric} ${measure?.subject}`
  const [pressed, setPressed] = useState('')
  const isPressed = pressed === name
  const found = useInquiry(
    slot,
    measure === undefined ? undefined : { about: 'range', design, reading, isLatest: false, isPressed, ...measure },
    'rests',
  )
  // Unasked it takes a moment: how far that has come would only flicker.
  const isTold = isPressed || found?.status !== 'underWay'
  return { found: isTold ? found : undefined, press: () => setPressed(name) }
}
