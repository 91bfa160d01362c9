import type { Flow } from '#shared/document/vocabulary'
import type { Bounds, PlanPen } from '../plan-pen'

/** A procedure room with a wide door on both sides, each for some flows; all such rooms are furnished to the same hand. */
export function throughProcedureRoom(pen: PlanPen, name: string, bounds: Bounds, south: readonly Flow[], north: readonly Flow[]): void {
  const [left, bottom, right] = bounds
  pen
    .room('procedure-room', name, bounds)
    .door('south', left + 1.6, 1.4, { hinge: 'both', admits: [...south] })
    .door('north', right - 1.4, 1.4, { hinge: 'both', admits: [...north] })
    .put('procedure-couch', left + 3, bottom + 3)
    .put('endoscopy-stack', left + 1.4, bottom + 3.5)
    .against('north', left + 1.5, 'worktop')
    .against('east', bottom + 1.6, 'desk')
    .against('east', bottom + 3.4, 'equipment-rack')
    .against('west', bottom + 1.4, 'basin')
}
