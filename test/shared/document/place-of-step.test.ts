import { expect, it } from 'vitest'
import { Pathway, type Place } from '#shared/document/pathway'
import { placeOfStep, stepNamed } from '#shared/document/place-of-step'

type Asks = { readonly key: string; readonly place: Place; readonly merges?: readonly string[] }

function pathwayOf(...steps: readonly Asks[]): Pathway {
  const full = steps.map((step) => ({ name: step.key, duration: { shape: 'fixed', value: 60 }, value: 'necessary', ...step }))
  return Pathway.parse({ id: 'pathway_tested', kind: 'pathway', key: 'tested', name: 'Tested', flow: 'patient', steps: full })
}

const TROLLEY = { roomType: 'procedure', fixtureType: 'trolley' }
const placesOf = (pathway: Pathway) => pathway.steps.map((step) => placeOfStep(step, pathway))

it('follows "where step k was" to the place that step k asks for, over several steps', () => {
  const pathway = pathwayOf(
    { key: 'sign-in', place: TROLLEY },
    { key: 'sedate', place: { step: 'sign-in' } },
    { key: 'scope', place: { step: 'sedate' } },
  )
  expect(placesOf(pathway)).toEqual([TROLLEY, TROLLEY, TROLLEY])
})

it('finds a step that was merged into another by its former key, but one that has the key first', () => {
  const merged = { key: 'sign-in', place: TROLLEY, merges: ['check'] }
  const asking = { key: 'scope', place: { step: 'check' } }
  expect(placesOf(pathwayOf(merged, asking))).toEqual([TROLLEY, TROLLEY])
  const own = { key: 'check', place: { roomType: 'admission' } }
  expect(stepNamed(pathwayOf(merged, own), 'check')).toMatchObject(own)
})

it('has no place for a step that names itself, a ring of steps, or one that is not there', () => {
  const pathway = pathwayOf(
    { key: 'self', place: { step: 'self' } },
    { key: 'hen', place: { step: 'egg' } },
    { key: 'egg', place: { step: 'hen' } },
    { key: 'lost', place: { step: 'gone' } },
  )
  expect(placesOf(pathway)).toEqual([undefined, undefined, undefined, undefined])
})
