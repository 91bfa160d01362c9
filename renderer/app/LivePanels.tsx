import { memo, useDeferredValue } from 'react'
import type { RecordTable } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { Scoreboard } from '../panels/Scoreboard'
import { TripsPanel } from '../panels/TripsPanel'
import { useRange } from '../panels/use-range'
import type { LiveAnswer } from '../state/live'
import { RANGE_SLOT } from '../state/range-drawn'
import { useDesk, useLive, useView } from '../state/react'
import type { MeasureRef } from '../workers/messages'

/** Panels that follow the worker's answers: each by itself, so that an answer draws nothing else. */

export const LiveBoard = memo(function LiveBoard({
  design,
  workshop,
  smallestDifference,
}: {
  readonly design: Design
  readonly workshop: RecordTable
  readonly smallestDifference: number
}) {
  const desk = useDesk()
  const answer = useAnswer(design)
  const failure = useLive((live) => live.failure)
  const isBusy = useLive((live) => live.isBusy)
  const isStale = useView((view) => view.preview?.edit.status === 'refused')
  const measure = useView((view) => view.openMeasure)
  return (
    <Scoreboard
      answer={answer}
      designName={design.name}
      workshop={workshop}
      isToday={design.isCurrentState}
      hasToday={answer !== undefined && (answer.today !== undefined || answer.isTodayToCome)}
      isStale={isStale}
      isBusy={isBusy}
      failure={failure}
      smallestDifference={smallestDifference}
      open={measure}
      onOpen={desk.openMeasure}
    />
  )
})

export const LiveTrips = memo(function LiveTrips({
  measure,
  design,
  workshop,
}: {
  readonly measure: MeasureRef
  readonly design: Design
  readonly workshop: RecordTable
}) {
  const desk = useDesk()
  const answer = useDeferredValue(useAnswer(design))
  const picked = useView((view) => view.pickedTrip)
  const reading = useView((view) => view.reading)
  const range = useRange(RANGE_SLOT, design.id, reading, measure)
  return (
    <TripsPanel
      measure={measure}
      answer={answer}
      range={range}
      workshop={workshop}
      picked={picked}
      onPick={desk.pickTrip}
      onOpen={desk.openMeasure}
    />
  )
})

/** What the worker last said about this very design. */
function useAnswer({ id }: Design): LiveAnswer | undefined {
  return useLive(({ answer }) => (answer?.design === id ? answer : undefined))
}
