import type { Key } from '#shared/base/ids'
import type { Duration } from '../duration'
import type { Finding } from '../finding'
import type { Pathway, Step } from '../pathway'
import { errorOf, repeatedKeys, warningOf } from './finding-of'
import type { KnownKeys } from './known-keys'
import { placeFindings } from './place-findings'

/** What is wrong with one pathway by itself: its keys, and the roles, types, pathways and steps it names. */
export function pathwayFindings(pathway: Pathway, known: KnownKeys): readonly Finding[] {
  const findings: Finding[] = []
  const where = [pathway.id]
  const keys = pathway.steps.flatMap(({ key, merges }) => [key, ...merges.filter((merged) => merged !== key)])
  for (const { key } of repeatedKeys(keys, (key) => key)) findings.push(errorOf('finding.stepTwice', where, { pathway: pathway.name, key }))
  for (const { key } of repeatedKeys(pathway.traits, (trait) => trait.key)) findings.push(errorOf('finding.keyTwice', where, { key }))
  if (pathway.flow === 'patient' && (pathway.gateIn === undefined || pathway.gateOut === undefined)) {
    findings.push(errorOf('finding.patientWithoutGate', where, { pathway: pathway.name }))
  }
  if (pathway.becomes !== undefined && !known.references.has(pathway.becomes)) {
    findings.push(errorOf('finding.unknownPathway', where, { name: pathway.name, key: pathway.becomes }))
  }
  const before = new Set<Key>()
  for (const step of pathway.steps) {
    findings.push(...stepFindings(step, pathway, before, known))
    before.add(step.key)
  }
  return findings
}

function stepFindings(step: Step, pathway: Pathway, before: ReadonlySet<Key>, known: KnownKeys): readonly Finding[] {
  const where = [pathway.id]
  const name = step.name
  const findings: Finding[] = []
  if ('step' in step.place) {
    if (!before.has(step.place.step)) findings.push(errorOf('finding.placeOfLaterStep', where, { step: name, key: step.place.step }))
  } else findings.push(...placeFindings(step.place, known, pathway.id, name))
  if (step.waits !== undefined && typeof step.waits.at !== 'string') findings.push(...placeFindings(step.waits.at, known, pathway.id, name))

  const roles = [
    step.lead,
    ...step.assisting.map(({ role }) => role),
    ...step.escorts,
    step.turnaround?.role,
    ...step.items.map(({ carrier }) => carrier),
  ]
  for (const key of new Set(roles)) {
    if (key !== undefined && !known.roles.has(key)) findings.push(errorOf('finding.unknownRole', where, { name, key }))
  }
  for (const { pathway: key } of step.items) {
    if (!known.references.has(key)) findings.push(errorOf('finding.unknownPathway', where, { name, key }))
  }
  for (const { trait: key, values } of step.onlyFor) {
    const trait = pathway.traits.find((trait) => trait.key === key)
    if (trait === undefined) findings.push(errorOf('finding.unknownTrait', where, { pathway: pathway.name, trait: key }))
    for (const value of values) {
      if (trait !== undefined && !trait.values.includes(value)) {
        findings.push(errorOf('finding.unknownTraitValue', where, { pathway: pathway.name, trait: trait.name, value }))
      }
    }
  }
  if (step.parallelWith !== undefined && !pathway.steps.some(({ key }) => key === step.parallelWith && key !== step.key)) {
    findings.push(errorOf('finding.parallelWithNothing', where, { step: name, key: step.parallelWith }))
  }
  const { duration } = step
  if (!isOrdered(duration)) findings.push(errorOf('finding.durationOrder', where, { step: name }))
  return findings
}

/** Its least is not above its most, nor its usual outside of them. */
function isOrdered(duration: Duration): boolean {
  switch (duration.shape) {
    case 'uniform':
    case 'normal':
      return duration.least <= duration.most
    case 'triangular':
      return duration.least <= duration.mode && duration.mode <= duration.most
    default:
      return true
  }
}

/**
 * Where the volume of each pathway comes from: its own in the scenario, or the steps that it hangs
 * on; never both, and none means that nobody walks it.
 */
export function volumeFindings(pathways: readonly Pathway[], withVolume: ReadonlySet<Key>): readonly Finding[] {
  const hungOn = new Map<Key, Pathway[]>()
  for (const pathway of pathways) {
    for (const key of new Set(pathway.steps.flatMap(({ items }) => items.map((item) => item.pathway))))
      hungOn.set(key, [...(hungOn.get(key) ?? []), pathway])
  }
  return pathways.flatMap((pathway): readonly Finding[] => {
    const hosts = hungOn.get(pathway.key) ?? []
    if (hosts.includes(pathway)) return [errorOf('finding.hungOnItself', [pathway.id], { pathway: pathway.name })]
    if (hosts.length > 0 && withVolume.has(pathway.key)) {
      return [errorOf('finding.hungAndVolume', [pathway.id], { pathway: pathway.name, hosts: hosts.map(({ name }) => name) })]
    }
    if (hosts.length === 0 && !withVolume.has(pathway.key)) return [warningOf('finding.noVolume', [pathway.id], { pathway: pathway.name })]
    return []
  })
}
