import type { Desk } from '../state/desk'
import type { words } from '../state/words'

/** A key and what it does. The shortcut sheet lists the very same records, so it cannot say what is not so. */
export type Binding = {
  /** As the keyboard library reads them; the first is the one shown. */
  readonly keys: readonly string[]
  readonly label: Parameters<typeof words>[0]
  readonly group: 'file' | 'edit' | 'view' | 'draw'
  readonly run: (desk: Desk, event: KeyboardEvent) => void
  /** Works while typing in a field too. */
  readonly isEverywhere?: true
  /** Listed here, and taken by the tool in the hand: see `handTakes`. */
  readonly isOfHand?: true
  /** Whether it has anything to do now; without it the key is left to others. */
  readonly isFree?: () => boolean
}
