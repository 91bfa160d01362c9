import type { Key } from '#shared/base/ids'
import { meanSeconds } from '#shared/document/mean-duration'
import type { Pathway, Step } from '#shared/document/pathway'
import { placeOfStep } from '#shared/document/place-of-step'
import { placeTypeKey } from '#shared/document/place-type'
import { valueName } from '#shared/document/value-name'

/** Procedures of which something is published. */
export type Procedure = 'gastroscopy' | 'colonoscopy' | 'flexible-sigmoidoscopy' | 'both'

/** What people call them, written as a key. */
const CALLED: ReadonlyMap<string, Procedure> = new Map([
  ['gastroscopy', 'gastroscopy'],
  ['ogd', 'gastroscopy'],
  ['upper-gi-endoscopy', 'gastroscopy'],
  ['colonoscopy', 'colonoscopy'],
  ['flexible-sigmoidoscopy', 'flexible-sigmoidoscopy'],
  ['flexi-sigmoidoscopy', 'flexible-sigmoidoscopy'],
  ['flexi-sig', 'flexible-sigmoidoscopy'],
  ['both', 'both'],
  ['gastroscopy-and-colonoscopy', 'both'],
  ['colonoscopy-and-gastroscopy', 'both'],
])

/** A value of a trait that stands for a procedure: `trait/value`, and the place that it is done at. */
export type KnownProcedure = { readonly value: string; readonly procedure: Procedure; readonly place: string | undefined }

/**
 * The procedures that patients of some pathways come for. A value of a trait is one where it, or a step that adds value and is for it alone,
 * has a procedure's name; it is done where the longest of the value-adding steps is that only visits with it have.
 */
export function knownProcedures(pathways: readonly Pathway[]): readonly KnownProcedure[] {
  return pathways.flatMap((pathway) => {
    if (pathway.flow !== 'patient') return []
    return pathway.traits.flatMap((trait) => {
      const found = trait.values.flatMap((value): readonly KnownProcedure[] => {
        const own = pathway.steps.filter((step) => step.value === 'addsValue' && isForSome(step, trait.key, value))
        const procedure =
          CALLED.get(asKey(valueName(trait, value))) ??
          own.filter((step) => isForOnly(step, trait.key)).flatMap(({ name }) => CALLED.get(asKey(name)) ?? [])[0]
        if (procedure === undefined) return []
        const longest = own.reduce<Step | undefined>((most, step) => (most === undefined || lengthOf(step) > lengthOf(most) ? step : most), undefined)
        const place = longest && placeOfStep(longest, pathway)
        return [{ value: `${trait.key}/${value}`, procedure, place: place && placeTypeKey(place) }]
      })
      const isTold = (['gastroscopy', 'colonoscopy'] as const).every((each) => found.some(({ procedure }) => procedure === each))
      // "Both" alone may be both of anything.
      return found.filter(({ procedure }) => procedure !== 'both' || isTold)
    })
  })
}

function isForSome({ onlyFor }: Step, trait: Key, value: Key): boolean {
  return onlyFor.some((only) => only.trait === trait && only.values.includes(value))
}

function isForOnly({ onlyFor }: Step, trait: Key): boolean {
  return onlyFor.some((only) => only.trait === trait && only.values.length === 1)
}

function lengthOf({ duration }: Step): number {
  return meanSeconds(duration)
}

function asKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
