import { expect, it } from 'vitest'
import { type Story, storyStepAt, tellStory } from '#shared/journeys/story'
import { measureDesign } from '#shared/metrics/measure'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const { assessment, building } = measureDesign(workedExample(), WORKED_DESIGN, 'own')
const story = tellStory(assessment!.journeys.streams[0]!.stream, {}, assessment!.ground, building.design) as Story

it('tells the visit of the worked example by bed 1, the first of two alike', () => {
  expect(story.metres).toBeCloseTo(34.6, 6)
  expect(story.steps.map(({ key }) => key)).toEqual(['@in', 'check-in', 'prepare!wait', 'prepare', 'treat', 'book-out', '@out'])
  const legs = story.steps.map(({ leg }) => (leg === undefined ? undefined : Math.round(leg.metres * 1e6) / 1e6))
  expect(legs).toEqual([undefined, 5.75, 3.5, 9.55, undefined, 10.05, 5.75])
  expect(story.steps.map(({ walked }) => Math.round(walked * 1e6) / 1e6)).toEqual([0, 5.75, 9.25, 18.8, 18.8, 28.85, 34.6])
  expect(story.steps[3]!.leg!.points.map(({ x, y }) => [x, y])).toEqual([
    [4.25, -3],
    [3, 0],
    [7, 3],
    [7.5, 4.2],
  ])
})

it('says who leads, where the patient is handed over, and where one may have to queue', () => {
  expect(story.steps.map(({ lead }) => lead)).toEqual([undefined, 'receptionist', undefined, 'nurse', 'nurse', 'receptionist', undefined])
  expect(story.steps.flatMap(({ key, handoff }) => (handoff === undefined ? [] : [[key, handoff]]))).toEqual([
    ['prepare', { from: 'receptionist', to: 'nurse', isWarm: false }],
    ['book-out', { from: 'nurse', to: 'receptionist', isWarm: false }],
  ])
  expect(story.steps.filter(({ isQueuePoint }) => isQueuePoint).map(({ key }) => key)).toEqual(['check-in', 'prepare', 'book-out'])
})

it('says how the patient comes to a step and leaves it, for how long, and what comes and goes', () => {
  const state = ({ dress, leaves, minutes }: Story['steps'][number]) => [dress, leaves.dress, minutes]
  expect(story.steps.map(state)).toEqual([
    ['dressed', 'dressed', 0],
    ['dressed', 'dressed', 5],
    ['dressed', 'dressed', 0],
    ['dressed', 'gowned', 10],
    ['gowned', 'sedated', 20],
    ['sedated', 'dressed', 5],
    ['dressed', 'dressed', 0],
  ])
  expect(story.steps[4]!.items.map(({ pathway, direction }) => [pathway, direction])).toEqual([
    ['clean-set', 'needed'],
    ['used-set', 'left'],
  ])
})

it('finds the step that another design is at, or the last before it', () => {
  const order = ['@in', 'check-in', 'weigh', 'prepare']
  expect(storyStepAt(story, 'treat', order)?.key).toBe('treat')
  expect(storyStepAt(story, 'weigh', order)?.key).toBe('check-in')
  expect(storyStepAt(story, undefined, order)?.key).toBe('@in')
})
