/** Walls are cut here, so that one looks into the rooms. Metres. */
export const CUT_HEIGHT_M = 1.2
/** Floor to ceiling. Metres. */
export const FULL_HEIGHT_M = 2.7

/** How much of the walls is drawn. */
export type WallHeight = 'cut' | 'full'

export function wallTop(height: WallHeight): number {
  return height === 'cut' ? CUT_HEIGHT_M : FULL_HEIGHT_M
}
