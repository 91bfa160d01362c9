import type { Id, Key } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import { forcedWay } from '#shared/document/forced-way'
import type { Pathway } from '#shared/document/pathway'
import type { LayoutFacts } from '#shared/metrics/layout-facts'
import type { Both, PassedPlace, WayDifference } from './difference'
import { joinedNames } from './differences-openings'
import { pathwaysRun } from './differences-steps'

/**
 * The ways of the pathways that each design runs that are sent past other rooms or doors, or in another order. A room and its counterpart
 * in the other design have the same `commonName`.
 */
export function wayDifferences(
  document: WardDocument,
  designs: Both<Id>,
  layouts: Both<LayoutFacts>,
  commonName: (id: string) => string,
): readonly WayDifference[] {
  const [before, after] = [pathwaysRun(document, designs.from), pathwaysRun(document, designs.to)]
  const [pastBefore, pastAfter] = [pastIn(document, designs.from, layouts.from), pastIn(document, designs.to, layouts.to)]
  const order = (past: readonly PassedPlace[] | undefined) => (past ?? []).map(({ id }) => commonName(id)).join(' ')
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [from, to] = [before.get(key), after.get(key)]
    const steps = new Map<Key | undefined, string | undefined>([...(from?.steps ?? []), ...(to?.steps ?? [])].map((step) => [step.key, step.name]))
    return [...steps.set(undefined, undefined)].flatMap(([step, name]): readonly WayDifference[] => {
      const past = { from: pastBefore(from, step), to: pastAfter(to, step) }
      if (order(past.from) === order(past.to)) return []
      return [{ kind: 'way', key: `way ${key}/${step ?? ''}`, pathway: (to ?? from)?.name ?? key, step: name, past }]
    })
  })
}

/** What a design sends the way to a step past; undefined where its pathway has no such step. */
function pastIn(
  { designs }: WardDocument,
  id: Id,
  layout: LayoutFacts,
): (pathway: Pathway | undefined, step: Key | undefined) => readonly PassedPlace[] | undefined {
  const design = designs[id]?.[id]
  const joined = joinedNames(layout)
  const passed = (place: Id): PassedPlace => {
    const facts = layout.openings.find(({ opening }) => opening.id === place)
    if (facts !== undefined) return { kind: 'opening', id: place, opening: facts.opening, joins: joined(facts) }
    return { kind: 'room', id: place, name: layout.rooms.find(({ room }) => room.id === place)?.room.name ?? place }
  }
  return (pathway, step) => {
    const isThere = pathway?.steps.some(({ key }) => key === step) === true || step === undefined
    return pathway === undefined || !isThere || design?.kind !== 'design' ? undefined : forcedWay(design, pathway.key, step).map(passed)
  }
}
