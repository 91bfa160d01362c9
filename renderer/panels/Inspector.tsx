import { Button } from '@mantine/core'
import { Lock, Trash2, TriangleAlert } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { Edit } from '#shared/commands/edit'
import { removeElements } from '#shared/commands/remove-elements'
import { setDesign } from '#shared/commands/set-design'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type Finding, findingKey } from '#shared/document/finding'
import type { Reading } from '#shared/metrics/measurement'
import { TextField } from '../controls/TextField'
import { say, words } from '../state/words'
import { FixtureFields, OpeningFields, RoomFields, WallFields } from './ElementFields'
import { elementName } from './element-name'
import './inspector.css'
import { ManyFields } from './ManyFields'
import { DoorPassings, RoomPassings } from './PassingsSection'

export type InspectorProps = {
  readonly document: WardDocument
  readonly table: RecordTable
  readonly design: Design
  readonly storey: BuildingStorey
  readonly selection: Id | undefined
  readonly selected: readonly Id[]
  readonly findings: readonly Finding[]
  /** Shows its place, and selects what it is about. */
  readonly onFinding: (finding: Finding) => void
  readonly reading: Reading
  readonly onCommit: (edit: Edit) => void
  readonly onSelect: (id: Id | undefined) => void
  readonly onCopyDesign: () => void
}

/** What is selected, as fields to be typed into, or what can be done to all of it; with nothing selected, the design. */
export function Inspector(props: InspectorProps) {
  const record = props.selection === undefined ? undefined : props.table[props.selection]
  return (
    <section className="inspector" aria-labelledby="inspector-title">
      {record === undefined ? (
        <DesignFields {...props} />
      ) : props.selected.length > 1 ? (
        <ManyFields {...props} isLocked={props.design.locked} />
      ) : (
        <ElementFields {...props} />
      )}
    </section>
  )
}

function DesignFields({ document, design, storey, findings, onCommit, onFinding, onCopyDesign }: InspectorProps) {
  const parent = design.parent === undefined ? undefined : document.designs[design.parent]?.[design.parent]
  const set = (fields: { readonly name?: string; readonly idea?: string }) => onCommit(setDesign(document, { design: design.id, fields }))
  return (
    <>
      <h2 id="inspector-title">{design.name}</h2>
      {design.idea !== '' && <p>{design.idea}</p>}
      {design.locked ? (
        <div className="inspector-locked">
          <Lock size={18} aria-hidden />
          <p>{words('inspector.locked')}</p>
          <Button onClick={onCopyDesign}>{words('design.copy')}</Button>
          <Button variant="subtle" color="dark" onClick={() => onCommit(setDesign(document, { design: design.id, fields: { locked: false } }))}>
            {words('design.unlock')}
          </Button>
        </div>
      ) : (
        <TextField label={words('inspector.design-name')} value={design.name} onCommit={(name) => set({ name })} />
      )}
      {!design.locked && design.isCurrentState && (
        <Button
          variant="default"
          leftSection={<Lock size={18} aria-hidden />}
          onClick={() => onCommit(setDesign(document, { design: design.id, fields: { locked: true } }))}
        >
          {words('design.lock')}
        </Button>
      )}
      <dl className="facts">
        <dt>{words('inspector.rooms')}</dt>
        <dd>{storey.rooms.length}</dd>
        {parent?.kind === 'design' && (
          <>
            <dt>{words('inspector.parent')}</dt>
            <dd>{parent.name}</dd>
          </>
        )}
      </dl>
      <Findings findings={findings} onFinding={onFinding} />
      <p className="quiet small">{words('inspector.nothing-selected')}</p>
    </>
  )
}

function ElementFields(props: InspectorProps) {
  const { document, table, design, selection, findings, onCommit, onFinding } = props
  const record = table[selection as Id]
  if (record === undefined) return null
  const isLocked = design.locked
  const about = findings.filter(({ where }) => where.includes(record.id))
  const fields = { ...props, isLocked }
  const monument = 'monument' in record ? record.monument : undefined
  return (
    <>
      <h2 id="inspector-title">{elementName(record)}</h2>
      {monument !== undefined && <p className="inspector-note">{words('inspector.monument', { reason: monument })}</p>}
      {isLocked && <p className="inspector-note">{words('inspector.locked-element', { design: design.name })}</p>}
      {record.kind === 'room' && <RoomFields {...fields} room={record} />}
      {record.kind === 'opening' && <OpeningFields {...fields} opening={record} />}
      {record.kind === 'fixture' && <FixtureFields {...fields} fixture={record} />}
      {record.kind === 'wall' && <WallFields {...fields} wall={record} />}
      {record.kind === 'room' && <RoomPassings design={design.id} reading={props.reading} workshop={document.workshop} room={record.id} />}
      {record.kind === 'opening' && record.opening !== 'window' && (
        <DoorPassings design={design.id} reading={props.reading} workshop={document.workshop} opening={record.id} />
      )}
      <Findings findings={about} onFinding={onFinding} />
      {!isLocked && (
        <Button
          variant="subtle"
          color="dark"
          leftSection={<Trash2 size={18} aria-hidden />}
          onClick={() => onCommit(removeElements(document, { elements: [record.id] }))}
        >
          {words('inspector.remove')}
        </Button>
      )}
    </>
  )
}

function Findings({ findings, onFinding }: Pick<InspectorProps, 'findings' | 'onFinding'>) {
  if (findings.length === 0) return null
  return (
    <section aria-label={words('findings.title')}>
      <h3>{words('findings.title')}</h3>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={findingKey(finding)}>
            <button type="button" onClick={() => onFinding(finding)}>
              <TriangleAlert size={16} aria-hidden className={`finding-${finding.severity}`} />
              <span>{say(finding.message)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
