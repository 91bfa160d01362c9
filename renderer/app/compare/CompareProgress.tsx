import { Button } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import type { OpenDocument } from '../../state/document-store'
import { useCompare, useDesk } from '../../state/react'
import { words } from '../../state/words'

/** How far measuring is, with a way to stop it; or why the figures are not those of the document. */
export function CompareProgress({ open, onAgain }: { readonly open: OpenDocument; readonly onAgain: () => void }) {
  const desk = useDesk()
  const { answer, progress, isStopped, failure } = useCompare((compare) => compare)
  if (failure !== undefined) {
    return (
      <p className="compare-note is-problem" role="alert">
        <TriangleAlert size={18} aria-hidden />
        <span>{words('compare.failed', { reason: failure })}</span>
        <Button variant="light" onClick={onAgain}>
          {words('compare.again')}
        </Button>
      </p>
    )
  }
  if (progress !== undefined) {
    const { design, index, of } = progress
    const record = open.document.designs[design]?.[design]
    const name = record?.kind === 'design' ? record.name : ''
    return (
      <div className="compare-note" role="status">
        <progress value={index} max={of} aria-label={words('compare.progress', { design: name, index: index + 1, of })} />
        <span>
          {words('compare.progress', { design: name, index: index + 1, of })}
          {answer !== undefined && <span className="quiet"> {words('compare.old')}</span>}
        </span>
        <Button variant="light" onClick={desk.compare.stop}>
          {words('compare.stop')}
        </Button>
      </div>
    )
  }
  if (!isStopped) return null
  return (
    <p className="compare-note" role="status">
      <span>{words(answer === undefined ? 'compare.stopped' : 'compare.stopped-old')}</span>
      <Button variant="light" onClick={onAgain}>
        {words('compare.again')}
      </Button>
    </p>
  )
}
