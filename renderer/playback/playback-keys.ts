import type { Desk } from '../state/desk'
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

/** The keys of playback are left to others where no day is shown; chosen from the palette they lead to one. */
export const PLAYBACK_BINDINGS = [
  { keys: ['Space'], label: 'keys.play', group: 'view', isFree: hasDay, run: (desk: Desk) => dayOf(desk)?.clock.toggle() },
  { keys: ['Period'], label: 'keys.next-event', group: 'view', isFree: hasDay, run: (desk: Desk) => dayOf(desk)?.next() },
  { keys: ['Comma'], label: 'keys.previous-event', group: 'view', isFree: hasDay, run: (desk: Desk) => dayOf(desk)?.previous() },
  { keys: ['BracketRight'], label: 'keys.faster', group: 'view', isFree: hasDay, run: (desk: Desk) => dayOf(desk)?.clock.stepSpeed(1) },
  { keys: ['BracketLeft'], label: 'keys.slower', group: 'view', isFree: hasDay, run: (desk: Desk) => dayOf(desk)?.clock.stepSpeed(-1) },
] as const

/** The day that is shown; where none is, the way to it is gone. */
function dayOf(desk: Desk): PlayKeys | undefined {
  if (shown === undefined) {
    const { simulate } = desk.view.getState()
    desk.view.setState({ simulate: { ...simulate, tab: 'day' } })
    desk.showStage('simulate')
  }
  return shown
}

function hasDay(): boolean {
  return shown !== undefined
}
