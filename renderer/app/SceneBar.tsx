import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core'
import { Minus, Plus, RotateCcw, RotateCw, ScanSearch, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import type { WardDocument } from '#shared/document/document'
import type { SceneMoves, SceneViewName } from '../scene/scene-moves'
import { useDesk, useView } from '../state/react'
import type { SceneOptions } from '../state/view-store'
import { words } from '../state/words'
import { SavedViews } from './SavedViews'
import './scene-bar.css'

/** Degrees that a press turns the view. */
const TURN = 45
const NEARER = 1.25

/** The view by buttons: everything that dragging does, and what no drag does. */
export function SceneBar({ document, moves, isFine }: { readonly document: WardDocument; readonly moves: SceneMoves; readonly isFine: boolean }) {
  return (
    <div className="scene-bar" role="toolbar" aria-label={words('scene.views')}>
      <View name="threeQuarter" moves={moves} />
      <View name="top" moves={moves} />
      {moves.hasEntrance && <View name="entrance" moves={moves} />}
      <Tool label={words('scene.zoom-selection')} isOff={!moves.hasSelection} onClick={moves.zoomToSelection}>
        <ScanSearch size={18} />
      </Tool>
      <Tool label={words('scene.turn-left')} onClick={() => moves.orbitBy(-TURN)}>
        <RotateCw size={18} />
      </Tool>
      <Tool label={words('scene.turn-right')} onClick={() => moves.orbitBy(TURN)}>
        <RotateCcw size={18} />
      </Tool>
      <Tool label={words('menu.zoom-in')} onClick={() => moves.zoomBy(NEARER)}>
        <Plus size={18} />
      </Tool>
      <Tool label={words('menu.zoom-out')} onClick={() => moves.zoomBy(1 / NEARER)}>
        <Minus size={18} />
      </Tool>
      <SavedViews document={document} moves={moves} />
      <Looks isFine={isFine} />
    </div>
  )
}

const VIEW_LABELS = { threeQuarter: 'scene.three-quarter', top: 'scene.top', entrance: 'scene.entrance' } as const

function View({ name, moves }: { readonly name: SceneViewName; readonly moves: SceneMoves }) {
  return (
    <Button variant="default" px={12} onClick={() => moves.show(name)}>
      {words(VIEW_LABELS[name])}
    </Button>
  )
}

function Tool({
  label,
  isOff = false,
  onClick,
  children,
}: {
  readonly label: string
  readonly isOff?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** How the building is drawn. */
function Looks({ isFine }: { readonly isFine: boolean }) {
  const desk = useDesk()
  const options = useView((view) => view.scene)
  const set = (change: Partial<SceneOptions>) => desk.view.setState({ scene: { ...options, ...change } })
  const isFull = options.walls === 'full'
  return (
    <Popover position="top-end" width={280} shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" aria-label={words('scene.looks')} title={words('scene.looks')}>
          <SlidersHorizontal size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('scene.looks')} className="scene-looks">
        <Checkbox label={words('scene.walls-full')} checked={isFull} onChange={() => set({ walls: isFull ? 'cut' : 'full' })} />
        <Checkbox label={words('scene.fine')} checked={isFine} onChange={() => set({ isFine: !isFine })} />
      </Popover.Dropdown>
    </Popover>
  )
}
