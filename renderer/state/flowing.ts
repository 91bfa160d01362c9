import { useMemo } from 'react'
import type { Id } from '#shared/base/ids'
import type { FlowLine } from '#shared/drawing/flow-net'
import { ribbonsOf } from '#shared/drawing/ribbons'
import type { Point } from '#shared/geometry/point'
import { type Story, type StoryStep, storyStepAt } from '#shared/journeys/story'
import type { Reading } from '#shared/metrics/measurement'
import type { NamedEye } from '#shared/metrics/sight-area'
import type { Flows } from '../workers/inquiries'
import { useView } from './react'
import { useInquiry } from './use-inquiry'
import type { Layers } from './view-store'

/** All that is drawn over one design besides its walls and the trips of a number. */
export type Flowing = {
  readonly layers: Layers
  readonly flows: Flows | undefined
  readonly sight: { readonly rings: readonly (readonly Point[])[]; readonly eye: NamedEye } | undefined
  readonly story: Story | undefined
  readonly step: StoryStep | undefined
}

/** What the layers and the journey that is followed show of a design; the same object until something of it changes. */
export function useFlowing(design: Id, reading: Reading, storey: Id): Flowing {
  const layers = useView((view) => view.layers)
  const flows = useFlows(design, reading, isMoving(layers), storey)
  const { eye: wanted } = layers
  const rings = useInquiry(
    `sight ${design}`,
    wanted === undefined ? undefined : { about: 'sight', design, reading, isLatest: false, storey, eye: wanted },
  )
  const story = useStory(design, reading)
  const stepKey = useView((view) => view.journey?.step)
  const order = useView((view) => view.journey?.order)
  return useMemo(() => {
    const eye = flows?.eyes.find(({ key }) => key === wanted)
    const step = story === undefined ? undefined : storyStepAt(story, stepKey, order ?? [])
    return { layers, flows, sight: rings === undefined || eye === undefined ? undefined : { rings, eye }, story, step }
  }, [layers, flows, rings, story, stepKey, order, wanted])
}

/** The flows of a design, where somebody wants to see them. */
export function useFlows(design: Id, reading: Reading, isWanted: boolean, storey?: Id): Flows | undefined {
  return useInquiry(`flows ${design} ${storey ?? ''}`, isWanted ? { about: 'flows', design, reading, isLatest: false, storey } : undefined)
}

/** The journey that is followed, as it goes in a design. */
export function useStory(design: Id, reading: Reading): Story | undefined {
  const pathway = useView((view) => view.journey?.pathway)
  const traits = useView((view) => view.journey?.traits)
  return useInquiry(
    `story ${design}`,
    pathway === undefined ? undefined : { about: 'story', design, reading, isLatest: false, pathway, traits: traits ?? {} },
  )
}

/** Whether anything is shown that only the worker knows. */
function isMoving({ flows, onlyTrips, conflicts, doors, eye }: Layers): boolean {
  return flows.length > 0 || onlyTrips !== undefined || conflicts || doors || eye !== undefined
}

/** Whether a trip is shown: of a kind that is on, and nobody's who is off; or one of those that were picked. */
export function shownBy({
  flows,
  hiddenRoles,
  hiddenPathways,
  onlyTrips,
}: Layers): (line: Pick<FlowLine, 'key' | 'flow' | 'role' | 'pathway'>) => boolean {
  if (onlyTrips !== undefined) {
    const only = new Set(onlyTrips)
    return ({ key }) => only.has(key)
  }
  return ({ flow, role, pathway }) => flows.includes(flow) && (role === undefined || !hiddenRoles.includes(role)) && !hiddenPathways.includes(pathway)
}

/** Keys of the trips of a ribbon, by the ribbon's own key. */
export function tripsOfRibbon({ flows, layers }: Flowing, key: string): readonly string[] | undefined {
  if (flows === undefined) return undefined
  return ribbonsOf(flows.net, { unit: 1, isShown: shownBy(layers) }).find((ribbon) => ribbon.key === key)?.trips
}
