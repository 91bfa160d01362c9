import { expect, it } from 'vitest'
import { beginWorkshop } from '#shared/commands/begin-workshop'
import { designsOf, recordsOf } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { structureFault } from '#shared/document/structure'
import { validate } from '#shared/document/validate'
import { shippedCatalogue } from '#test/support/catalogue'
import { counterIds } from '#test/support/counter-ids'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const begun = (beginning: 'brief' | 'kinds') =>
  beginWorkshop(sample, { beginning, title: 'Ours', design: 'First idea', storey: 'Ground floor' }, counterIds())

it('begins with the brief and the journeys of another, and one design in which nothing is drawn', () => {
  const { workshop, designs } = begun('brief')
  for (const kind of ['roomType', 'role', 'fixtureType', 'requirement', 'pathway', 'scenario', 'settings'] as const) {
    expect(recordsOf(workshop, kind), kind).toEqual(recordsOf(sample.workshop, kind))
  }
  expect(designsOf(begun('brief'))).toMatchObject([{ name: 'First idea', locked: false, isCurrentState: false }])
  expect(Object.values(designs).map((table) => Object.values(table).map(({ kind }) => kind))).toEqual([['design', 'storey']])
})

it('begins with kinds alone: nothing wanted yet, and nobody walks', () => {
  const { workshop } = begun('kinds')
  expect(recordsOf(workshop, 'roomType')).toHaveLength(30)
  expect([...recordsOf(workshop, 'requirement'), ...recordsOf(workshop, 'pathway')]).toEqual([])
  expect(recordsOf(workshop, 'scenario').map(({ volumes }) => volumes)).toEqual([[]])
})

it('takes over no aim, site or view of the other workshop', () => {
  expect(recordsOf(begun('brief').workshop, 'workshop')).toMatchObject([{ title: 'Ours', site: '', aims: [], groundRules: [], agenda: [] }])
  expect(recordsOf(begun('brief').workshop, 'viewpoint')).toEqual([])
})

it('holds together as a file, and says of what is not drawn only that it is not', () => {
  for (const beginning of ['brief', 'kinds'] as const) expect(structureFault(recordsIn(begun(beginning)))).toBeUndefined()
  const faults = (beginning: 'brief' | 'kinds') =>
    new Set(validate(begun(beginning)).flatMap(({ severity, message }) => (severity === 'error' ? [message.key] : [])))
  expect(faults('kinds')).toEqual(new Set())
  expect(faults('brief')).toEqual(new Set(['finding.noGate', 'finding.noRoomOfType']))
})
