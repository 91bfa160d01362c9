import type { PlacedArrangement } from '#shared/commands/place-arrangement'
import type { CatalogueEntry } from '#shared/document/catalogue'
import { findTool } from './find-tool'
import { fixtureTool } from './fixture-tool'
import { noteTool } from './note-tool'
import { type CutOpening, openingTool } from './opening-tool'
import { outlineTool } from './outline-tool'
import { carriedArrangement, carriedRoom, type KitRoom, putTool } from './put-tool'
import { type DrawnRoom, roomTool } from './room-tool'
import { selectTool } from './select-tool'
import { splitTool } from './split-tool'
import { tapeTool } from './tape-tool'
import { type DoublePress, NO_SKETCH, type Tool, type ToolContext, type ToolEvent, type ToolSketch, type ToolStep } from './tool'
import { underlayTool } from './underlay-tool'
import { walkTool } from './walk-tool'
import { wallTool } from './wall-tool'

/** What is in the hand. Of rooms and furniture: which. */
export type ToolChoice =
  | { readonly tool: 'select' | 'split' | 'tape' | 'outline' | 'underlay' | 'walk' }
  /** What a note says until something is written over it. */
  | { readonly tool: 'note'; readonly text: string }
  | ({ readonly tool: 'room' | 'find' } & DrawnRoom)
  /** A room of a size of its own, carried to where it goes. */
  | { readonly tool: 'put'; readonly room: KitRoom }
  /** Rooms and furniture that go together; the key says which of the catalogue's. */
  | { readonly tool: 'arrangement'; readonly key: string; readonly arrangement: PlacedArrangement }
  | { readonly tool: 'wall'; readonly edge?: 'wall' | 'glazed' }
  | ({ readonly tool: 'opening' } & CutOpening)
  | { readonly tool: 'fixture'; readonly entry: CatalogueEntry; readonly isWallBound?: boolean }

export const SELECT: ToolChoice = { tool: 'select' }

/** A tool in use: it keeps its own state, so that whoever holds it need not know of what kind that is. */
export type HeldTool = {
  readonly step: (event: ToolEvent | DoublePress, context: ToolContext) => Omit<ToolStep<unknown>, 'state'>
  readonly sketch: (context: ToolContext) => ToolSketch
  readonly isBusy: () => boolean
}

export function takenUp(choice: ToolChoice): HeldTool {
  switch (choice.tool) {
    case 'select':
      return held(selectTool)
    case 'room':
      return held(roomTool(choice))
    case 'put':
      return held(putTool(carriedRoom(choice.room)))
    case 'arrangement':
      return held(putTool(carriedArrangement(choice.arrangement)))
    case 'outline':
      return held(outlineTool())
    case 'find':
      return held(findTool(choice))
    case 'wall':
      return held(wallTool(choice.edge))
    case 'opening': {
      const { tool: _, ...cut } = choice
      return held(openingTool(cut))
    }
    case 'fixture':
      return held(fixtureTool(choice.entry, choice.isWallBound))
    case 'split':
      return held(splitTool())
    case 'tape':
      return held(tapeTool())
    case 'underlay':
      return held(underlayTool)
    case 'note':
      return held(noteTool(choice.text))
    case 'walk':
      return held(walkTool())
  }
}

function held<S>(tool: Tool<S>): HeldTool {
  let state = tool.start
  return {
    step(event, context) {
      const step = event.type === 'double' ? (tool.double?.(state, event, context) ?? { state }) : tool.step(state, event, context)
      const { state: next, ...rest } = step
      state = next
      return rest
    },
    sketch: (context) => tool.sketch(state, context) ?? NO_SKETCH,
    isBusy: () => tool.isBusy(state),
  }
}
