import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import type { Scenario } from '#shared/document/workshop'
import { done, type Edit, type FreshId, refused } from './edit'
import { hasVolume } from './hanging'
import { evenShares } from './set-volume'

/** From eight to six. Seconds after midnight. */
const USUAL_OPENING = { from: 28_800, to: 64_800 }

/** Adds another day that every design faces from now on: a copy of one, or one on which nobody comes yet and nobody is on duty. */
export function addScenario(document: WardDocument, given: { readonly name: string; readonly like?: Id | undefined }, freshId: FreshId): Edit {
  const name = given.name.trim()
  if (name === '') return refused(message('refused.no-name'))
  const like = given.like === undefined ? undefined : document.workshop[given.like]
  if (given.like !== undefined && like?.kind !== 'scenario') return refused(message('refused.unknown', { id: given.like }))
  const scenario: Scenario =
    like?.kind === 'scenario'
      ? { ...like, id: freshId('scenario'), name }
      : { id: freshId('scenario'), kind: 'scenario', name, volumes: emptyVolumes(document), opening: USUAL_OPENING, shifts: [] }
  return done(message('edit.added-day', { name }), { added: [scenario], updated: facing(document, scenario.id) })
}

/** Every design faces another day from now on. */
export function chooseScenario(document: WardDocument, { scenario: id }: { readonly scenario: Id }): Edit {
  const scenario = document.workshop[id]
  if (scenario?.kind !== 'scenario') return refused(message('refused.unknown', { id }))
  return done(message('edit.chose-day', { name: scenario.name }), { updated: facing(document, id) })
}

/** Takes a day away. Where every design faces it, they face the first of the others; the last one stays. */
export function removeScenario(document: WardDocument, { scenario: id }: { readonly scenario: Id }): Edit {
  const scenario = document.workshop[id]
  if (scenario?.kind !== 'scenario') return refused(message('refused.unknown', { id }))
  const [next] = recordsOf(document.workshop, 'scenario').filter((each) => each !== scenario)
  if (next === undefined) return refused(message('refused.last-day', { name: scenario.name }))
  const isFaced = recordsOf(document.workshop, 'settings').some((settings) => settings.scenario === id)
  if (!isFaced) return done(message('edit.removed', { names: [scenario.name] }), { removed: [scenario] })
  return done(message('edit.removed-day', { name: scenario.name, next: next.name }), { removed: [scenario], updated: facing(document, next.id) })
}

function facing({ workshop }: WardDocument, scenario: Id): Change['updated'] {
  return recordsOf(workshop, 'settings').map((settings) => [settings, { ...settings, scenario }])
}

/** Nobody yet of each pathway that has a number of its own on another day. */
function emptyVolumes(document: WardDocument): Scenario['volumes'] {
  const spread = ({ traits }: Pathway) => Object.fromEntries(traits.map(({ key, values }) => [key, evenShares(values)]))
  return recordsOf(document.workshop, 'pathway')
    .filter(({ key }) => hasVolume(document, key))
    .map((pathway) => ({ pathway: pathway.key, perDay: 0, traits: spread(pathway) }))
}
