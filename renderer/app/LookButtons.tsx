import { ActionIcon, Tooltip } from '@mantine/core'
import { Minus, Plus, ScanSearch } from 'lucide-react'
import { useDesk, useView } from '../state/react'
import type { LookWish } from '../state/view-store'
import { words } from '../state/words'

const BUTTONS = [
  { wish: 'nearer', label: 'menu.zoom-in', Icon: Plus },
  { wish: 'further', label: 'menu.zoom-out', Icon: Minus },
  { wish: 'selected', label: 'scene.zoom-selection', Icon: ScanSearch },
] as const satisfies readonly { readonly wish: LookWish; readonly label: string; readonly Icon: unknown }[]

/** Nearer, further and to what is selected, for who has no wheel and no second finger; 3D has them in its own bar. */
export function LookButtons() {
  const desk = useDesk()
  const isPlan = useView((view) => view.show === 'plan')
  const isNothing = useView((view) => view.selected.length === 0)
  if (!isPlan) return null
  return (
    <div className="look-buttons" role="toolbar" aria-orientation="vertical" aria-label={words('plan.look')}>
      {BUTTONS.map(({ wish, label, Icon }) => (
        <Tooltip key={wish} label={words(label)} position="left">
          <ActionIcon
            size={40}
            variant="subtle"
            color="dark"
            aria-label={words(label)}
            disabled={wish === 'selected' && isNothing}
            onClick={() => desk.look(wish)}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  )
}
