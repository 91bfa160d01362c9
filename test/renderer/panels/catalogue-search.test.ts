import { expect, it } from 'vitest'
import { ENTRY_GROUPS } from '#shared/document/catalogue'
import { shippedCatalogue } from '#test/support/catalogue'
import { foundEntries } from '../../../renderer/panels/catalogue-search'

const entries = Object.values(shippedCatalogue())

function found(wanted: string) {
  return foundEntries(entries, wanted).map(({ group, entries: pieces }) => [group, pieces.map(({ key }) => key)])
}

it('lists every piece once while nothing is looked for, in the order of the groups', () => {
  const all = foundEntries(entries, '')
  expect(all.map(({ group }) => group)).toEqual(ENTRY_GROUPS)
  expect(all.flatMap(({ entries: pieces }) => pieces)).toHaveLength(entries.length)
})

it('finds a piece by its name, its kind and other words for it, all of which it must answer to', () => {
  expect(found('gurney')).toEqual([['beds', ['trolley']]])
  expect(found(' Elevator  STOREY ')).toEqual([['building', ['bed-lift', 'lift']]])
  expect(found('elevator gurney')).toEqual([])
})
