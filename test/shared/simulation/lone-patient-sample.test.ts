import { describe, expect, it } from 'vitest'
import { demandOf } from '#shared/demand/demand'
import { measureDesign } from '#shared/metrics/measure'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { runModel } from '#shared/simulation/run-model'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { forcedDocument, loneScenario, loneVisits, sampleDesigns, tripsAtEachUse, walkedBy } from '#test/support/lone-visits'

const PATHWAY = 'endoscopy-visit'
const document = tripsAtEachUse(endoscopyWorkshop(shippedCatalogue()))

describe('A patient who is alone in the unit, and all who work for them, walk the metres of the static measures:', () => {
  for (const design of sampleDesigns(document)) {
    it(design.name, () => {
      const scenario = loneScenario(document, PATHWAY, 3)
      const compiled = modelOfDesign(document, design.id, 'own', scenario)
      if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
      const { model } = compiled
      const { trace, status } = runModel(model, demandOf(scenario, 4, 0, 1))
      expect(status).toBe('ok')
      const visits = loneVisits(model, trace)
      expect(visits.length).toBe(3)
      for (const visit of visits.slice(0, 2)) {
        const walked = walkedBy(model, trace, visit)
        const { values } = measureDesign(forcedDocument(document, design.id, model, trace, visit), design.id, 'own')
        const still = (metric: string, subject?: string) => {
          const result = values.find((value) => value.metric === metric && value.subject === subject)?.result
          return result?.status === 'available' ? result.value : result
        }
        const expected = Object.fromEntries(model.roles.map(({ key }) => [key, still('staffTravelPerPatient', `role:${key}`)]))
        // Bases equally near, to a millimetre, share the walks of the static measures; a person comes from one of them.
        const play: Readonly<Record<string, number>> = { technician: 1e-3 }
        for (const [who, metres] of Object.entries({ patient: still('patientTravel'), ...expected })) {
          expect(Math.abs(walked[who]! - Number(metres)), who).toBeLessThanOrEqual(play[who] ?? 1e-6)
        }
      }
    })
  }
})
