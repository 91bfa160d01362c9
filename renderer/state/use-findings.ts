import { useMemo } from 'react'
import { useStore } from 'zustand'
import { isSlowKind, keyOfIgnored } from '#shared/building/document-findings'
import type { RecordTable } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type Finding, findingKey } from '#shared/document/finding'
import { useDesk, useLive } from './react'

/** What is wrong with a design as committed, and what the gesture under way would add to it. */
export type Findings = {
  /** To be looked at, errors first. */
  readonly heeded: readonly Finding[]
  /** Left as they are, each with its reason. */
  readonly ignored: readonly Finding[]
  /** What letting go would cause. */
  readonly caused: readonly Finding[]
  /** Nothing more is being looked for. */
  readonly isWhole: boolean
}

const NONE: readonly Finding[] = []

export function useFindings(design: Design, table: RecordTable): Findings {
  const desk = useDesk()
  const committed = useStore(desk.found.store, (found) => (found.committed?.design === design.id ? found.committed : undefined))
  const resting = useStore(desk.found.store, (found) => (found.preview?.design === design.id ? found.preview : undefined))
  const answer = useLive((live) => (live.answer?.design === design.id ? live.answer : undefined))
  const isDragging = useStore(desk.view, ({ preview }) => preview?.edit.status === 'done')
  return useMemo(() => {
    const isLate = answer !== undefined && !answer.isPreview && (committed === undefined || committed.revision < answer.revision)
    // Until everything is looked at again, what takes long to find is taken to be as it was, where it is still there.
    const kept = (committed?.findings ?? NONE).filter(({ message, where }) => isSlowKind(message.key) && where.every((id) => table[id] !== undefined))
    const now = isLate ? [...answer.findings, ...kept] : (committed?.findings ?? NONE)
    const reasons = new Map((design.ignored ?? []).map((each) => [keyOfIgnored(each), each.reason]))
    const all = now.map((finding): Finding => ({ ...finding, ignored: reasons.get(findingKey(finding)) }))
    const known = new Set(all.map(findingKey))
    const previewed = !isDragging ? NONE : (resting?.findings ?? (answer?.isPreview === true ? answer.findings : NONE))
    return {
      heeded: all.filter(({ ignored }) => ignored === undefined),
      ignored: all.filter(({ ignored }) => ignored !== undefined),
      caused: previewed.filter((finding) => !known.has(findingKey(finding)) && finding.ignored === undefined && finding.place !== undefined),
      isWhole: !isLate && committed !== undefined,
    }
  }, [answer, committed, resting, isDragging, design.ignored, table])
}
