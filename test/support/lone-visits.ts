import type { Id } from '#shared/base/ids'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { documentOf, recordsIn } from '#shared/document/document-of'
import type { Pathway } from '#shared/document/pathway'
import type { WardRecord } from '#shared/document/record'
import type { Scenario } from '#shared/document/workshop'
import type { Model } from '#shared/simulation/model'
import { DOING, type Trace } from '#shared/simulation/trace'

const DAY_S = 86_400

/** The sample's visit alone, so many patients a day hours apart, with so many staff that every base is manned. */
export function loneScenario(document: WardDocument, pathway: string, perDay: number): Scenario {
  const [scenario] = recordsOf(document.workshop, 'scenario')
  const { traits } = scenario!.volumes.find((one) => one.pathway === pathway)!
  const people = Object.fromEntries(recordsOf(document.workshop, 'role').map(({ key }) => [key, 60]))
  const open = { from: 0, to: DAY_S }
  return { ...scenario!, volumes: [{ pathway, perDay, traits }], opening: open, shifts: [{ name: 'All', ...open, people }] }
}

export type LoneVisit = { readonly agent: number; readonly from: number; readonly to: number; readonly traits: Readonly<Record<string, string>> }

export function loneVisits(model: Model, { agents }: Trace): readonly LoneVisit[] {
  const visits = Array.from(agents.kind.keys()).filter((who) => agents.kind[who] === 1)
  return visits.map((agent, at) => {
    const { pathway } = model.flows[agents.of[agent]!]!
    let rest = agents.traits[agent]!
    const traits = Object.fromEntries(
      pathway.traits.map(({ key, values }) => {
        const value = values[rest % values.length]!
        rest = Math.floor(rest / values.length)
        return [key, value]
      }),
    )
    return { agent, from: agents.came[agent]!, to: visits[at + 1] === undefined ? Number.POSITIVE_INFINITY : agents.came[visits[at + 1]!]!, traits }
  })
}

/** Metres of a visit's patient, and of each role's staff until the next patient comes. */
export function walkedBy(model: Model, trace: Trace, visit: LoneVisit): Readonly<Record<string, number>> {
  const found: Record<string, number> = { patient: 0 }
  for (const { key } of model.roles) found[key] = 0
  for (let row = 0; row < trace.rows; row++) {
    const who = trace.who[row]!
    if (who === visit.agent) found.patient! += trace.metres[row]!
    else if (who >= 0 && trace.agents.kind[who] === 0 && trace.from[row]! >= visit.from && trace.from[row]! < visit.to)
      found[model.roles[trace.agents.of[who]!]!.key]! += trace.metres[row]!
  }
  return found
}

/**
 * The design with only the very places that a visit was at to choose from, its traits certain, and each item's trip made or not as
 * it was: what the static measures then say of it is the length of this one visit.
 */
export function forcedDocument(document: WardDocument, design: Id, model: Model, trace: Trace, visit: LoneVisit): WardDocument {
  const places = new Map<string, Id>()
  const lines = new Set<string>()
  const elementOf = (end: string) => end.replace(/[#!].*$/, '')
  const legOf = (row: number) => model.legs.legs[trace.where[row]!]
  for (let row = 0; row < trace.rows; row++) {
    if (trace.from[row]! < visit.from || trace.from[row]! >= visit.to) continue
    const who = trace.who[row]!
    const doing = trace.doing[row]!
    const step = model.steps[trace.step[row]!]
    if (who < 0) continue
    if (doing === DOING.walk && who === visit.agent && step !== undefined) {
      const key = `${step.flow}/${step.step.key}`
      const to = elementOf(model.legs.ends[legOf(row)!.to]!)
      if (step.waitsAlways && !places.has(`wait ${key}`)) places.set(`wait ${key}`, to)
    }
    if (doing === DOING.step && step !== undefined) {
      const isOwn = who === visit.agent || trace.agents.kind[who] === 2
      if (isOwn) places.set(`${step.flow}/${step.step.key}`, model.spots[trace.where[row]!]!.element)
    }
    if (doing === DOING.carried) {
      const item = model.flows[trace.agents.of[who]!]!
      lines.add(`${step?.step.key ?? ''}/${item.pathway.key}`)
      const leg = legOf(row)
      if (leg === undefined) continue
      for (const flow of model.flows) {
        const [only] = flow.steps
        const end = flow.pathway.steps.length === 1 && flow.source === 'store' ? only : undefined
        if (end === undefined || flow !== item) continue
        for (const of of [leg.from, leg.to]) {
          const element = elementOf(model.legs.ends[of]!)
          if (model.sets[end.set]!.spots.some((spot) => spot.element === element)) places.set(`${flow.index}/${end.step.key}`, element)
        }
      }
    }
  }
  return rewritten(document, design, model, visit, places)
}

function rewritten(document: WardDocument, design: Id, model: Model, visit: LoneVisit, places: ReadonlyMap<string, Id>): WardDocument {
  const own = recordsOf(document.designs[design]!, 'pathway')
  const made: WardRecord[] = []
  let count = 0
  const records = recordsIn(document)
  const typeOf = (element: Id, place: { readonly roomType: string; readonly fixtureType?: string | undefined }) => {
    const record = document.designs[design]![element]
    if (record?.kind !== 'fixture') return place
    const key = `only-${count++}`
    const corner = (x: number, y: number) => ({ x, y })
    const footprint = [corner(-0.01, -0.01), corner(0.01, -0.01), corner(0.01, 0.01), corner(-0.01, 0.01)]
    made.push({ ...record, id: `fixture_only${String(count).padStart(6, '0')}`, fixtureType: key, blocks: false, footprint })
    return { ...place, fixtureType: key }
  }
  const forced = (pathway: Pathway): Pathway => {
    const flow = model.flows.find((one) => one.pathway.key === pathway.key)
    if (flow === undefined) return pathway
    return {
      ...pathway,
      steps: pathway.steps.map((step) => {
        const at = places.get(`${flow.index}/${step.key}`)
        const seat = places.get(`wait ${flow.index}/${step.key}`)
        return {
          ...step,
          place: 'step' in step.place || at === undefined ? step.place : typeOf(at, step.place),
          ...(step.waits === undefined || step.waits.at === 'inPlace' || seat === undefined
            ? {}
            : { waits: { ...step.waits, at: typeOf(seat, step.waits.at) } }),
        }
      }),
    }
  }
  const rewrittenRecords = records.flatMap((record): WardRecord[] => {
    if (record.kind === 'pathway' && (record.design === undefined || record.design === design)) {
      return [own.some(({ key }) => key === record.key) && record.design === undefined ? record : forced(record)]
    }
    if (record.kind !== 'scenario') return [record]
    const [host] = model.hosts.map((index) => model.flows[index]!.pathway)
    const traits = Object.fromEntries(
      host!.traits.map(({ key, values }) => [key, Object.fromEntries(values.map((value) => [value, value === visit.traits[key] ? 1 : 0]))]),
    )
    return [{ ...record, volumes: [{ pathway: host!.key, perDay: 1, traits }] }]
  })
  return documentOf([...rewrittenRecords, ...made])
}

/** The document with every item fetched or taken away at each use, so that no visit is like another's leftovers. */
export function tripsAtEachUse(document: WardDocument): WardDocument {
  return documentOf(
    recordsIn(document).map((record) =>
      record.kind === 'pathway'
        ? { ...record, steps: record.steps.map((step) => ({ ...step, items: step.items.map((item) => ({ ...item, usesPerTrip: 1 })) })) }
        : record,
    ),
  )
}

export function sampleDesigns(document: WardDocument) {
  return designsOf(document)
}
