import type { Design } from '#shared/document/elements/design'

/** Today first: it is what the others are held against. */
export function inOrder(designs: readonly Design[]): readonly Design[] {
  return [...designs].sort((a, b) => Number(b.isCurrentState) - Number(a.isCurrentState) || a.round - b.round)
}
