import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { RecordTable } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { HANDLE_PX } from '../plan/Overlay'
import type { ScenePointer, SceneSpot } from '../scene/Picker'
import type { SceneLens } from '../scene/scene-lens'
import type { Desk } from '../state/desk'
import type { PressEvent } from '../state/hand-pointer'
import { isSpaceHeld } from '../state/space-key'
import { useHand } from '../state/use-hand'
import { type Target, targetOf, targetOfWall } from '../tools/target'
import { SELECT, type ToolChoice } from '../tools/tool-choice'

/** A press on the scene, with what lies under it. */
type SpotEvent = PressEvent & { readonly spot: SceneSpot }

/** Feeds the tool in the hand from 3D: the same tools in the same plan metres as over the plan. */
export function useScenePointer({
  desk,
  tool,
  design,
  isLocked,
  storey,
  table,
  selected,
  lens,
}: {
  readonly desk: Desk
  readonly tool: ToolChoice
  readonly design: Id
  readonly isLocked: boolean
  readonly storey: BuildingStorey
  readonly table: RecordTable
  readonly selected: readonly Id[]
  readonly lens: SceneLens
}): ScenePointer {
  const cameraNow = () => lens.getState().camera
  const scaleNow = () => cameraNow()?.scale ?? 1

  const targetUnder = ({ floor, element, wallTop }: SceneSpot): Target | undefined => {
    const corner = isLocked ? undefined : cornerNear(storey, selected, floor, HANDLE_PX / scaleNow())
    if (corner !== undefined) return corner
    const seen = element === undefined ? undefined : targetOf(table, element)
    if (wallTop === undefined || (seen !== undefined && seen.kind !== 'room')) return seen
    return targetOfWall(table, wallTop) ?? seen
  }
  const hand = useHand<SpotEvent>({
    hand: desk.hand,
    tool,
    design,
    storey: storey.storey.id,
    // Asked when it is needed: turning and zooming draw nothing of this anew.
    get middle() {
      return cameraNow()?.target ?? { x: 0, y: 0 }
    },
    get scale() {
      return scaleNow()
    },
    onPlan: ({ spot }) => spot.floor,
    targetUnder: ({ spot }) => targetUnder(spot),
    onLeave: () => desk.setTool(SELECT),
  })
  const here = () => desk.view.getState().design === design
  return {
    isPanning: isSpaceHeld,
    // Bare ground turns the view, unless something is drawn, or a box is begun with Shift held.
    takes: (event, spot) => tool.tool !== 'select' || (!isLocked && (event.shiftKey || targetUnder(spot) !== undefined)),
    onClick: (spot) => {
      desk.showDesign(design)
      desk.select(spot.element)
    },
    down: (event, spot) => {
      desk.showDesign(design)
      hand.down(withSpot(event, spot))
    },
    move: (event, spot) => here() && hand.move(withSpot(event, spot)),
    up: (event, spot) => hand.up(withSpot(event, spot)),
    cancel: hand.cancel,
    other: () => tool.tool !== 'select' && hand.finish(),
    doubleClick: hand.doubleClick,
  }
}

function withSpot(event: PointerEvent, spot: SceneSpot): SpotEvent {
  const { button, pointerType, clientX, clientY, target, shiftKey, ctrlKey, metaKey, altKey } = event
  return { button, pointerType, clientX, clientY, target, shiftKey, ctrlKey, metaKey, altKey, spot }
}

function cornerNear({ rooms }: BuildingStorey, selected: readonly Id[], at: Point, reach: number): Target | undefined {
  const [only] = selected
  const room = selected.length === 1 ? rooms.find((built) => built.room.id === only)?.room : undefined
  const corner = room?.corners.find((each) => Math.hypot(each.x - at.x, each.y - at.y) <= reach)
  return room === undefined || corner === undefined ? undefined : { kind: 'corner', id: room.id, corner: corner.key }
}
