import { describe, expect, it } from 'vitest'
import { gaitAs } from '#shared/journeys/course'
import type { LegOf } from '#shared/journeys/plan'
import { openPlanBook } from '#shared/journeys/plan-book'

const GAIT = gaitAs('person', ['staff'])

function legTo(step: string, order: number): LegOf {
  return {
    pathway: 'visit',
    flow: 'staff',
    purpose: 'staff',
    role: 'nurse',
    carries: [],
    dress: undefined,
    mobility: undefined,
    use: undefined,
    steps: [step],
    order,
  }
}

describe('A book of planned trips', () => {
  it('names the steps that a trip is walked for, and none for which it never is', () => {
    const book = openPlanBook()
    const pair = book.pair('desk', 'bed', GAIT)
    book.trip(legTo('never', 1), pair, 0)
    book.trip(legTo('dress', 3), pair, 0.5)
    book.trip(legTo('bandage', 2), pair, 0.25)
    const { trips } = book.close()
    expect(trips).toMatchObject([{ steps: ['bandage', 'dress'], perVisit: 0.75, order: 2 }])
  })

  it('counts nothing from a place to itself', () => {
    const book = openPlanBook()
    book.trip(legTo('dress', 1), book.pair('desk', 'desk', GAIT), 1)
    expect(book.close().trips).toEqual([])
  })
})
