import { Button } from '@mantine/core'
import { Building2, Trash2 } from 'lucide-react'
import { roundToMillimetre } from '#shared/base/units'
import type { Edit } from '#shared/commands/edit'
import { setOutline } from '#shared/commands/set-outline'
import type { WardDocument } from '#shared/document/document'
import type { Storey } from '#shared/document/elements/storey'
import type { Point } from '#shared/geometry/point'
import { boxOf } from '#shared/geometry/polygon'
import { NumberField } from '../controls/NumberField'
import { useDesk } from '../state/react'
import { words } from '../state/words'

/** The outer face of the building by numbers: its width and depth, and every corner. */
export function OutlineFields({
  document,
  storey,
  isLocked,
  onCommit,
}: {
  readonly document: WardDocument
  readonly storey: Storey
  readonly isLocked: boolean
  readonly onCommit: (edit: Edit) => void
}) {
  const desk = useDesk()
  const { outline } = storey
  const draw = (ring: readonly Point[] | undefined) => onCommit(setOutline(document, { storey: storey.id, outline: ring }))
  const box = outline && boxOf(outline)
  /** The right or upper side of the box moves out: corners on it go along. */
  const stretch = (side: 'right' | 'top', by: number) => {
    if (outline === undefined || box === undefined) return
    draw(outline.map(({ x, y }) => ({ x: side === 'right' && x === box.right ? x + by : x, y: side === 'top' && y === box.top ? y + by : y })))
  }
  return (
    <details className="more">
      <summary>{words('outline.title')}</summary>
      {outline === undefined || box === undefined ? (
        <p className="quiet small">{words('outline.none')}</p>
      ) : (
        <>
          <div className="field-pair">
            <NumberField
              label={words('outline.width')}
              value={roundToMillimetre(box.right - box.left)}
              unit="m"
              step={0.5}
              isDisabled={isLocked}
              onCommit={(width) => stretch('right', width - (box.right - box.left))}
            />
            <NumberField
              label={words('outline.depth')}
              value={roundToMillimetre(box.top - box.bottom)}
              unit="m"
              step={0.5}
              isDisabled={isLocked}
              onCommit={(depth) => stretch('top', depth - (box.top - box.bottom))}
            />
          </div>
          <ol className="outline-corners">
            {numbered(outline).map(({ corner, index }) => (
              <li key={index}>
                <NumberField
                  label={words('outline.x', { corner: index + 1 })}
                  value={corner.x}
                  unit="m"
                  step={0.1}
                  isDisabled={isLocked}
                  onCommit={(x) => draw(outline.map((each, at) => (at === index ? { ...each, x } : each)))}
                />
                <NumberField
                  label={words('outline.y', { corner: index + 1 })}
                  value={corner.y}
                  unit="m"
                  step={0.1}
                  isDisabled={isLocked}
                  onCommit={(y) => draw(outline.map((each, at) => (at === index ? { ...each, y } : each)))}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      {!isLocked && (
        <div className="field-pair">
          <Button variant="default" leftSection={<Building2 size={18} aria-hidden />} onClick={() => desk.setTool({ tool: 'outline' })}>
            {words(outline === undefined ? 'outline.draw' : 'outline.change')}
          </Button>
          {outline !== undefined && (
            <Button variant="subtle" color="dark" leftSection={<Trash2 size={18} aria-hidden />} onClick={() => draw(undefined)}>
              {words('inspector.remove')}
            </Button>
          )}
        </div>
      )}
    </details>
  )
}

/** Corners have no name of their own: they are known by their order. */
function numbered(outline: readonly Point[]) {
  return outline.map((corner, index) => ({ corner, index }))
}
