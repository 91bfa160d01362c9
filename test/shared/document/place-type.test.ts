import { expect, it } from 'vitest'
import { placeTypeKey, placeTypeOfKey, typeNames } from '#shared/document/place-type'
import { smallUnit } from '#test/support/small-unit'

const { workshop } = smallUnit().script.document()

it('gives the same key for the same places, and the places back from it', () => {
  const [room, bed] = [{ roomType: 'treatment' }, { roomType: 'treatment', fixtureType: 'bed' }]
  expect([room, bed].map(placeTypeKey)).toEqual(['treatment', 'treatment/bed'])
  expect([room, bed].map((type) => placeTypeOfKey(placeTypeKey(type)))).toEqual([room, bed])
})

it('calls places as the workshop calls their types, and types that it does not have by their keys in words', () => {
  expect(typeNames({ roomType: 'treatment', fixtureType: 'bed' }, workshop)).toEqual(['Treatment', 'Bed'])
  expect(typeNames({ roomType: 'scope-store', fixtureType: 'scope-cabinet' }, workshop)).toEqual(['Scope store', 'Scope cabinet'])
})
