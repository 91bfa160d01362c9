import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { addTrait } from '#shared/commands/set-traits'
import { renameTraitValue } from '#shared/commands/trait-values'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { traitText, valueName } from '#shared/document/value-name'
import { decodeWard, encodeWardJson } from '#shared/exchange/ward-file'
import { knownProcedures } from '#shared/metrics/published-procedures'
import { shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const named = (document: WardDocument, value: string, name: string, trait = 'procedure') =>
  doUndoRedo(document, renameTraitValue(document, { pathway: 'endoscopy-visit', trait, value, name }))

function read(bytes: Uint8Array): WardDocument {
  const decoded = decodeWard(bytes)
  if (decoded.status === 'refused') throw new Error(decoded.problem.key)
  return decoded.document
}

it('is the name that was given, else what the key reads as', () => {
  expect(valueName({ names: { years: '60+ years' } }, 'years')).toBe('60+ years')
  expect(valueName({ names: { years: '60+ years' } }, 'flexible-sigmoidoscopy')).toBe('flexible sigmoidoscopy')
  expect(valueName({}, 'no')).toBe('no')
})

it('is said with its trait, by the workshop’s own names', () => {
  expect(traitText('sedated/yes', sample.workshop)).toBe('Sedated: yes')
  expect(traitText('sedated/yes', named(sample, 'yes', '2 mg', 'sedated').workshop)).toBe('Sedated: 2 mg')
  expect(traitText('of-nobody/over-60', sample.workshop)).toBe('of nobody: over 60')
})

it('is kept in the file, and a file of the format before has none', () => {
  const document = named(sample, 'yes', '2 mg', 'sedated')
  expect(read(encodeWardJson(document))).toEqual(document)
  const older = strToU8(JSON.stringify({ formatVersion: 3, records: recordsIn(sample) }))
  expect(read(older)).toEqual(sample)
  expect(
    recordsOf(read(older).workshop, 'pathway').flatMap(({ traits }) => traits.flatMap(({ names }) => (names === undefined ? [] : [names]))),
  ).toEqual([])
})

it('decides which published figures a value is held against, whatever its key was made of', () => {
  const of = (document: WardDocument) => knownProcedures(recordsOf(document.workshop, 'pathway')).map(({ value, procedure }) => [value, procedure])
  const added = doUndoRedo(sample, addTrait(sample, { pathway: 'endoscopy-visit', name: 'Comes for', values: ['This', 'That'] }))
  expect(of(added)).toEqual(of(sample))
  const called = named(named(added, 'this', 'Colonoscopy', 'comes-for'), 'that', 'OGD', 'comes-for')
  expect(of(called)).toEqual([...of(sample), ['comes-for/this', 'colonoscopy'], ['comes-for/that', 'gastroscopy']])
})
