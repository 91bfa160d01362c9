import type { Id } from '#shared/base/ids'
import type { Beside, ViewState } from './view-store'

/** How a second design first comes to stand: today on the left, where one starts to read; any other idea on the right. */
export function besideFirst(design: Id, isToday: boolean): Beside {
  return { design, on: isToday ? 'left' : 'right', arrangement: 'side', divider: 0.5, differences: undefined }
}

/** The two designs as they stand, the edited one among them; undefined where only one is shown. */
export function sidesOf({ design, beside }: Pick<ViewState, 'design' | 'beside'>): readonly [left: Id, right: Id] | undefined {
  if (design === undefined || beside === undefined) return undefined
  return beside.on === 'right' ? [design, beside.design] : [beside.design, design]
}

/** The design beside becomes the one that is worked on. Both stay where they stand. */
export function swapped({ design, beside }: ViewState): Partial<ViewState> {
  if (design === undefined || beside === undefined) return {}
  return { design: beside.design, beside: { ...beside, design, on: beside.on === 'left' ? 'right' : 'left' } }
}
