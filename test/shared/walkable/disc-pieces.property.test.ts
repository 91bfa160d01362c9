import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import { discGraph } from '#shared/walkable/disc-graph'
import { discFloors } from '#test/support/disc-floors'
import { edgesAsText } from '#test/support/disc-graphs'

const radii = fc.shuffledSubarray([150, 250, 400, 500, 700], { minLength: 3 })

test.prop([discFloors, radii], { numRuns: 60 })(
  'the graph of a radius is the same whichever others were asked for on that floor before',
  ({ parts }, asked) => {
    for (const radius of asked) {
      const alone = discGraph({ ...parts }, radius)
      expect(edgesAsText(discGraph(parts, radius))).toEqual(edgesAsText(alone))
    }
  },
)
