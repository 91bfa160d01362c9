import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { useDesk, useSimulation } from '../../state/react'
import { words } from '../../state/words'

/** How far a run is, with time left and a way to stop it; or why the figures are not those of the document. */
export function RunNote({ isStale, onAgain }: { readonly isStale: boolean; readonly onAgain: () => void }) {
  const desk = useDesk()
  const { running, failure, isStopped, found } = useSimulation((simulation) => simulation)
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
        <Button variant="light" onClick={desk.simulation.stop}>
          {words('simulate.stop')}
        </Button>
      </div>
    )
  }
  if (!isStopped && !isStale) return null
  const key = isStale ? 'simulate.stale' : found === undefined ? 'simulate.stopped' : 'simulate.stopped-old'
  return (
    <p className="compare-note" role="status">
      <span>{words(key)}</span>
      <Button variant="light" onClick={onAgain}>
        {words('simulate.again')}
      </Button>
    </p>
  )
}
