import { Button } from '@mantine/core'
import { Lock, Trash2, TriangleAlert } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import { setBaseLock } from '#shared/commands/base-lock'
import type { Edit } from '#shared/commands/edit'
import { removeElements } from '#shared/commands/remove-elements'
import { isElement } from '#shared/commands/selection'
import { setDesign } from '#shared/commands/set-design'
import { setElement } from '#shared/commands/set-element'
import { setOpening } from '#shared/commands/set-opening'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type Finding, findingKey } from '#shared/document/finding'
import type { DesignElement } from '#shared/document/record'
import type { Reading } from '#shared/metrics/measurement'
import { LongTextField } from '../controls/LongTextField'
import { TextField } from '../controls/TextField'
import { useDesk } from '../state/react'
import { say, words } from '../state/words'
import { CopyInto } from './CopyInto'
import { FixtureFields, WallFields } from './ElementFields'
import { elementName } from './element-name'
import './inspector.css'
import { LockSection } from './LockSection'
import { ManyFields } from './ManyFields'
import { NoteFields } from './NoteFields'
import { OpeningFields } from './OpeningFields'
import { OutlineFields } from './OutlineFields'
import { DoorPassings, RoomPassings } from './PassingsSection'
import { RoomFields } from './RoomFields'
import { SharesSection } from './SharesSection'
import { GroupFields, KeepFields, TurnFields } from './TurnFields'
import { UnderlaySection } from './UnderlaySection'

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
      ) : record.kind === 'note' && props.selected.length === 1 ? (
        <NoteFields document={props.document} note={record} onCommit={props.onCommit} />
      ) : props.selected.length > 1 ? (
        <ManyFields {...props} isLocked={props.design.locked} />
      ) : (
        <ElementFields {...props} />
      )}
    </section>
  )
}

function DesignFields({ document, table, design, storey, findings, onCommit, onFinding, onCopyDesign }: InspectorProps) {
  const parent = design.parent === undefined ? undefined : document.designs[design.parent]?.[design.parent]
  const set = (fields: { readonly name?: string; readonly idea?: string }) => onCommit(setDesign(document, { design: design.id, fields }))
  return (
    <>
      <h2 id="inspector-title">{design.name}</h2>
      {design.locked && design.idea !== '' && <p>{design.idea}</p>}
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
        <>
          <TextField label={words('inspector.design-name')} value={design.name} onCommit={(name) => set({ name })} />
          <LongTextField label={words('inspector.idea')} value={design.idea} longest={400} onCommit={(idea) => set({ idea })} />
        </>
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
      <OutlineFields document={document} storey={storey.storey} isLocked={design.locked} onCommit={onCommit} />
      <p className="quiet small">{words('inspector.nothing-selected')}</p>
      {!design.locked && (
        <>
          <UnderlaySection document={document} table={table} storey={storey.storey} onCommit={onCommit} />
          <LockSection
            title={words('lock.base')}
            what={words('lock.base-what')}
            reason={storey.storey.baseLock}
            isDisabled={false}
            onLock={(reason) => onCommit(setBaseLock(document, { storey: storey.storey.id, reason }))}
            onUnlock={() => onCommit(setBaseLock(document, { storey: storey.storey.id, reason: undefined }))}
          />
        </>
      )}
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
  return (
    <>
      <h2 id="inspector-title">{elementName(record, document.workshop)}</h2>
      {isLocked && <p className="inspector-note">{words('inspector.locked-element', { design: design.name })}</p>}
      {record.kind === 'room' && <RoomFields {...fields} room={record} />}
      {record.kind === 'opening' && <OpeningFields {...fields} opening={record} />}
      {record.kind === 'fixture' && <FixtureFields {...fields} fixture={record} />}
      {record.kind === 'wall' && <WallFields {...fields} wall={record} />}
      {record.kind === 'room' && <RoomPassings design={design.id} reading={props.reading} workshop={document.workshop} room={record.id} />}
      {record.kind === 'opening' && record.opening !== 'window' && <DoorPassings design={design.id} reading={props.reading} opening={record.id} />}
      {(record.kind === 'room' || record.kind === 'fixture') && (
        <SharesSection document={document} table={table} design={design.id} reading={props.reading} element={record.id} />
      )}
      {!isLocked && record.kind !== 'opening' && (
        <>
          {record.kind !== 'fixture' && <TurnFields />}
          <GroupFields isGrouped={'group' in record && record.group !== undefined} canGroup={false} />
          <KeepFields />
        </>
      )}
      <Findings findings={about} onFinding={onFinding} />
      {isElement(record) && (
        <LockSection
          title={words('lock.monument')}
          what={words('lock.monument-what')}
          reason={record.monument}
          isDisabled={isLocked}
          onLock={(reason) => onCommit(monumentEdit(document, record, reason))}
          onUnlock={() => onCommit(monumentEdit(document, record, undefined))}
        />
      )}
      {isElement(record) && <CopyInto document={document} design={design.id} />}
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

/** The rest is in the list that the button over the plan opens: a plan that is only begun wants nearly everything. */
const MOST_FINDINGS = 3

function Findings({ findings, onFinding }: Pick<InspectorProps, 'findings' | 'onFinding'>) {
  const desk = useDesk()
  if (findings.length === 0) return null
  const more = findings.length - MOST_FINDINGS
  return (
    <section aria-label={words('findings.title')}>
      <h3>{words('findings.title')}</h3>
      <ul className="findings">
        {findings.slice(0, MOST_FINDINGS).map((finding) => (
          <li key={findingKey(finding)}>
            <button type="button" onClick={() => onFinding(finding)}>
              <TriangleAlert size={16} aria-hidden className={`finding-${finding.severity}`} />
              <span>{say(finding.message)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button variant="subtle" size="compact-md" onClick={() => desk.showFindings(true)}>
          {words('findings.more', { count: more })}
        </Button>
      )}
    </section>
  )
}

/** Holds an element in its place for a reason, or lets go of it. */
function monumentEdit(document: WardDocument, element: DesignElement, monument: string | undefined): Edit {
  const { id } = element
  switch (element.kind) {
    case 'opening':
      return setOpening(document, { opening: id, fields: { monument } })
    case 'room':
      return setElement(document, { kind: 'room', id, fields: { monument } })
    case 'fixture':
      return setElement(document, { kind: 'fixture', id, fields: { monument } })
    case 'wall':
      return setElement(document, { kind: 'wall', id, fields: { monument } })
  }
}
