import { ActionIcon, Button, Menu, Popover, Tooltip } from '@mantine/core'
import { ArrowDown, ArrowUp, Check, ChevronDown, Layers2, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Building, BuildingStorey } from '#shared/building/building'
import { contentsOf } from '#shared/commands/set-storey'
import type { RecordTable } from '#shared/document/document'
import { NumberField } from '../controls/NumberField'
import { TextField } from '../controls/TextField'
import { useDesk, useView } from '../state/react'
import { STOREY_VIEWS } from '../state/view-store'
import { words } from '../state/words'
import './storey-menu.css'

/** Which storey is shown, how the others are shown with it, and what can be done to storeys. */
export function StoreyMenu({
  building,
  storey,
  table,
  isLocked,
}: {
  readonly building: Building
  readonly storey: BuildingStorey
  readonly table: RecordTable
  readonly isLocked: boolean
}) {
  const desk = useDesk()
  const storeys = useView((view) => view.storeys)
  const [isNaming, setNaming] = useState(false)
  const all = building.storeys
  const at = all.indexOf(storey)
  const { id, name, elevation } = storey.storey
  const label = nameOf(storey)
  const contents = useMemo(() => contentsOf(table, id), [table, id])
  const rooms = contents.filter(({ kind }) => kind === 'room').length
  return (
    <div className="storey-menu">
      {all.length > 1 && (
        <>
          <Step way="up" isOff={at === all.length - 1} onStep={() => desk.stepStorey(1)} />
          <Step way="down" isOff={at === 0} onStep={() => desk.stepStorey(-1)} />
        </>
      )}
      {/* The dialog is named for itself: what opens it is the menu's button, not the span that it hangs on. */}
      <Popover withRoles={false} opened={isNaming} onChange={setNaming} position="bottom-end" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <span className="storey-anchor">
            <Menu position="bottom-end" width={330} shadow="md" withInitialFocusPlaceholder={false} classNames={{ dropdown: 'storey-items' }}>
              <Menu.Target>
                {all.length > 1 ? (
                  <Button
                    aria-label={words('storeys.menu', { storey: label })}
                    variant="subtle"
                    color="dark"
                    leftSection={<Layers2 size={16} aria-hidden />}
                    rightSection={<ChevronDown size={16} aria-hidden />}
                  >
                    <span className="storey-name">{label}</span>
                  </Button>
                ) : (
                  <ActionIcon aria-label={words('storeys.menu', { storey: label })} title={words('storeys.menu', { storey: label })}>
                    <Layers2 size={20} />
                  </ActionIcon>
                )}
              </Menu.Target>
              <Menu.Dropdown>
                {all.toReversed().map((each) => (
                  <Menu.Item
                    key={each.storey.id}
                    leftSection={<Tick isOn={each === storey} />}
                    rightSection={<span className="quiet small">{words('storeys.height', { height: each.storey.elevation })}</span>}
                    aria-current={each === storey ? 'true' : undefined}
                    onClick={() => desk.showStorey(each.storey.id)}
                  >
                    {nameOf(each)}
                  </Menu.Item>
                ))}
                {all.length > 1 && (
                  <>
                    <Menu.Divider />
                    {STOREY_VIEWS.map((each) => (
                      <Menu.Item
                        key={each}
                        leftSection={<Tick isOn={each === storeys} />}
                        aria-current={each === storeys ? 'true' : undefined}
                        onClick={() => desk.setStoreys(each)}
                      >
                        {words(`storeys.view-${each}`)}
                      </Menu.Item>
                    ))}
                  </>
                )}
                {!isLocked && (
                  <>
                    <Menu.Divider />
                    <Menu.Item onClick={() => desk.addStorey({ where: 'above', like: { storey: id, what: 'shell' } })}>
                      {words('storeys.add-shell', { storey: label })}
                    </Menu.Item>
                    <Menu.Item onClick={() => desk.addStorey({ where: 'above', like: { storey: id, what: 'everything' } })}>
                      {words('storeys.add-copy', { storey: label })}
                    </Menu.Item>
                    <Menu.Item onClick={() => desk.addStorey({ where: 'below', like: { storey: id, what: 'shell' } })}>
                      {words('storeys.add-below')}
                    </Menu.Item>
                    <Menu.Divider />
                    <Menu.Item onClick={() => setNaming(true)}>{words('storeys.rename', { storey: label })}</Menu.Item>
                  </>
                )}
              </Menu.Dropdown>
            </Menu>
          </span>
        </Popover.Target>
        <Popover.Dropdown className="storey-fields">
          <TextField label={words('storeys.name')} value={name} onCommit={(value) => desk.setStorey(id, { name: value })} />
          <NumberField
            label={words('storeys.elevation')}
            value={elevation}
            unit="m"
            step={0.1}
            onCommit={(value) => desk.setStorey(id, { elevation: value })}
          />
          {all.length > 1 && (
            <>
              <div className="storey-moves">
                <Button variant="default" disabled={at === all.length - 1} onClick={() => desk.moveStorey(id, 'up')}>
                  {words('storeys.move-up')}
                </Button>
                <Button variant="default" disabled={at === 0} onClick={() => desk.moveStorey(id, 'down')}>
                  {words('storeys.move-down')}
                </Button>
              </div>
              <Button
                className="storey-remove"
                variant="subtle"
                color="dark"
                leftSection={<Trash2 size={18} aria-hidden />}
                onClick={() => {
                  setNaming(false)
                  desk.removeStorey(id)
                }}
              >
                {contents.length === 0
                  ? words('storeys.remove', { storey: label })
                  : words('storeys.remove-whole', { storey: label, rooms, others: contents.length - rooms })}
              </Button>
            </>
          )}
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

function Step({ way, isOff, onStep }: { readonly way: 'up' | 'down'; readonly isOff: boolean; readonly onStep: () => void }) {
  const label = words(`storeys.${way}`)
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-disabled={isOff} data-off={isOff || undefined} onClick={onStep}>
        {way === 'up' ? <ArrowUp size={20} /> : <ArrowDown size={20} />}
      </ActionIcon>
    </Tooltip>
  )
}

function Tick({ isOn }: { readonly isOn: boolean }) {
  return <Check size={16} aria-hidden visibility={isOn ? 'visible' : 'hidden'} />
}

/** A design's only storey may have no name. */
function nameOf({ storey }: BuildingStorey): string {
  return storey.name === '' ? words('new.storey') : storey.name
}
