import { filled } from '#shared/base/filled'
import type { Key } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Pathway } from '#shared/document/pathway'
import { placeTypeKey } from '#shared/document/place-type'
import type { Planning } from './course'
import type { Stream } from './pathways-in-force'
import type { Plan, StepTally } from './plan'
import { openPlanBook } from './plan-book'
import type { Asked, Premises } from './premises'
import { planPathway } from './visit-plan'
import { type VisitVariant, visitVariants } from './visit-variants'

/** What the visits of a stream do in a design: exact expected counts of every leg, stay and step. */
export function planStream(stream: Stream, offered: Premises, design: Design, workshop: RecordTable): Plan {
  const asked = new Map<string, Asked>()
  const premises: Premises = {
    ...offered,
    spotsOf(place) {
      asked.set(placeTypeKey(place), { place })
      return offered.spotsOf(place)
    },
    gate(key) {
      asked.set(`gate:${key}`, { gate: key })
      return offered.gate(key)
    },
  }
  const book = openPlanBook()
  const { host, hung } = stream
  const ranks = new Map([host, ...hung].map((pathway, rank) => [pathway, rank * 1_000_000] as const))
  const typeNames = new Map(recordsOf(workshop, 'roomType').map(({ key, name }) => [key, name] as const))
  const planning: Planning = {
    book,
    premises,
    design,
    roles: new Map(recordsOf(workshop, 'role').map((role) => [role.key, role] as const)),
    pathways: new Map(hung.map((pathway) => [pathway.key, pathway] as const)),
    roomTypeName: (key) => typeNames.get(key) ?? key,
    useOf: premises.useOf,
    variantsOf: (pathway) => knownVariants(pathway, NO_TRAITS),
    rankOf: (pathway) => ranks.get(pathway) ?? 0,
    placeSets: new Map(),
    waitSets: new Map(),
    gateSets: new Map(),
    leaving: new Map(),
  }
  const tallies = new Map<Key, { perVisit: number; steps: readonly StepTally[] }>()
  const request = {
    pathway: host,
    variants: knownVariants(host, stream.traits),
    weight: 1,
    by: 'hand' as const,
    start: undefined,
    first: undefined,
    walks: host.flow !== 'information',
  }
  const plan = planPathway(planning, request, tallies, [])
  return { ...book.close(), variants: plan.variants, tallies, asked: [...asked.values()] }
}

/** What hangs on a visit has no traits of its own volume. */
const NO_TRAITS: Stream['traits'] = {}

type Traits = Stream['traits']
const variantsOfPathways = new WeakMap<Pathway, WeakMap<Traits, readonly VisitVariant[]>>()

/** The kinds of visit of a pathway hang on no design: the same for every plan. */
function knownVariants(pathway: Pathway, traits: Traits): readonly VisitVariant[] {
  const ofTraits = filled(variantsOfPathways, pathway, () => new WeakMap())
  return filled(ofTraits, traits, () => visitVariants(pathway, traits))
}
