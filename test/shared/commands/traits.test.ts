import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type { Edit } from '#shared/commands/edit'
import { addTrait, removeTrait, renameTrait } from '#shared/commands/set-traits'
import { sound } from '#shared/commands/sound'
import { addTraitValue, removeTraitValue, renameTraitValue } from '#shared/commands/trait-values'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { validate } from '#shared/document/validate'
import { valueName } from '#shared/document/value-name'
import { shippedCatalogue } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const pathway = 'endoscopy-visit'
const sedated = { pathway, trait: 'sedated' }

function visits(document: WardDocument): readonly Pathway[] {
  const tables = [document.workshop, ...designsOf(document).map(({ id }) => document.designs[id] ?? {})]
  return tables.flatMap((table) => recordsOf(table, 'pathway').filter(({ key }) => key === pathway))
}
const traitOf = (document: WardDocument, key: string) => visits(document).map(({ traits }) => traits.find((trait) => trait.key === key))
function sharesOf(document: WardDocument, key: string): Readonly<Record<string, number>> | undefined {
  return recordsOf(document.workshop, 'scenario')[0]?.volumes.find((volume) => volume.pathway === pathway)?.traits[key]
}
const faults = (document: WardDocument) => validate(document).filter(({ severity }) => severity === 'error')
/** For whom a step of today is, as far as one trait goes. */
function isFor(document: WardDocument, step: string, trait: string): readonly string[] | undefined {
  return visits(document)[0]
    ?.steps.find(({ key }) => key === step)
    ?.onlyFor.find((each) => each.trait === trait)?.values
}

describe('something in which those who come differ', () => {
  it('is added for every design, with as many of each on the day', () => {
    const document = doUndoRedo(sample, addTrait(sample, { pathway, name: 'Age', values: ['Child', '60+ years', '80+ years', '90+'] }))
    const names = { child: 'Child', years: '60+ years', 'years-2': '80+ years', new: '90+' }
    const trait = { key: 'age', name: 'Age', values: Object.keys(names), names }
    expect(traitOf(document, 'age')).toEqual(visits(sample).map(() => trait))
    expect(sharesOf(document, 'age')).toEqual({ child: 0.25, years: 0.25, 'years-2': 0.25, new: 0.25 })
    expect(faults(document)).toEqual(faults(sample))
  })

  it('has a name of its own, and no value twice or without one', () => {
    const add = (name: string, values: readonly string[]) => refusalOf(addTrait(sample, { pathway, name, values })).reason.key
    expect(add(' ', ['yes'])).toBe('refused.no-name')
    expect(add('Age', ['', 'yes'])).toBe('refused.no-name')
    expect(add('Age', ['Old', 'old'])).toBe('refused.key-taken')
    expect(refusalOf(addTrait(sample, { pathway: 'stroll', name: 'Age', values: ['yes'] })).reason.key).toBe('refused.unknown')
    const document = doUndoRedo(sample, renameTrait(sample, { ...sedated, name: 'Has sedation' }))
    expect(traitOf(document, 'sedated').map((trait) => trait?.name)).toEqual(visits(sample).map(() => 'Has sedation'))
  })

  it('is not of more kinds than can be measured', () => {
    // 4 procedures, sedated or not, walking or not: 16; 63 ages more would be 1,008.
    const values = Array.from({ length: 63 }, (_, i) => `a${i}`)
    const { reason } = refusalOf(addTrait(sample, { pathway, name: 'Age', values }))
    expect(reason).toEqual({ key: 'refused.too-many-kinds', values: { kinds: 1008, most: 1000 } })
    doUndoRedo(sample, addTrait(sample, { pathway, name: 'Age', values: values.slice(1) }))
  })

  it('goes with its shares, unless a step is only for some', () => {
    const added = doUndoRedo(sample, addTrait(sample, { pathway, name: 'Age', values: ['child', 'adult'] }))
    expect(doUndoRedo(added, removeTrait(added, { pathway, trait: 'age' }))).toEqual(sample)
    const { reason } = refusalOf(removeTrait(sample, { pathway, trait: 'mobility' }))
    const users = ['Take a wheelchair (Endoscopy visit)', 'Back into the wheelchair (Endoscopy visit)']
    expect(reason).toEqual({ key: 'refused.in-use', values: { name: 'Gets about', users } })
  })
})

describe('what those who come may be', () => {
  it('grows by one that nobody is yet', () => {
    const document = doUndoRedo(sample, addTraitValue(sample, { ...sedated, name: 'Deeply' }))
    expect(sharesOf(document, 'sedated')).toEqual({ yes: 0.6, no: 0.4, deeply: 0 })
    expect(isFor(document, 'sedate', 'sedated')).toEqual(['yes'])
    expect(faults(document)).toEqual(faults(sample))
  })

  it('is called by any text, and asked for as before', () => {
    const document = doUndoRedo(sample, renameTraitValue(sample, { ...sedated, value: 'yes', name: ' 2 mg, “twilight” ' }))
    expect(traitOf(document, 'sedated')).toEqual(
      visits(sample).map(() => ({ key: 'sedated', name: 'Sedated', values: ['yes', 'no'], names: { yes: '2 mg, “twilight”' } })),
    )
    expect(sharesOf(document, 'sedated')).toEqual({ yes: 0.6, no: 0.4 })
    expect(isFor(document, 'sedate', 'sedated')).toEqual(['yes'])
    expect(faults(document)).toEqual(faults(sample))
    const called = (name: string) => refusalOf(sound(renameTraitValue(sample, { ...sedated, value: 'yes', name }))).reason.key
    expect(called('No')).toBe('refused.key-taken')
    expect(called(' ')).toBe('refused.no-name')
    expect(called('x'.repeat(61))).toBe('refused.too-long')
    // Its own name in other letters is not another's.
    expect(renameTraitValue(document, { ...sedated, value: 'no', name: 'NO' }).status).toBe('done')
  })

  it('goes where no step is for nobody else, and the others share what it had', () => {
    const { reason } = refusalOf(removeTraitValue(sample, { ...sedated, value: 'yes' }))
    expect(reason).toMatchObject({ key: 'refused.in-use-by-many', values: { name: 'yes' } })
    const more = doUndoRedo(sample, addTraitValue(sample, { ...sedated, name: 'Deeply' }))
    const fewer = doUndoRedo(more, removeTraitValue(more, { ...sedated, value: 'deeply' }))
    expect(fewer).toEqual(sample)
    // Of 42, 38, 15 and 5 % the first goes: 38, 15 and 5 of 58.
    const added = doUndoRedo(sample, addTrait(sample, { pathway, name: 'Age', values: ['child', 'adult', 'old'] }))
    const gone = doUndoRedo(added, removeTraitValue(added, { pathway, trait: 'age', value: 'child' }))
    expect(sharesOf(gone, 'age')).toEqual({ adult: 0.5, old: 0.5 })
  })

  it('is one thing at least', () => {
    const one = doUndoRedo(sample, addTrait(sample, { pathway, name: 'Age', values: ['adult'] }))
    expect(refusalOf(removeTraitValue(one, { pathway, trait: 'age', value: 'adult' })).reason.key).toBe('refused.last-value')
  })
})

const anyEdit = fc.record({ what: fc.nat(5), trait: fc.nat(6), value: fc.nat(5), name: fc.constantFrom('Deep', 'yes', 'Over 60', '60', ' ') })

test.prop([fc.array(anyEdit, { maxLength: 15 })], { numRuns: 60 })('whatever is done to what differs, the workshop holds together', (edits) => {
  let document = sample
  for (const { what, trait: at, value: valueAt, name } of edits) {
    const traits = visits(document)[0]?.traits ?? []
    const trait = traits[at % Math.max(1, traits.length)]
    const of = { pathway, trait: trait?.key ?? 'none', value: trait?.values[valueAt % trait.values.length] ?? 'none', name }
    const all: readonly (() => Edit)[] = [
      () => addTrait(document, { pathway, name, values: ['yes', name] }),
      () => removeTrait(document, of),
      () => renameTrait(document, of),
      () => addTraitValue(document, of),
      () => renameTraitValue(document, of),
      () => removeTraitValue(document, of),
    ]
    const edit = all[what]?.()
    if (edit?.status === 'done') document = applyChange(document, edit.change)
  }
  expect(faults(document)).toEqual(faults(sample))
  for (const trait of visits(document).flatMap(({ traits }) => traits)) {
    const called = trait.values.map((value) => valueName(trait, value).toLowerCase())
    expect(new Set(called).size).toBe(called.length)
    expect(Object.keys(trait.names ?? {}).filter((key) => !trait.values.includes(key))).toEqual([])
  }
})
