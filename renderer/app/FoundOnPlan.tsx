import { useMemo } from 'react'
import type { Id } from '#shared/base/ids'
import { type Finding, findingKey } from '#shared/document/finding'
import { FindingMarks } from '../plan/FindingMarks'
import { useView } from '../state/react'
import { type Findings, useCaused } from '../state/use-findings'
import { say } from '../state/words'

const NONE: readonly Finding[] = []
const sentenceOf = ({ message }: Finding) => say(message)

/** What is wrong with a design, drawn over its plan: all of it while the list is open, and always what a gesture would cause. */
export function FoundOnPlan({
  found,
  design,
  storey,
  scale,
}: {
  readonly found: Findings
  readonly design: Id
  readonly storey: Id
  readonly scale: number
}) {
  const isListing = useView((view) => view.isFindingsOpen && view.design === design)
  const picked = useView((view) => (view.design === design ? view.pickedFinding : undefined))
  const listed = useMemo(() => {
    const ofList = isListing ? found.heeded : NONE
    const ofPick = [...found.heeded, ...found.toCome, ...found.ignored].filter((finding) => findingKey(finding) === picked)
    return [...ofList.filter((finding) => !ofPick.includes(finding)), ...ofPick].filter(({ place }) => place?.storey === storey)
  }, [found, isListing, picked, storey])
  const all = useCaused(design, found)
  const caused = useMemo(() => all.filter(({ place }) => place?.storey === storey), [all, storey])
  return <FindingMarks findings={listed} picked={picked} caused={caused} scale={scale} say={sentenceOf} />
}
