import { expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { applyChange } from '#shared/document/change'
import { designsOf, type WardDocument } from '#shared/document/document'
import { createRouter } from '#shared/routing/create-router'
import type { Route, Router, Stop, Walker } from '#shared/routing/router'
import { floorOfStorey } from '#shared/walkable/floor-of-building'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { lawfulPreviews } from '#test/support/lawful-previews'

const WALKERS: readonly Walker[] = [
  { radius: 0.25, passes: 0.6, flows: ['staff'] },
  { radius: 0.4, passes: 0.85, flows: ['patient'] },
  { radius: 0.5, passes: 1.1, flows: ['used'] },
]

it('answers every leg of the sample after an edit as a router made anew does', () => {
  const document = endoscopyWorkshop(shippedCatalogue())
  const design = designsOf(document).find(({ isCurrentState }) => !isCurrentState)!.id
  const before = groundOf(document, design)
  const base = createRouter(before.floor)
  answersOf(base, before.stops)
  let legs = 0
  for (const { change } of lawfulPreviews(document, design, 60, 11)) {
    const { floor, stops } = groundOf(applyChange(document, change), design)
    const answers = answersOf(base.mended(floor), stops)
    expect(answers).toEqual(answersOf(createRouter(floor), stops))
    legs += answers.length
  }
  expect(legs).toBeGreaterThan(10_000)
})

/** Where things are used in the first storey of a design, and its floor. */
function groundOf(document: WardDocument, design: string): { readonly floor: WalkableFloor; readonly stops: readonly Stop[] } {
  const storey = buildBuilding(document.designs[design]!, document.workshop).storeys[0]!
  const floor = floorOfStorey(storey, 1)
  const stops = storey.fixtures.flatMap(({ usePoints, room }) =>
    usePoints.map(({ point }) => ({ ...point, region: floor.regions.findIndex((region) => region.room === room) })),
  )
  return { floor, stops: stops.filter((_, i) => i % 3 === 0) }
}

function answersOf(router: Router, stops: readonly Stop[]): unknown[] {
  return WALKERS.flatMap((walker) =>
    stops.flatMap((start) =>
      router.lengths(start, stops, walker).map((answer, i) => {
        if (answer.status !== 'ok') return answer.refusal
        return i % 5 === 0 ? router.routes(start, stops[i]!, walker).map(drawn) : rounded(answer.length)
      }),
    ),
  )
}

const rounded = (metres: number) => Math.round(metres * 1e6)

function drawn({ length, points, crossings }: Route) {
  return {
    length: rounded(length),
    points: Array.from(points, rounded),
    crossings: crossings.map(({ threshold, to, at }) => [threshold, to, rounded(at)]),
  }
}
