import { expect, it } from 'vitest'
import { recordsOf } from '#shared/document/document'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { runReplication } from '#shared/simulation/run-replication'
import { traceBytes } from '#shared/simulation/trace'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'

it('a day of 500 people fits in 4 MB', () => {
  const document = endoscopyWorkshop(shippedCatalogue())
  const [usual] = recordsOf(document.workshop, 'scenario')
  const { traits } = usual!.volumes.find(({ pathway }) => pathway === 'endoscopy-visit')!
  // The sample's own staff, and patients to make it 500, round the clock.
  const open = { from: 0, to: 86_400 }
  const [shift] = usual!.shifts
  const staff = Object.values(shift!.people).reduce((sum, people) => sum + people, 0)
  const scenario = {
    ...usual!,
    opening: open,
    shifts: [{ ...shift!, ...open }],
    volumes: [{ pathway: 'endoscopy-visit', perDay: 500 - staff, traits }],
  }
  const compiled = modelOfDesign(document, Object.keys(document.designs)[0]!, 'own', scenario)
  if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
  const { trace, status } = runReplication(compiled.model, 1, 0, 1)
  expect(status).toBe('ok')
  const people = trace.agents.kind.filter((kind) => kind !== 2).length
  expect(people).toBe(500)
  const { length } = traceBytes(trace)
  expect(length).toBeGreaterThan(1e6)
  expect(length).toBeLessThan(4e6)
})
