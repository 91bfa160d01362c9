import type { Id, Key } from '#shared/base/ids'
import type { Design } from './elements/design'

/** The rooms and openings that a design sends a leg past, in order: the leg of a pathway that leads to `step`, or, without, to its end. None: the shortest way. */
export function forcedWay({ via }: Pick<Design, 'via'>, pathway: Key, step: Key | undefined): readonly Id[] {
  return via.find((leg) => leg.pathway === pathway && leg.step === step)?.through ?? []
}
