import { ActionIcon, Button } from '@mantine/core'
import { Minus, Plus, RotateCcw, RotateCw } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { BuildingStorey } from '#shared/building/building'
import { Scene } from '../scene/Scene'
import type { ViewHandle } from '../scene/ViewControls'
import { catalogue } from '../state/catalogue'
import { words } from '../state/words'
import type { ShownPart } from '../workers/part-rows'

/** Width of a route on the floor, in metres. */
const RIBBON_M = 0.18

/** The 3D view with its buttons; fetched only when looked at. */
export default function SceneView({
  storey,
  parts,
  label,
  fitCount,
}: {
  readonly storey: BuildingStorey
  readonly parts: readonly ShownPart[]
  readonly label: string
  /** Counts the times that the whole design was asked for. */
  readonly fitCount: number
}) {
  const view = useRef<ViewHandle>(undefined)
  const fitted = useRef(fitCount)
  useEffect(() => {
    if (fitted.current !== fitCount) view.current?.show('threeQuarter')
    fitted.current = fitCount
  }, [fitCount])
  const ribbons = useMemo(
    () =>
      parts.flatMap(({ trip, marks }) =>
        trip === undefined ? [] : marks.filter(({ role }) => role === 'route').map(({ points }) => ({ flow: trip.flow, points, width: RIBBON_M })),
      ),
    [parts],
  )
  return (
    <Scene storey={storey} catalogue={catalogue} ribbons={ribbons} label={label} controls={(handle) => <Controls handle={handle} keep={view} />} />
  )
}

/** The scene's camera by buttons: everything that dragging does. */
function Controls({ handle, keep }: { readonly handle: ViewHandle; readonly keep: RefObject<ViewHandle | undefined> }) {
  useEffect(() => {
    keep.current = handle
  }, [handle, keep])
  return (
    <>
      <Button variant="default" onClick={() => handle.show('threeQuarter')}>
        {words('scene.three-quarter')}
      </Button>
      <Button variant="default" onClick={() => handle.show('top')}>
        {words('scene.top')}
      </Button>
      <ActionIcon variant="default" aria-label={words('scene.turn-left')} onClick={() => handle.orbitBy(45)}>
        <RotateCcw size={18} />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={words('scene.turn-right')} onClick={() => handle.orbitBy(-45)}>
        <RotateCw size={18} />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={words('menu.zoom-in')} onClick={() => handle.zoomBy(1.25)}>
        <Plus size={18} />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={words('menu.zoom-out')} onClick={() => handle.zoomBy(0.8)}>
        <Minus size={18} />
      </ActionIcon>
    </>
  )
}
