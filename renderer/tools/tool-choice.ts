import type { CatalogueEntry } from '#shared/document/catalogue'
import { findTool } from './find-tool'
import { fixtureTool } from './fixture-tool'
import { type CutOpening, openingTool } from './opening-tool'
import { carriedRoom, type KitRoom, putTool } from './put-tool'
import { type DrawnRoom, roomTool } from './room-tool'
import { selectTool } from './select-tool'
import { splitTool } from './split-tool'
import { tapeTool } from './tape-tool'
import { NO_SKETCH, type Tool, type ToolContext, type ToolEvent, type ToolSketch, type ToolStep } from './tool'
import { wallTool } from './wall-tool'

/** What is in the hand. Of rooms and furniture: which. */
export type ToolChoice =
  | { readonly tool: 'select' | 'split' | 'tape' }
  | ({ readonly tool: 'room' | 'find' } & DrawnRoom)
  /** A room of a size of its own, carried to where it goes. */
  | { readonly tool: 'put'; readonly room: KitRoom }
  | { readonly tool: 'wall'; readonly edge?: 'wall' | 'glazed' }
  | ({ readonly tool: 'opening' } & CutOpening)
  | { readonly tool: 'fixture'; readonly entry: CatalogueEntry; readonly isWallBound?: boolean }

export const SELECT: ToolChoice = { tool: 'select' }

/** A tool in use: it keeps its own state, so that whoever holds it need not know of what kind that is. */
export type HeldTool = {
  readonly step: (event: ToolEvent, context: ToolContext) => Omit<ToolStep<unknown>, 'state'>
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
  }
}

function held<S>(tool: Tool<S>): HeldTool {
  let state = tool.start
  return {
    step(event, context) {
      const { state: next, ...rest } = tool.step(state, event, context)
      state = next
      return rest
    },
    sketch: (context) => tool.sketch(state, context) ?? NO_SKETCH,
    isBusy: () => tool.isBusy(state),
  }
}
