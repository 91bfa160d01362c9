import { ActionIcon, Button, Select, Tooltip } from '@mantine/core'
import {
  Armchair,
  BrickWall,
  Building2,
  DoorOpen,
  Grid2x2,
  Image,
  type LucideIcon,
  MessageSquare,
  MousePointer2,
  PaintBucket,
  PersonStanding,
  RectangleVertical,
  Ruler,
  SquareDashed,
  SquareSplitHorizontal,
  SquareStack,
} from 'lucide-react'
import { useMemo } from 'react'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { catalogue } from '../state/catalogue'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import { SELECT, type ToolChoice } from '../tools/tool-choice'
import { DRAWING_TOOLS, type DrawingTool, focusPlan, nameOfTool, takeTool } from './drawing-tools'
import './tool-bar.css'

const ICONS: Readonly<Record<DrawingTool['name'], LucideIcon>> = {
  select: MousePointer2,
  room: SquareDashed,
  wall: BrickWall,
  door: DoorOpen,
  window: Grid2x2,
  archway: RectangleVertical,
  passThrough: SquareStack,
  fixture: Armchair,
  split: SquareSplitHorizontal,
  find: PaintBucket,
  outline: Building2,
  tape: Ruler,
  note: MessageSquare,
  underlay: Image,
  walk: PersonStanding,
}

/** How a door opens, and the clear width that one of a single and of two leaves has when nothing is typed. Metres. */
const LEAVES = ['start', 'end', 'both', 'sliding'] as const
const SINGLE_M = 1.2
const DOUBLE_M = 1.6

/** What can be taken in the hand, at the edge of the plan. */
export function ToolBar() {
  const desk = useDesk()
  const tool = useView((view) => view.tool)
  const isWalking = useView((view) => view.walk !== undefined)
  if (isWalking) return null
  const inHand = nameOfTool(tool)
  return (
    <div className="tool-bar" role="toolbar" aria-orientation="vertical" aria-label={words('tool.bar')}>
      {DRAWING_TOOLS.map(({ name, letter }) => {
        const Icon = ICONS[name]
        return (
          <Tooltip key={name} position="right" label={words('tool.with-key', { tool: words(`tool.${name}`), key: letter })}>
            <ActionIcon
              size={40}
              variant={inHand === name ? 'filled' : 'subtle'}
              color={inHand === name ? 'accent' : 'dark'}
              aria-label={words(`tool.${name}`)}
              aria-pressed={inHand === name}
              aria-keyshortcuts={letter}
              onClick={() => takeTool(desk, name)}
            >
              <Icon size={20} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )
      })}
    </div>
  )
}

/** What the tool in the hand waits for, and of which kind it draws. */
export function ToolHint({ document }: { readonly document: WardDocument }) {
  const desk = useDesk()
  const tool = useView((view) => view.tool)
  if (tool.tool === 'select') return null
  return (
    <section className="tool-hint" aria-label={words(`tool.${nameOfTool(tool)}`)}>
      <Kind tool={tool} document={document} />
      <p>{words(`tool.hint.${tool.tool}`)}</p>
      <Button variant="default" onClick={() => desk.setTool(SELECT)}>
        {words('tool.put-away')}
      </Button>
    </section>
  )
}

function Kind({ tool, document }: { readonly tool: ToolChoice; readonly document: WardDocument }) {
  const desk = useDesk()
  const types = useMemo(() => recordsOf(document.workshop, 'roomType'), [document.workshop])
  const common = { searchable: true, allowDeselect: false, nothingFoundMessage: words('tool.none-found'), w: 220, maxDropdownHeight: 320 } as const
  if (tool.tool === 'room' || tool.tool === 'find') {
    return (
      <Select
        {...common}
        aria-label={words('tool.room-type')}
        data={types.map(({ key, name }) => ({ value: key, label: name }))}
        value={tool.roomType}
        onChange={(key) => {
          const type = types.find((each) => each.key === key)
          if (type !== undefined) desk.setTool({ tool: tool.tool, roomType: type.key, name: type.name })
          focusPlan()
        }}
      />
    )
  }
  if (tool.tool === 'opening' && tool.opening === 'door') {
    return (
      <Select
        {...common}
        aria-label={words('field.leaf')}
        data={LEAVES.map((value) => ({ value, label: words(`leaf.${value}`) }))}
        value={tool.hinge ?? 'start'}
        onChange={(key) => {
          const hinge = LEAVES.find((each) => each === key) ?? 'start'
          desk.setTool({ ...tool, hinge, width: hinge === 'both' ? DOUBLE_M : Math.min(tool.width, SINGLE_M) })
          focusPlan()
        }}
      />
    )
  }
  if (tool.tool !== 'fixture') return null
  const entries = Object.values(catalogue).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return (
    <Select
      {...common}
      aria-label={words('tool.furniture')}
      data={entries.map(({ key, name }) => ({ value: key, label: name }))}
      value={catalogue[tool.entry.key] === undefined ? null : tool.entry.key}
      onChange={(key) => {
        const entry = key === null ? undefined : catalogue[key]
        if (entry !== undefined) desk.setTool({ tool: 'fixture', entry })
        focusPlan()
      }}
    />
  )
}
