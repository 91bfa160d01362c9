import type { PlayClock } from './clock'

/** What the keys do while a day is shown. */
export type PlayKeys = { readonly clock: PlayClock; readonly next: () => void; readonly previous: () => void }

let shown: PlayKeys | undefined

/** The day on the screen takes the keys of playback until the returned function is called. */
export function takePlayKeys(keys: PlayKeys): () => void {
  shown = keys
  return () => {
    if (shown === keys) shown = undefined
  }
}

/** The keys of playback do nothing where no day is shown. */
export const PLAYBACK_BINDINGS = [
  { keys: ['Space'], label: 'keys.play', group: 'view', isFree: hasDay, run: () => shown?.clock.toggle() },
  { keys: ['Period'], label: 'keys.next-event', group: 'view', isFree: hasDay, run: () => shown?.next() },
  { keys: ['Comma'], label: 'keys.previous-event', group: 'view', isFree: hasDay, run: () => shown?.previous() },
  { keys: ['BracketRight'], label: 'keys.faster', group: 'view', isFree: hasDay, run: () => shown?.clock.stepSpeed(1) },
  { keys: ['BracketLeft'], label: 'keys.slower', group: 'view', isFree: hasDay, run: () => shown?.clock.stepSpeed(-1) },
] as const

function hasDay(): boolean {
  return shown !== undefined
}
