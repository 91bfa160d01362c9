import type { Reading } from '#shared/metrics/measurement'
import type { DeskCore } from './desk-core'
import type { BriefStep, BriefTable, TypedWeights, ViewState } from './view-store'

/** Whose steps the design on the screen is measured with: in the brief those that one edits. */
export function readingOnStage({ stage, reading, briefReading }: ViewState): Reading {
  return stage === 'brief' ? briefReading : reading
}

/** The other one: the brief shows what the layout does and what the process does apart, so its design is measured under both. */
export function readingBeside({ briefReading }: ViewState): Reading {
  return briefReading === 'own' ? 'reference' : 'own'
}

/** The pathways begin with today's steps, or those that somebody is led to, and the board with them. */
export function firstReading({ briefTable, briefStep }: Pick<ViewState, 'briefTable' | 'briefStep'>): Reading {
  return briefTable === 'pathways' && briefStep?.isOwn !== true ? 'reference' : 'own'
}

/** Whose steps a design is measured with, in the brief and on the other stages. */
export function createDeskReadings({ view, live, askLive }: Pick<DeskCore, 'view' | 'live' | 'askLive'>) {
  /** What is known of both stays known. */
  function setBriefReading(briefReading: Reading): void {
    const before = view.getState()
    if (before.briefReading === briefReading) return
    view.setState({ briefReading })
    if (before.stage !== 'brief') return
    live.swap()
    askLive()
  }

  return {
    setReading(reading: Reading): void {
      view.setState({ reading })
      askLive()
    },
    setBriefReading,
    showBriefTable(briefTable: BriefTable): void {
      view.setState({ briefTable, briefStep: undefined })
      setBriefReading(firstReading(view.getState()))
    },
    keepTypedWeights(of: string, typed: TypedWeights): void {
      view.setState(({ typedWeights }) => ({ typedWeights: { ...typedWeights, [of]: typed } }))
    },
    /** The brief shows this step when it is shown next; undefined: it does. */
    leadToStep(briefStep: BriefStep | undefined): void {
      view.setState(briefStep === undefined ? { briefStep } : { briefStep, briefTable: 'pathways' })
    },
  }
}
