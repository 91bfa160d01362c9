import type { Key } from '#shared/base/ids'
import type { Finding } from '../finding'
import { meanSeconds } from '../mean-duration'
import type { Pathway, Step } from '../pathway'
import { errorOf, warningOf } from './finding-of'

/**
 * A design's variant against the workshop's reference. Nothing about it is stored: a step that the
 * variant lacks without a reason, or has and the reference lacks, means that one of them changed
 * since.
 */
export function variantFindings(variant: Pathway, reference: Pathway | undefined): readonly Finding[] {
  const where = [variant.id]
  if (reference === undefined) return [errorOf('finding.noReference', where, { pathway: variant.name, key: variant.key })]
  const findings: Finding[] = []
  const kept = new Map<Key, Step>()
  for (const step of variant.steps) for (const key of [step.key, ...step.merges]) kept.set(key, step)
  const known = new Set(reference.steps.map(({ key }) => key))

  for (const step of reference.steps) {
    const own = kept.get(step.key)
    if (own !== undefined) {
      if (own.key === step.key && own.merges.length === 0 && meanSeconds(own.duration) !== meanSeconds(step.duration)) {
        findings.push(warningOf('finding.minutesAssumed', where, { step: own.name, pathway: variant.name }))
      }
    } else if (step.value === 'addsValue') findings.push(errorOf('finding.valueLost', where, { step: step.name, pathway: variant.name }))
    else if (variant.reasons[step.key] === undefined)
      findings.push(warningOf('finding.stepWithoutReason', where, { step: step.name, pathway: variant.name }))
  }
  for (const key of [...kept.keys()].filter((key) => !known.has(key))) {
    findings.push(warningOf('finding.stepNotInReference', where, { key, pathway: variant.name }))
  }
  for (const key of Object.keys(variant.reasons)) {
    if (!known.has(key) && !kept.has(key)) findings.push(warningOf('finding.reasonForNothing', where, { key, pathway: variant.name }))
  }
  return findings
}
