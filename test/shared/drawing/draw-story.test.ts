import { expect, it } from 'vitest'
import { drawConflictMetres, drawDoorPassings } from '#shared/drawing/draw-flow-marks'
import { drawStory } from '#shared/drawing/draw-story'
import { tellStory } from '#shared/journeys/story'
import { conflictMetres } from '#shared/metrics/conflict-metres'
import { measureDesign } from '#shared/metrics/measure'
import { doorPassings } from '#shared/metrics/passings'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const measured = measureDesign(workedExample(), WORKED_DESIGN, 'own')
const assessment = measured.assessment!
const storey = measured.building.storeys[0]!
const story = tellStory(assessment.journeys.streams[0]!.stream, {}, assessment.ground, measured.building.design)!
const told = { unit: 0.05, say: ({ values }: { values: Readonly<Record<string, unknown>> }) => Object.values(values).join() }
const texts = (shapes: ReturnType<typeof drawStory>) => shapes.flatMap(({ role, form }) => (form.type === 'text' ? [[role, form.text]] : []))

it('draws the way so far, the leg to the step with its metres, and a station for every place', () => {
  const prepare = story.steps.find(({ key }) => key === 'prepare')
  const shapes = drawStory(story, prepare, told)
  expect(shapes.filter(({ role }) => role === 'walked').map(({ part }) => part)).toEqual(['check-in', 'prepare!wait'])
  expect(shapes.find(({ role }) => role === 'leg')?.part).toBe('prepare')
  expect(texts(shapes).find(([role]) => role === 'legMetres')?.[1]).toMatch(/^9\.55/)
  // Gate, desk, seat, bed: four places for seven steps; the bed is where we are, and where the patient was handed over.
  expect(texts(shapes).filter(([role]) => role === 'stationNumber')).toHaveLength(4)
  expect(shapes.filter(({ role }) => role === 'stationNow')).toHaveLength(1)
  expect(shapes.filter(({ role }) => role === 'handoff')).toHaveLength(1)
})

it('draws no leg where the patient stays, and every handoff that was', () => {
  const treat = drawStory(
    story,
    story.steps.find(({ key }) => key === 'treat'),
    told,
  )
  expect(treat.filter(({ role }) => role === 'leg' || role === 'legMetres')).toEqual([])
  const end = drawStory(story, story.steps.at(-1), told)
  expect(end.filter(({ role }) => role === 'handoff')).toHaveLength(2)
})

it('rings each door by who passes, and the one that clean and used share', () => {
  const shapes = drawDoorPassings(doorPassings(assessment, assessment.settings.separations), storey, [], told)
  expect(new Set(shapes.filter(({ role }) => role === 'doorCount').flatMap(({ element }) => element ?? [])).size).toBe(5)
  expect(shapes.filter(({ role }) => role === 'sharedDoor').map(({ element }) => element)).toEqual(['opening_doordt'])
  expect(
    texts(shapes)
      .map(([, text]) => text)
      .sort(),
  ).toEqual(['100', '160', '40', '60', '80'])
  const ofUsed = drawDoorPassings(doorPassings(assessment, assessment.settings.separations), storey, ['used'], told)
  expect(texts(ofUsed).map(([, text]) => text)).toEqual(['20', '20'])
})

it('says the shared metres at their place', () => {
  expect(texts(drawConflictMetres(conflictMetres(measured), told)).map(([, text]) => Number(text).toFixed(6))).toEqual(['7.800000'])
})
