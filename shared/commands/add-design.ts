import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { designsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Storey } from '#shared/document/elements/storey'
import type { Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import { done, type Edit, type FreshId, refused } from './edit'
import { sound } from './sound'

export type NewDesign = Partial<Pick<Design, 'idea' | 'round' | 'isCurrentState'>> & {
  readonly name: string
  readonly parent?: Id
  readonly storey?: string
  /** The outer face of the building, in metres. */
  readonly outline?: readonly Point[]
}

/** Adds an empty design with one storey at ground level. */
export function addDesign(document: WardDocument, given: NewDesign, freshId: FreshId): Edit {
  const { name, idea = '', parent, round = 0, isCurrentState = false, outline } = given
  if (isCurrentState && designsOf(document).some((other) => other.isCurrentState)) return refused(message('refused.today-exists'))
  const design: Design = {
    id: freshId('design'),
    kind: 'design',
    name,
    idea,
    ...(parent === undefined ? {} : { parent }),
    round,
    status: 'idea',
    isCurrentState,
    locked: false,
    placeShares: [],
    via: [],
  }
  const storey: Storey = {
    id: freshId('storey'),
    kind: 'storey',
    design: design.id,
    name: given.storey ?? '',
    elevation: 0,
    ...(outline === undefined
      ? {}
      : { outline: counterClockwise(outline.map(({ x, y }) => ({ x: roundToMillimetre(x), y: roundToMillimetre(y) }))) }),
  }
  return sound(done(message('edit.added-design', { design: name }), { added: [design, storey] }))
}

function counterClockwise(ring: readonly Point[]): Point[] {
  return signedArea(ring) < 0 ? [...ring].reverse() : [...ring]
}
