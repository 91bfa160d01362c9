import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import { isSlowKind, keyOfIgnored } from '#shared/building/document-findings'
import type { RecordTable } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type Finding, findingKey } from '#shared/document/finding'
import { type SortedFindings, sortedFindings } from '#shared/document/findings/sorted-findings'
import { useDesk, useLive, useOpen } from './react'
import { causedOf, toldOf } from './told-findings'

/** What is wrong with a design as committed. */
export type Findings = SortedFindings & {
  /** Nothing more is being looked for. */
  readonly isWhole: boolean
  /** What takes long to find of this design was never looked for yet: where nothing is found so far, nobody knows that there is nothing. */
  readonly isFirstLook: boolean
}

const NONE: readonly Finding[] = []

export function useFindings(design: Design, table: RecordTable): Findings {
  const desk = useDesk()
  const committed = useStore(desk.found.store, (found) => (found.committed?.design === design.id ? found.committed : undefined))
  const answer = useLive((live) => (live.answer?.design === design.id && !live.answer.isPreview ? live.answer : undefined))
  return useMemo(() => {
    const isLate = answer !== undefined && (committed === undefined || committed.revision < answer.revision)
    // Until everything is looked at again, what takes long to find is taken to be as it was, where it is still there.
    const kept = (committed?.findings ?? NONE).filter(({ message, where }) => isSlowKind(message.key) && where.every((id) => table[id] !== undefined))
    const now = isLate ? [...answer.findings, ...kept] : (committed?.findings ?? NONE)
    const reasons = new Map((design.ignored ?? []).map((each) => [keyOfIgnored(each), each.reason]))
    const all = toldOf(now, table).map((finding): Finding => ({ ...finding, ignored: reasons.get(findingKey(finding)) }))
    return {
      ...sortedFindings(all),
      isWhole: !isLate && committed !== undefined,
      isFirstLook: committed === undefined,
    }
  }, [answer, committed, design.ignored, table])
}

/** What letting go would cause, of what is not known of the design. */
export function useCaused(design: Id, { heeded, toCome, ignored }: Findings): readonly Finding[] {
  const desk = useDesk()
  const table = useOpen()?.document.designs[design]
  const isDragging = useStore(desk.view, ({ preview }) => preview?.edit.status === 'done')
  const resting = useStore(desk.found.store, ({ preview }) => (preview?.design === design ? preview.findings : undefined))
  const moving = useLive(({ answer }) => (answer?.design === design && answer.isPreview ? answer.findings : undefined))
  const previewed = isDragging ? (resting ?? moving) : undefined
  return useMemo(() => {
    if (previewed === undefined || previewed.length === 0) return NONE
    return causedOf(previewed, [...heeded, ...toCome, ...ignored], table)
  }, [previewed, heeded, toCome, ignored, table])
}
