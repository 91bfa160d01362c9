import { type Message, message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { Place, Step } from '#shared/document/pathway'
import { typeNames } from '#shared/document/place-type'

/**
 * The line of the undo log where a step of `steps` is done elsewhere from now on: with what it said of its place and says no more,
 * its furniture or which of several places it took. Undefined: in the same rooms.
 */
export function movedStepName({ workshop }: WardDocument, { name, place: from }: Step, to: Place, steps: readonly Step[]): Message | undefined {
  const before = 'step' in from ? undefined : from
  if ('step' in to) {
    if (!('step' in from) || from.step !== to.step) {
      const other = steps.find(({ key }) => key === to.step)?.name ?? to.step
      return message(before?.choice === undefined ? 'edit.step-where' : 'edit.step-where-choice', { name, other })
    }
    return undefined
  }
  if (before?.roomType === to.roomType) return undefined
  const [room = ''] = typeNames({ roomType: to.roomType }, workshop)
  if (before?.fixtureType === undefined || before.fixtureType === to.fixtureType) return message('edit.step-moved', { name, room })
  return message('edit.step-moved-bare', { name, room, fixture: typeNames(before, workshop).at(-1) ?? '' })
}
