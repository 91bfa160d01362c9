import { describe, expect, it } from 'vitest'
import { Pathway } from '#shared/document/pathway'
import { visitVariants } from '#shared/journeys/visit-variants'

const step = (key: string, more: object = {}) => ({
  key,
  name: key,
  place: { roomType: 'room' },
  duration: { shape: 'fixed' as const, value: 60 },
  value: 'necessary' as const,
  ...more,
})

function pathway(steps: readonly object[], traits: readonly object[] = []): Pathway {
  return Pathway.parse({ id: 'pathway_tested', kind: 'pathway', key: 'tested', name: 'Tested', flow: 'patient', traits, steps })
}

const SEDATED = { key: 'sedated', name: 'Sedated', values: ['yes', 'no'] }
const WHEELS = { key: 'wheels', name: 'Wheels', values: ['yes', 'no'] }
const onlyFor = (trait: string, value: string) => ({ onlyFor: [{ trait, values: [value] }] })

describe('kinds of visit', () => {
  it('are one where no step asks for a trait', () => {
    const [only, ...others] = visitVariants(pathway([step('a'), step('b')], [SEDATED]), { sedated: { yes: 0.6, no: 0.4 } })
    expect(others).toEqual([])
    expect(only?.probability).toBeCloseTo(1, 15)
    expect([...(only?.traits ?? [])]).toEqual([
      ['sedated/yes', 0.6],
      ['sedated/no', 0.4],
    ])
  })

  it('have the chances of independent traits', () => {
    const steps = [step('a', onlyFor('sedated', 'yes')), step('b', { ...onlyFor('wheels', 'yes'), lead: 'porter' }), step('c')]
    const variants = visitVariants(pathway(steps, [SEDATED, WHEELS]), { sedated: { yes: 0.6, no: 0.4 }, wheels: { yes: 0.1, no: 0.9 } })
    const chances = variants.map((variant) => [variant.steps.map(({ step: { key } }) => key).join(''), variant.probability] as const)
    const byWay = new Map(chances)
    expect(byWay.get('abc')).toBeCloseTo(0.06, 15)
    expect(byWay.get('ac')).toBeCloseTo(0.54, 15)
    expect(byWay.get('bc')).toBeCloseTo(0.04, 15)
    expect(byWay.get('c')).toBeCloseTo(0.36, 15)
  })

  it('are one where they differ in the name and time of a step alone, and take turns at it', () => {
    const steps = [step('short', onlyFor('sedated', 'no')), step('long', { ...onlyFor('sedated', 'yes'), duration: { shape: 'fixed', value: 600 } })]
    const variants = visitVariants(pathway(steps, [SEDATED]), { sedated: { yes: 0.6, no: 0.4 } })
    expect(variants.length).toBe(1)
    const turns = variants[0]!.steps[0]!.turns.map(({ step: { key }, share }) => [key, share])
    expect(Object.fromEntries(turns)).toEqual({ short: 0.4, long: 0.6 })
  })

  it('are two where a later step takes place where only one of them was', () => {
    const steps = [step('short', onlyFor('sedated', 'no')), step('long', onlyFor('sedated', 'yes')), step('after', { place: { step: 'long' } })]
    expect(visitVariants(pathway(steps, [SEDATED]), { sedated: { yes: 0.6, no: 0.4 } }).length).toBe(2)
  })

  it('share evenly between values where the scenario says nothing', () => {
    const variants = visitVariants(pathway([step('a', onlyFor('sedated', 'yes')), step('b')], [SEDATED]), {})
    expect(variants.map(({ probability }) => probability)).toEqual([0.5, 0.5])
  })
})

describe('the steps of a visit', () => {
  it('carry what the patient is from step to step, also where it does not change', () => {
    const steps = [step('a', { leaves: { dress: 'gowned' } }), step('b', { leaves: { mobility: 'bed' } }), step('c')]
    const [visit] = visitVariants(pathway(steps), {})
    expect(visit?.steps.map(({ dress, mobility }) => `${dress} ${mobility}`)).toEqual(['dressed walking', 'gowned walking', 'gowned bed'])
    expect([visit?.dress, visit?.mobility]).toEqual(['gowned', 'bed'])
  })

  it('are not changed by a step that runs beside', () => {
    const steps = [step('a'), step('b', { parallelWith: 'a', leaves: { dress: 'gowned' } }), step('c')]
    expect(visitVariants(pathway(steps), {})[0]?.dress).toBe('dressed')
  })

  it('are repeated where they were, with one wait before the first', () => {
    const waits = { at: { roomType: 'waiting' }, when: 'always' as const }
    const [visit] = visitVariants(pathway([step('a', { repeat: 3, waits })]), {})
    expect(visit?.steps.map(({ isWait, again }) => (isWait ? 'wait' : again ? 'again' : 'first'))).toEqual(['wait', 'first', 'again', 'again'])
  })
})
