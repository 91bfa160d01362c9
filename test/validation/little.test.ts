import { expect, it } from 'vitest'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { runReplication } from '#shared/simulation/run-replication'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { exponential, QUEUEING_DESIGN, queueingUnit, queueStep } from '#test/support/queueing-unit'

/** The mean number inside, by adding up how long there were how many: by another way than the mean time of visits. */
function meanInside(came: readonly number[], left: readonly number[], end: number): number {
  const turns = [...came.map((time) => [time, 1] as const), ...left.map((time) => [time, -1] as const)].sort((a, b) => a[0] - b[0])
  let inside = 0
  let before = 0
  let area = 0
  for (const [time, by] of turns) {
    area += inside * (time - before)
    inside += by
    before = time
  }
  expect(inside).toBe(0)
  return area / end
}

function check(document: ReturnType<typeof queueingUnit>, design: string): void {
  const compiled = modelOfDesign(document, design, 'own')
  if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
  expect(scenarioOf(document.workshop)).toBeDefined()
  const { trace, status } = runReplication(compiled.model, 3, 0, 1)
  expect(status).toBe('ok')
  const { kind, came, left } = trace.agents
  const visits = Array.from(kind.keys()).filter((who) => kind[who] === 1)
  const times = visits.map((who) => left[who]! - came[who]!)
  const byVisits = times.reduce((sum, time) => sum + time, 0) / trace.end
  const byTime = meanInside(
    visits.map((who) => came[who]!),
    visits.map((who) => left[who]!),
    trace.end,
  )
  expect(visits.length).toBeGreaterThan(20)
  expect(Math.abs(byTime / byVisits - 1)).toBeLessThan(1e-9)
}

it('Little’s law holds to 1e-9 on a closed sample path: three servers, and a day of the sample', () => {
  const steps = [queueStep('serve', 'server', exponential(80))]
  const unit = {
    places: { server: 3 },
    pathways: [{ key: 'visit0', steps }],
    volumes: [{ pathway: 'visit0', perDay: 2880, arrivals: { by: 'rate' as const } }],
  }
  check(queueingUnit(unit), QUEUEING_DESIGN)
  const sample = endoscopyWorkshop(shippedCatalogue())
  check(sample, Object.keys(sample.designs).sort()[0]!)
})
