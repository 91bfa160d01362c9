import type { Id } from '#shared/base/ids'
import { designsOf } from '#shared/document/document'
import { besideFirst, swapped } from './beside'
import type { DeskCore } from './desk-core'
import { type Beside, selecting } from './view-store'

/** Two designs at once: which is beside, how they are laid out, and what differs between them. */
export function createDeskBeside({ view, live, openDocument, askLive, askBeside }: DeskCore, openMeasure: (measure: undefined) => void) {
  /** The design beside becomes the one that is worked on. */
  function changeSides(): void {
    view.setState((now) => ({ ...swapped(now), ...selecting([]), preview: undefined, pickedTrip: undefined }))
    live.swap()
    askLive()
  }

  /** Shows a second design with the first; undefined: the first alone. */
  function showBeside(design: Id | undefined): void {
    const { beside, design: now } = view.getState()
    if (design === now) return
    const isToday = openDocument()?.document.designs[design ?? '']?.[design ?? '']
    const first = design === undefined ? undefined : besideFirst(design, isToday?.kind === 'design' && isToday.isCurrentState)
    view.setState({ beside: design === undefined || first === undefined ? undefined : beside === undefined ? first : { ...beside, design } })
    askBeside()
  }

  /** Today beside an idea, an idea beside today; or one alone again. */
  function toggleBeside(): void {
    const open = openDocument()
    const { beside, design } = view.getState()
    const others = open === undefined ? [] : designsOf(open.document).filter(({ id }) => id !== design)
    showBeside(beside === undefined ? (others.find(({ isCurrentState }) => isCurrentState) ?? others[0])?.id : undefined)
  }

  function setBeside(part: Partial<Omit<Beside, 'design' | 'on'>>): void {
    view.setState(({ beside }) => (beside === undefined ? {} : { beside: { ...beside, ...part } }))
  }

  /** The list of what differs, in the place of a measure's trips. */
  function showDifferences(differences: Beside['differences']): void {
    if (differences !== undefined && view.getState().openMeasure !== undefined) openMeasure(undefined)
    setBeside({ differences })
  }

  return {
    changeSides,
    setBeside,
    showBeside,
    arrange: (arrangement: Beside['arrangement']) => setBeside({ arrangement }),
    moveDivider: (divider: number) => setBeside({ divider: Math.min(Math.max(divider, 0), 1) }),
    showDifferences,
    toggleBeside,
    /** The list of what differs; it needs two designs, so it brings the second. */
    toggleDifferences(): void {
      if (view.getState().beside === undefined) toggleBeside()
      const { beside } = view.getState()
      showDifferences(beside?.differences === undefined ? { isAllDrawn: true, picked: undefined } : undefined)
    },
  }
}
