import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { useDesk, useSimulation } from '../../state/react'
import { words } from '../../state/words'

export type RunNoteProps = {
  readonly isStale: boolean
  /** There are figures on the page. */
  readonly hasFigures: boolean
  /** Nothing else on the page stops the run. */
  readonly hasStop: boolean
  readonly onAgain: () => void
}

/** How far a run is, with time left and a way to stop it; or why the figures are not those of the document. */
export function RunNote({ isStale, hasFigures, hasStop, onAgain }: RunNoteProps) {
  const desk = useDesk()
  const { running, failure, isStopped } = useSimulation((simulation) => simulation)
  if (failure !== undefined) {
    return (
      <p className="compare-note is-problem" role="alert">
        <TriangleAlert size={18} aria-hidden />
        <span>{words('simulate.failed', { reason: failure })}</span>
        <Button variant="light" onClick={onAgain}>
          {words('simulate.again')}
        </Button>
      </p>
    )
  }
  if (running !== undefined) {
    const { what, share, left } = running
    const far = words(`simulate.running.${what}`, { share })
    return (
      <div className="compare-note">
        <progress value={share} max={1} aria-label={far} />
        <span role="status">{far}</span>
        {left !== undefined && <span className="quiet">{words('simulate.left', { left: Math.max(1, Math.round(left)) })}</span>}
        {hasStop && (
          <Button variant="light" onClick={desk.simulation.stop}>
            {words('simulate.stop')}
          </Button>
        )}
      </div>
    )
  }
  if (!isStopped && !isStale) return null
  const key = isStale ? 'simulate.stale' : hasFigures ? 'simulate.stopped-old' : 'simulate.stopped'
  return (
    <p className="compare-note" role="status">
      <span>{words(key)}</span>
      <Button variant="light" onClick={onAgain}>
        {words('simulate.again')}
      </Button>
    </p>
  )
}
