import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { addDesignsFrom, workshopDifferences } from '#shared/commands/add-designs-from'
import { putRecord } from '#shared/commands/put-record'
import { saveArrangement } from '#shared/commands/save-arrangement'
import { setDesign } from '#shared/commands/set-design'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { validate } from '#shared/document/validate'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { measureDesign } from '#shared/metrics/measure'
import { shippedCatalogue } from '#test/support/catalogue'
import { counterIds } from '#test/support/counter-ids'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const ours = endoscopyWorkshop(shippedCatalogue())
const pods = designsOf(ours).find(({ name }) => name === 'Pods')?.id as Id

/** Another table's file: the same workshop, in which they have renamed their copy and changed the brief and one role. */
function theirFile(): WardDocument {
  const renamed = doUndoRedo(ours, setDesign(ours, { design: pods, fields: { name: 'Table 4' } }))
  const [role] = recordsOf(renamed.workshop, 'role')
  const [requirement] = recordsOf(renamed.workshop, 'requirement')
  if (role === undefined || requirement === undefined) throw new Error('The sample has roles and a brief')
  const paid = doUndoRedo(renamed, putRecord(renamed, { ...role, costPerHour: role.costPerHour + 1 }))
  return doUndoRedo(paid, putRecord(paid, { ...requirement, count: requirement.count + 1 }))
}

/** Ids that neither file has. */
const fresh = () => {
  const counted = counterIds()
  return (prefix: string) => counted(prefix).replace('_', '_zz')
}

describe('addDesignsFrom', () => {
  it('brings a design over with everything in it, under ids of its own, so that it measures the same here', () => {
    const theirs = theirFile()
    const after = doUndoRedo(ours, addDesignsFrom(ours, theirs, [pods], fresh()))
    const added = designsOf(after).find(({ name }) => name === 'Table 4')
    if (added === undefined) throw new Error('not added')
    expect(Object.keys(after.designs[added.id] ?? {})).toHaveLength(Object.keys(ours.designs[pods] ?? {}).length)
    expect(Object.keys(after.designs[added.id] ?? {}).filter((id) => ours.designs[pods]?.[id] !== undefined)).toEqual([])
    expect(after.workshop).toBe(ours.workshop)
    expect(validate(after).filter(({ severity }) => severity === 'error')).toEqual([])
    const values = (design: Id) => measureDesign(after, design, 'own').values.map(({ result }) => result)
    expect(values(added.id)).toEqual(values(pods))
    expect(decodeWard(encodeWard(after)).status).toBe('ok')
  })

  it('knows each room by what it was first', () => {
    const after = doUndoRedo(ours, addDesignsFrom(ours, theirFile(), [pods], fresh()))
    const added = designsOf(after).find(({ name }) => name === 'Table 4')
    const origins = (design: Id | undefined) => recordsOf(after.designs[design ?? ''] ?? {}, 'room').map(({ id, origin }) => origin ?? id)
    expect(origins(added?.id).sort()).toEqual([...origins(pods)].sort())
  })

  it('adds what is only there, and gives a name that is taken a number; today stays the only today', () => {
    const [type] = recordsOf(ours.workshop, 'roomType')
    if (type === undefined) throw new Error('no room type')
    const theirs = doUndoRedo(ours, putRecord(ours, { ...type, id: 'roomtype_zz0001', key: 'garden', name: 'Garden' }))
    const all = designsOf(theirs).map(({ id }) => id)
    const after = doUndoRedo(ours, addDesignsFrom(ours, theirs, all, fresh()))
    expect(recordsOf(after.workshop, 'roomType').filter(({ key }) => key === 'garden')).toHaveLength(1)
    expect(designsOf(after).filter(({ isCurrentState }) => isCurrentState)).toHaveLength(1)
    expect(designsOf(after).map(({ name }) => name)).toContain('Pods 2')
  })

  it('brings arrangements along, none twice', () => {
    const elements = recordsOf(ours.designs[pods] ?? {}, 'room').map(({ id }) => id)
    const saved = (document: WardDocument, name: string, room: number, prefix: string) =>
      doUndoRedo(document, saveArrangement(document, { id: `arrangement_${prefix}0001`, name, elements: [elements[room]!] }))
    const names = ({ workshop }: WardDocument) => recordsOf(workshop, 'arrangement').map(({ name }) => name)
    // The two tables kept the same room, each under a name of its own; and each another under the same name.
    const mine = saved(saved(ours, 'Our bay', 0, 'aa'), 'Corner', 1, 'bb')
    const theirs = saved(saved(saved(ours, 'Their bay', 0, 'cc'), 'Corner', 2, 'dd'), 'Nook', 3, 'ee')
    const differ = (document: WardDocument) => workshopDifferences(document, theirs).filter(({ kind }) => kind === 'arrangement')
    expect(differ(mine).map(({ name }) => name)).toEqual(['Corner', 'Nook'])
    const after = doUndoRedo(mine, addDesignsFrom(mine, theirs, [pods], fresh()))
    expect(names(after).sort()).toEqual(['Corner', 'Corner 2', 'Nook', 'Our bay'])
    expect(recordsOf(after.workshop, 'arrangement').find(({ name }) => name === 'Corner 2')?.pieces).toEqual(
      recordsOf(theirs.workshop, 'arrangement').find(({ name }) => name === 'Corner')?.pieces,
    )
    expect(decodeWard(encodeWard(after)).status).toBe('ok')
    // Once more, from the file as it was saved and read again: they are all here.
    const read = decodeWard(encodeWard(theirs))
    if (read.status !== 'ok') throw new Error(read.problem.key)
    const counted = fresh()
    const again = addDesignsFrom(after, read.document, [pods], (prefix) => counted(prefix).replace('_zz', '_yy'))
    expect(names(doUndoRedo(after, again))).toEqual(names(after))
    expect(differ(after)).toEqual([])
  })

  it('is refused for nothing, and for a design that is not there', () => {
    expect(refusalOf(addDesignsFrom(ours, ours, [], fresh())).reason.key).toBe('refused.nothing-selected')
    expect(refusalOf(addDesignsFrom(ours, ours, ['design_000099'], fresh())).reason.key).toBe('refused.unknown')
  })
})

describe('workshopDifferences', () => {
  it('are none between copies of one file', () => {
    expect(workshopDifferences(ours, ours)).toEqual([])
  })

  it('lists the brief and the role that they changed', () => {
    const found = workshopDifferences(ours, theirFile())
    expect(found.map(({ kind, why }) => [kind, why.key])).toEqual([
      ['role', 'merge.differs'],
      ['requirement', 'merge.brief'],
    ])
  })
})
