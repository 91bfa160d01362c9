import { expect, it } from 'vitest'
import { allAtOnce } from '#shared/base/steps'
import { measureDesigns } from '#shared/comparison/measure-designs'
import { withTimedSeparation } from '#shared/comparison/timed-separation'
import { SEPARATION_GRADES } from '#shared/metrics/separation'
import { openSimulator } from '#shared/metrics/simulate'
import { TWO_WAYS_DESIGN, twoWaysUnit } from '#test/support/two-ways-unit'
import { withSettings, withVolumes } from '#test/support/worked-additions'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

/** Of the worked example with one visit a day, whose clean and used set come by 1,202 s (bed 1) or a little more (bed 2) apart. */
function gradesOf(meetingWindow: number, isSimulated: boolean) {
  const document = withSettings(withVolumes(workedExample(), { 'treatment-visit': 1 }), (settings) => ({ ...settings, meetingWindow }))
  const runs = isSimulated ? [openSimulator(document, WORKED_DESIGN, 'own', { seed: 1, days: 1 }).run(0, 3)] : []
  const [one] = withTimedSeparation(measureDesigns(document), runs)
  expect(one!.own).toBe(one!.reference)
  return one!.own.values.flatMap(({ metric, result }) =>
    metric === 'separationGrade' && result.status === 'available' ? [SEPARATION_GRADES[result.value]] : [],
  )
}

it('is own time where days were simulated and nothing met, shared where it did, and not known without', () => {
  expect(gradesOf(600, true)).toEqual(['ownTime', 'ownTime'])
  expect(gradesOf(1800, true)).toEqual(['shared', 'shared'])
  expect(gradesOf(1800, false)).toEqual(['sharedTimeUnknown', 'sharedTimeUnknown'])
})

it('reaches down to the own route by another way, whose time is not known, and no further up than the days say', () => {
  const rangeOf = (above: number) => {
    const document = twoWaysUnit(above)
    const [one] = withTimedSeparation(measureDesigns(document), [openSimulator(document, TWO_WAYS_DESIGN, 'own', { seed: 1, days: 1 }).run(0, 2)])
    const value = one!.own.values.find(({ metric }) => metric === 'separationGrade')!.result
    const range = allAtOnce(one!.own.range('separationGrade'))
    return [value.status === 'available' ? value.value : undefined, range?.low, range?.high].map((grade) => SEPARATION_GRADES[grade ?? -1])
  }
  // The clean set walks where the used one does, twenty times a day, and could go where it does not.
  expect(rangeOf(-0.2)).toEqual(['shared', 'ownRoute', 'shared'])
  expect(rangeOf(0.2)).toEqual(['ownRoute', 'ownRoute', 'sharedTimeUnknown'])
  expect(rangeOf(0.6)).toEqual(['ownRoute', undefined, undefined])
})
