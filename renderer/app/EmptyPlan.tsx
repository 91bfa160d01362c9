import { Button } from '@mantine/core'
import { Building2, Image, SquareDashed } from 'lucide-react'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import { takeTool } from './drawing-tools'

/** What goes on a bare floor, and three ways to begin: with a room, with the outline of the building, or by tracing a plan that there is. */
export function EmptyPlan({ isLocked, hasUnderlay }: { readonly isLocked: boolean; readonly hasUnderlay: boolean }) {
  const desk = useDesk()
  // With a tool in the hand the floor is there to be drawn on.
  const isDrawing = useView(({ tool }) => tool.tool !== 'select')
  if (hasUnderlay || isDrawing) return null
  return (
    <div className="stage-empty is-offering">
      <p>{words('plan.empty')}</p>
      {!isLocked && (
        <div className="plan-empty-ways">
          <Button leftSection={<SquareDashed size={18} aria-hidden />} onClick={() => takeTool(desk, 'room')}>
            {words('plan.draw-room')}
          </Button>
          <Button variant="default" leftSection={<Building2 size={18} aria-hidden />} onClick={() => takeTool(desk, 'outline')}>
            {words('plan.draw-outline')}
          </Button>
          <Button variant="default" leftSection={<Image size={18} aria-hidden />} onClick={() => void desk.addUnderlay()}>
            {words('underlay.add')}
          </Button>
        </div>
      )}
    </div>
  )
}
