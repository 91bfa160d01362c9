import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { Edit } from '#shared/commands/edit'
import type { RecordTable, WardDocument } from '#shared/document/document'

/** What every form of the inspector is given. */
export type FieldsProps = {
  readonly document: WardDocument
  readonly table: RecordTable
  readonly storey: BuildingStorey
  readonly isLocked: boolean
  readonly onCommit: (edit: Edit) => void
  readonly onSelect: (id: Id | undefined) => void
}
