import type { Finding } from '#shared/document/finding'
import { findingKey } from '#shared/document/finding'
import type { DeskCore } from './desk-core'
import { createFound, type FindQuestion } from './found'
import { lawfulChange, selecting } from './view-store'

/** Findings: looked for in still moments, listed, shown on the plan, ignored or heeded by the commands. */
export function createDeskFindings({ view, live, openDocument }: DeskCore, closeMeasure: () => void) {
  const question = (): FindQuestion | undefined => {
    const { design, preview } = view.getState()
    if (design === undefined || openDocument() === undefined || preview?.edit.status === 'refused') return undefined
    return { design, preview: lawfulChange(preview) }
  }
  const found = createFound(live.request, (asked) => {
    const now = question()
    if (now === undefined || now.design !== asked.design || now.preview !== asked.preview) return 'gone'
    return live.store.getState().isBusy ? 'later' : 'now'
  })
  // Whatever is answered about the design on the screen, there may be something else wrong with it now.
  live.store.subscribe(({ answer }, before) => {
    if (answer === undefined) found.forget()
    const now = question()
    if (answer !== before.answer && answer !== undefined && now !== undefined && answer.design === now.design) found.want(now)
  })

  /** The list, in the place of a measure's trips. */
  function showFindings(isFindingsOpen: boolean): void {
    if (isFindingsOpen && view.getState().openMeasure !== undefined) closeMeasure()
    view.setState(({ beside }) => ({
      isFindingsOpen,
      pickedFinding: undefined,
      beside: isFindingsOpen && beside !== undefined ? { ...beside, differences: undefined } : beside,
    }))
  }

  return {
    found,
    showFindings,
    toggleFindings: () => showFindings(!view.getState().isFindingsOpen),
    /** Marks it on the plan and selects what it is about. */
    pickFinding(finding: Finding | undefined): void {
      const { design } = view.getState()
      const table = openDocument()?.document.designs[design ?? '']
      const there = (finding?.where ?? []).filter((id) => id !== design && table?.[id] !== undefined && table[id].kind !== 'storey')
      view.setState({ pickedFinding: finding && findingKey(finding), ...(finding === undefined ? {} : selecting(there)) })
    },
  }
}
