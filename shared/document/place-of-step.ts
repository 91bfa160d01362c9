import type { Key } from '#shared/base/ids'
import type { Pathway, PlaceOfType, Step } from './pathway'

/** The step of a pathway that has a key, or that merged the one that had it. */
export function stepNamed<S extends Pick<Step, 'key' | 'merges'>>({ steps }: { readonly steps: readonly S[] }, key: Key): S | undefined {
  return steps.find((step) => step.key === key) ?? steps.find(({ merges }) => merges.includes(key))
}

/** The place that a step asks for, wherever it borrowed it from ("where step k was"); undefined when it refers to a step that is not there, or to itself. */
export function placeOfStep(step: Pick<Step, 'place'>, pathway: Pick<Pathway, 'steps'>): PlaceOfType | undefined {
  let { place } = step
  for (let hops = 0; 'step' in place && hops <= pathway.steps.length; hops++) {
    const named = stepNamed(pathway, place.step)
    if (named === undefined) return undefined
    place = named.place
  }
  return 'step' in place ? undefined : place
}
