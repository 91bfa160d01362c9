import { Button, Checkbox, Popover, ScrollArea, SegmentedControl, Select } from '@mantine/core'
import { Layers as LayersIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import { nameOfFixture } from '#shared/building/names'
import { type RecordTable, recordsOf } from '#shared/document/document'
import { FLOWS, type Flow } from '#shared/document/vocabulary'
import type { Reading } from '#shared/metrics/measurement'
import type { NamedEye } from '#shared/metrics/sight-area'
import { shortText } from '#shared/report/figures'
import { FlowSwatch } from '../controls/FlowSwatch'
import { useFlows } from '../state/flowing'
import { useDesk, useView } from '../state/react'
import { CALM, type Layers } from '../state/view-store'
import { words } from '../state/words'
import type { Flows } from '../workers/inquiries'
import './layers.css'

type LayersPanelProps = {
  readonly design: Id
  readonly reading: Reading
  readonly storey: BuildingStorey
  readonly workshop: RecordTable
}

/** What is drawn over a design: a button on the canvas, and a sheet of switches behind it. */
export function LayersPanel(props: LayersPanelProps) {
  const desk = useDesk()
  const isOpen = useView((view) => view.isLayersOpen)
  const layers = useView((view) => view.layers)
  const isChanged = layers !== CALM && JSON.stringify(layers) !== JSON.stringify(CALM)
  return (
    <Popover opened={isOpen} onChange={desk.showLayers} position="bottom-start" trapFocus returnFocus shadow="md" width={340} keepMounted={false}>
      <Popover.Target>
        <Button
          className="canvas-button"
          variant="default"
          leftSection={<LayersIcon size={18} aria-hidden />}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          data-changed={isChanged || undefined}
          onClick={() => desk.showLayers(!isOpen)}
        >
          {words('layers.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('layers.title')}>{isOpen && <Sheet {...props} layers={layers} isChanged={isChanged} />}</Popover.Dropdown>
    </Popover>
  )
}

function Sheet({
  design,
  reading,
  storey,
  workshop,
  layers,
  isChanged,
}: LayersPanelProps & { readonly layers: Layers; readonly isChanged: boolean }) {
  const desk = useDesk()
  const flows = useFlows(design, reading, true, storey.storey.id)
  const set = desk.setLayers
  return (
    <ScrollArea.Autosize mah="min(560px, 62vh)" type="auto" offsetScrollbars>
      <div className="layers">
        <Group title={words('layers.building')}>
          <SegmentedControl
            fullWidth
            aria-label={words('layers.rooms')}
            value={layers.floors}
            onChange={(floors) => set({ floors: floors === 'type' ? 'type' : 'zone' })}
            data={[
              { value: 'zone', label: words('layers.by-zone') },
              { value: 'type', label: words('layers.by-type') },
            ]}
          />
          <Switch label={words('layers.furniture')} isOn={layers.furniture} onChange={(furniture) => set({ furniture })} />
          <Switch label={words('layers.labels')} isOn={layers.labels} onChange={(labels) => set({ labels })} />
          <Switch label={words('layers.underlay')} isOn={layers.underlay} onChange={(underlay) => set({ underlay })} />
          <Switch label={words('layers.notes')} isOn={layers.notes} onChange={(notes) => set({ notes })} />
        </Group>
        {flows === undefined ? (
          <p className="quiet small">{words('layers.waiting')}</p>
        ) : (
          <>
            <FlowSwitches flows={flows} layers={layers} workshop={workshop} />
            <Group title={words('layers.separation')}>
              <Switch
                label={words('layers.conflicts')}
                beside={words('layers.conflicts-metres', { metres: flows.conflicts.reduce((sum, { metres }) => sum + metres, 0) })}
                isOn={layers.conflicts}
                onChange={(conflicts) => set({ conflicts })}
              />
              <Switch label={words('layers.doors')} isOn={layers.doors} onChange={(doors) => set({ doors })} />
              <Select
                label={words('layers.eye')}
                data={[{ value: '', label: words('layers.no-eye') }, ...flows.eyes.map((eye) => ({ value: eye.key, label: eyeName(eye, storey) }))]}
                value={layers.eye ?? ''}
                allowDeselect={false}
                comboboxProps={{ withinPortal: false }}
                onChange={(eye) => set({ eye: eye === null || eye === '' ? undefined : eye })}
              />
            </Group>
          </>
        )}
        {isChanged && (
          <Button variant="light" fullWidth onClick={() => desk.setLayers(CALM)}>
            {words('layers.calm')}
          </Button>
        )}
      </div>
    </ScrollArea.Autosize>
  )
}

function FlowSwitches({ flows, layers, workshop }: { readonly flows: Flows; readonly layers: Layers; readonly workshop: RecordTable }) {
  const desk = useDesk()
  const perDay = new Map<Flow, number>()
  const roles = new Set<string>()
  const pathways = new Set<string>()
  for (const line of flows.net.lines) {
    perDay.set(line.flow, (perDay.get(line.flow) ?? 0) + line.perDay)
    if (line.role !== undefined && layers.flows.includes(line.flow)) roles.add(line.role)
    if (layers.flows.includes(line.flow)) pathways.add(line.pathway)
  }
  const kinds = FLOWS.filter((flow) => perDay.has(flow))
  const nameOf = (kind: 'role' | 'pathway', key: string) => recordsOf(workshop, kind).find((record) => record.key === key)?.name ?? key
  const toggled = (list: readonly string[], key: string) => (list.includes(key) ? list.filter((each) => each !== key) : [...list, key])
  if (kinds.length === 0) return <p className="quiet small">{words('layers.nothing')}</p>
  return (
    <>
      <Group title={words('layers.flows')}>
        <div className="layers-both">
          <Button variant="default" onClick={() => desk.setLayers({ flows: kinds, onlyTrips: undefined })}>
            {words('layers.all-flows')}
          </Button>
          <Button variant="default" onClick={() => desk.setLayers({ flows: [], onlyTrips: undefined })}>
            {words('layers.no-flows')}
          </Button>
        </div>
        {kinds.map((flow) => (
          <Switch
            key={flow}
            label={words(`flow.${flow}`)}
            mark={<FlowSwatch flow={flow} />}
            beside={words('layers.per-day', { perDay: shortText(perDay.get(flow) ?? 0, 0) })}
            isOn={layers.flows.includes(flow)}
            onChange={(isOn) =>
              desk.setLayers({
                flows: isOn ? FLOWS.filter((each) => each === flow || layers.flows.includes(each)) : layers.flows.filter((each) => each !== flow),
                onlyTrips: undefined,
              })
            }
          />
        ))}
      </Group>
      {roles.size > 1 && (
        <Group title={words('layers.roles')}>
          {[...roles].sort().map((role) => (
            <Switch
              key={role}
              label={nameOf('role', role)}
              isOn={!layers.hiddenRoles.includes(role)}
              onChange={() => desk.setLayers({ hiddenRoles: toggled(layers.hiddenRoles, role) })}
            />
          ))}
        </Group>
      )}
      {pathways.size > 1 && (
        <Group title={words('layers.pathways')}>
          {[...pathways].sort().map((pathway) => (
            <Switch
              key={pathway}
              label={nameOf('pathway', pathway)}
              isOn={!layers.hiddenPathways.includes(pathway)}
              onChange={() => desk.setLayers({ hiddenPathways: toggled(layers.hiddenPathways, pathway) })}
            />
          ))}
        </Group>
      )}
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="layers-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

function Switch({
  label,
  mark,
  beside,
  isOn,
  onChange,
}: {
  readonly label: string
  readonly mark?: ReactNode
  readonly beside?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  return (
    <Checkbox
      className="layers-switch"
      size="sm"
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={
        <>
          {mark}
          <span className="layers-name">{label}</span>
          {beside !== undefined && <span className="quiet small">{beside}</span>}
        </>
      }
    />
  )
}

function eyeName({ element, room, whose }: NamedEye, { rooms, fixtures }: BuildingStorey): string {
  const roomName = rooms.find((built) => built.room.id === room)?.room.name ?? ''
  const fixture = fixtures.find((built) => built.fixture.id === element)
  const place = fixture === undefined ? roomName : words('layers.eye-place', { fixture: nameOfFixture(fixture), room: roomName })
  return words(whose === 'public' ? 'layers.eye-public' : 'layers.eye-staff', { place })
}
