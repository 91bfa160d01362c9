import { ActionIcon, Button } from '@mantine/core'
import { Minus, Plus, RotateCcw, RotateCw } from 'lucide-react'
import { useMemo } from 'react'
import type { BuildingStorey } from '#shared/building/building'
import { Scene } from '../scene/Scene'
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
}: {
  readonly storey: BuildingStorey
  readonly parts: readonly ShownPart[]
  readonly label: string
}) {
  const ribbons = useMemo(
    () =>
      parts.flatMap(({ trip, marks }) =>
        trip === undefined ? [] : marks.filter(({ role }) => role === 'route').map(({ points }) => ({ flow: trip.flow, points, width: RIBBON_M })),
      ),
    [parts],
  )
  return (
    <Scene
      storey={storey}
      catalogue={catalogue}
      ribbons={ribbons}
      label={label}
      controls={(view) => (
        <>
          <Button variant="default" onClick={() => view.show('threeQuarter')}>
            {words('scene.three-quarter')}
          </Button>
          <Button variant="default" onClick={() => view.show('top')}>
            {words('scene.top')}
          </Button>
          <ActionIcon variant="default" aria-label={words('scene.turn-left')} onClick={() => view.orbitBy(45)}>
            <RotateCcw size={18} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={words('scene.turn-right')} onClick={() => view.orbitBy(-45)}>
            <RotateCw size={18} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={words('menu.zoom-in')} onClick={() => view.zoomBy(1.25)}>
            <Plus size={18} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={words('menu.zoom-out')} onClick={() => view.zoomBy(0.8)}>
            <Minus size={18} />
          </ActionIcon>
        </>
      )}
    />
  )
}
