import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { say, type Words } from './say'

/** The name of a simulated figure as it is read: "Waiting for Check in", "Use of Nurse". */
export function simulatedName({ metric, subject }: SimulatedName, words: Words, { workshop }: WardDocument): string {
  if (subject === undefined) return say(message(`simulated.${metric}`), words)
  const [kind, key] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)]
  return say(message(`simulated.${metric}.of`, { of: nameOf(kind, key, workshop) }), words)
}

function nameOf(kind: string, key: string, workshop: WardDocument['workshop']): string {
  const [first = '', second] = key.split('/')
  switch (kind) {
    case 'role':
      return recordsOf(workshop, 'role').find((role) => role.key === key)?.name ?? key
    case 'pathway':
      return recordsOf(workshop, 'pathway').find((pathway) => pathway.key === key)?.name ?? key
    case 'step': {
      const pathway = recordsOf(workshop, 'pathway').find((one) => one.key === first)
      return pathway?.steps.find((step) => step.key === second)?.name ?? second ?? key
    }
    default: {
      const room = recordsOf(workshop, 'roomType').find((type) => type.key === first)?.name ?? first
      if (second === undefined) return room
      return `${room}, ${recordsOf(workshop, 'fixtureType').find((type) => type.key === second)?.name ?? second}`
    }
  }
}
