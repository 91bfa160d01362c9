import { Button } from '@mantine/core'
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  ArrowLeftRight,
  Combine,
  CopyPlus,
  Trash2,
} from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { Id } from '#shared/base/ids'
import { alignElements, distributeElements } from '#shared/commands/align-elements'
import type { Edit } from '#shared/commands/edit'
import { footprintOf } from '#shared/commands/footprint'
import { removeElements } from '#shared/commands/remove-elements'
import { isElement } from '#shared/commands/selection'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { DesignElement } from '#shared/document/record'
import { boxOf, signedArea } from '#shared/geometry/polygon'
import { useDesk } from '../state/react'
import { words } from '../state/words'
import { CopyInto } from './CopyInto'
import { Act, GroupFields, KeepFields, TurnFields } from './TurnFields'

type ManyFieldsProps = {
  readonly document: WardDocument
  readonly table: RecordTable
  readonly selected: readonly Id[]
  readonly isLocked: boolean
  readonly onCommit: (edit: Edit) => void
}

const SIDES = [
  ['left', AlignStartVertical],
  ['centre', AlignCenterVertical],
  ['right', AlignEndVertical],
  ['top', AlignStartHorizontal],
  ['middle', AlignCenterHorizontal],
  ['bottom', AlignEndHorizontal],
] as const

/** Several things that are selected: what they are together, and what can be done to all of them. */
export function ManyFields({ document, table, selected: elements, isLocked, onCommit }: ManyFieldsProps) {
  const desk = useDesk()
  const records = elements.flatMap((id) => {
    const record = table[id]
    return record !== undefined && isElement(record) ? [record] : []
  })
  const counted = (kind: string) => records.filter((record) => record.kind === kind).length
  const drawn = records.filter(({ kind }) => kind !== 'opening')
  const box = drawn.length === 0 ? undefined : boxOf(drawn.flatMap((record) => footprintOf(record)))
  const area = records.reduce((sum, record) => (record.kind === 'room' ? sum + Math.abs(signedArea(record.corners)) : sum), 0)
  const kinds = { rooms: counted('room'), fixtures: counted('fixture'), walls: counted('wall'), openings: counted('opening') }
  return (
    <>
      <h2 id="inspector-title">{words('inspector.many', { count: elements.length })}</h2>
      <dl className="facts">
        {(['rooms', 'fixtures', 'walls', 'openings'] as const).map(
          (kind) =>
            kinds[kind] > 0 && (
              <Fragment key={kind}>
                <dt>{words(`inspector.many-${kind}`)}</dt>
                <dd>{kinds[kind]}</dd>
              </Fragment>
            ),
        )}
        {area > 0 && (
          <>
            <dt>{words('inspector.many-area')}</dt>
            <dd>{words('inspector.many-square', { area })}</dd>
          </>
        )}
        {box !== undefined && (
          <>
            <dt>{words('inspector.many-box')}</dt>
            <dd>{words('inspector.many-size', { width: box.right - box.left, depth: box.top - box.bottom })}</dd>
          </>
        )}
      </dl>
      {records[0] !== undefined && <CopyInto document={document} design={records[0].design} />}
      {!isLocked && (
        <>
          <Group title={words('inspector.align')}>
            {SIDES.map(([side, icon]) => (
              <Act
                key={side}
                icon={icon}
                label={words(`inspector.align-${side}`)}
                onClick={() => onCommit(alignElements(document, { elements, side }))}
              />
            ))}
          </Group>
          {drawn.length > 2 && (
            <Group title={words('inspector.spread')}>
              <Act
                icon={AlignHorizontalSpaceBetween}
                label={words('inspector.spread-x')}
                onClick={() => onCommit(distributeElements(document, { elements, along: 'x' }))}
              />
              <Act
                icon={AlignVerticalSpaceBetween}
                label={words('inspector.spread-y')}
                onClick={() => onCommit(distributeElements(document, { elements, along: 'y' }))}
              />
            </Group>
          )}
          <TurnFields />
          {kinds.rooms === 2 && (
            <div className="field-pair">
              <Button variant="default" leftSection={<ArrowLeftRight size={18} aria-hidden />} onClick={desk.swapSelected}>
                {words('inspector.swap')}
              </Button>
              <Button variant="default" leftSection={<Combine size={18} aria-hidden />} onClick={desk.mergeSelected}>
                {words('inspector.merge')}
              </Button>
            </div>
          )}
          <GroupFields isGrouped={records.some((record) => 'group' in record && record.group !== undefined)} canGroup={!isOneGroup(records)} />
          <KeepFields />
          <Button variant="default" leftSection={<CopyPlus size={18} aria-hidden />} onClick={desk.duplicateSelected}>
            {words('inspector.duplicate')}
          </Button>
          <Button
            variant="subtle"
            color="dark"
            leftSection={<Trash2 size={18} aria-hidden />}
            onClick={() => onCommit(removeElements(document, { elements }))}
          >
            {words('inspector.remove-many')}
          </Button>
        </>
      )}
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="many-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

/** All of them are of one and the same group already. */
function isOneGroup(records: readonly DesignElement[]): boolean {
  const groups = records.map((record) => ('group' in record ? record.group : undefined))
  return groups[0] !== undefined && groups.every((group) => group === groups[0])
}
