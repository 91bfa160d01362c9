import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { BuiltFixture } from '#shared/building/building'
import { sees } from '#shared/building/sight'
import type { Point } from '#shared/geometry/point'
import type { Assessment } from './assessment'
import { type Eye, type EyesByStorey, staffEyes } from './eyes'
import { elementName } from './load'
import type { Part } from './measurement'
import { available, because, kindOf, type Metric, metricOf } from './metric'

/** How many bed heads the public sees, and what share of them staff watch from their bases. */
export function bedHeads(assessment: Assessment, publicEyes: EyesByStorey): readonly Metric[] {
  const { dignitySight, observationSight } = assessment.settings.thresholds
  const seen = seenHeads(assessment, publicEyes, dignitySight)
  const watched = seenHeads(assessment, staffEyes(assessment), observationSight)
  const number = assessment.building.storeys.reduce((sum, storey) => sum + headsOf(storey.fixtures).length, 0)
  const isNone = number === 0
  return [
    metricOf(
      kindOf('bedHeadsSeenByPublic', 'count', undefined, 'less'),
      undefined,
      isNone ? because('unavailable.noBedHeads') : available(seen.length),
      () => seen.map((head) => partOf(assessment, head, 1)),
    ),
    metricOf(
      kindOf('observation', 'share', undefined, 'more'),
      undefined,
      isNone ? because('unavailable.noBedHeads') : available(watched.length / number),
      () => watched.map((head) => partOf(assessment, head, 1 / number)),
    ),
  ]
}

type SeenHead = { readonly fixture: BuiltFixture['fixture']; readonly head: Point; readonly eye: Eye; readonly storey: Id | undefined }

function headsOf(fixtures: readonly BuiltFixture[]) {
  return fixtures.flatMap(({ fixture, bedHead }) => (bedHead === undefined ? [] : [{ fixture, head: bedHead }]))
}

function seenHeads({ building }: Assessment, eyes: EyesByStorey, limit: number): readonly SeenHead[] {
  return building.storeys.flatMap(({ fixtures }, storey) =>
    headsOf(fixtures).flatMap(({ fixture, head }) => {
      const eye = eyes[storey]!.find(({ view }) => sees(view, head, limit))
      return eye === undefined ? [] : [{ fixture, head, eye, storey: building.storeys.length < 2 ? undefined : fixture.storey }]
    }),
  )
}

function partOf(assessment: Assessment, { fixture, head, eye, storey }: SeenHead, amount: number): Part {
  return {
    trip: undefined,
    subject: message('part.bedHead', { bed: elementName(assessment, fixture.id) }),
    amount,
    marks: [
      { role: 'sightLine', points: [eye.point, head], element: undefined, ...(storey === undefined ? {} : { storey }) },
      { role: 'element', points: [], element: fixture.id },
    ],
  }
}
