import type { Edit } from '#shared/commands/edit'
import { placeFixture } from '#shared/commands/place-fixture'
import type { CatalogueEntry } from '#shared/document/catalogue'
import type { Point } from '#shared/geometry/point'
import { hostNear } from './opening-tool'
import { snapPoint } from './snap-point'
import { NO_SKETCH, type Tool, type ToolContext, type ToolStep } from './tool'
import { typedDegrees } from './typed-length'

export type FixtureState = {
  readonly place: { readonly x: number; readonly y: number; readonly rotation: number } | undefined
  /** What the hand has turned it to, degrees; near a wall its back goes to the wall instead. */
  readonly rotation: number
  readonly isTyping: string
}

/** How near a wall its back has to come to stand against it, in reaches. */
const WALL_REACHES = 2
/** Walls are at least so thick; the back stands off the centre-line by half of it. Metres. */
const HALF_WALL_M = 0.06

/** A piece of the catalogue in the hand: it stands against a wall that is near, else on the grid; each click puts one down. */
export function fixtureTool(entry: CatalogueEntry, isWallBound = true): Tool<FixtureState> {
  const back = Math.max(...entry.footprint.map(({ y }) => y))
  const editOf = ({ place }: FixtureState, { document, design, storey, freshId }: ToolContext): Edit | undefined =>
    place === undefined ? undefined : placeFixture(document, { design, storey, entry, ...place }, freshId)
  return {
    start: { place: undefined, rotation: 0, isTyping: '' },
    isBusy: () => false,
    step(state, event, context): ToolStep<FixtureState> {
      switch (event.type) {
        case 'move':
        case 'down': {
          const moved = { ...state, place: placeAt(state, event.at, event.isFree, context) }
          const edit = editOf(moved, context)
          if (event.type === 'move') return { state: moved, preview: edit }
          const [fixture] = edit?.status === 'done' ? edit.change.added : []
          return { state: moved, ...(edit === undefined ? {} : { commit: edit }), ...(fixture === undefined ? {} : { select: [fixture.id] }) }
        }
        case 'typed': {
          // R turns a quarter; digits are degrees.
          const degrees = event.text.toLowerCase() === 'r' ? (state.rotation + 90) % 360 : typedDegrees(event.text)
          if (degrees === undefined) return { state }
          const place = state.place && { ...state.place, rotation: degrees }
          const turned = { ...state, rotation: degrees, place }
          return { state: turned, preview: editOf(turned, context) }
        }
        case 'finish': {
          const edit = editOf(state, context)
          return edit === undefined ? { state } : { state, commit: edit }
        }
        case 'cancel':
        case 'up':
          return { state }
      }
    },
    sketch: () => NO_SKETCH,
  }

  function placeAt(state: FixtureState, at: Point, isFree: boolean, { table, storey, reach }: ToolContext): FixtureState['place'] {
    const wall = isWallBound && !isFree ? hostNear(table, storey, at, Math.max(back + reach * WALL_REACHES, reach), false) : undefined
    if (wall === undefined) return { ...snapPoint(table, storey, { at, reach: reach / 2, isFree }).at, rotation: state.rotation }
    const length = Math.hypot(wall.to.x - wall.from.x, wall.to.y - wall.from.y)
    const along = { x: (wall.to.x - wall.from.x) / length, y: (wall.to.y - wall.from.y) / length }
    // The pointer's side of the wall is the front; the back of the fixture is towards the wall.
    const isLeft = along.x * (at.y - wall.from.y) - along.y * (at.x - wall.from.x) >= 0
    const front = isLeft ? { x: -along.y, y: along.x } : { x: along.y, y: -along.x }
    const off = back + HALF_WALL_M
    const foot = { x: wall.from.x + along.x * wall.along, y: wall.from.y + along.y * wall.along }
    const degrees = (Math.atan2(-front.y, -front.x) * 180) / Math.PI - 90
    return { x: foot.x + front.x * off, y: foot.y + front.y * off, rotation: (Math.round(degrees * 10) / 10 + 360) % 360 }
  }
}
