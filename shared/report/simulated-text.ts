import { message } from '#shared/base/message'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { placeTypeOfKey, typeNames } from '#shared/document/place-type'
import { traitText } from '#shared/document/value-name'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { subjectText } from './metric-text'
import { say, type Words } from './say'

/** The name of a simulated figure as it is read: "Waiting for Check in", "Use of Nurse". */
export function simulatedName({ metric, subject }: SimulatedName, words: Words, { workshop }: WardDocument): string {
  if (subject === undefined) return say(message(`simulated.${metric}`), words)
  const [kind, key] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)]
  return say(message(`simulated.${metric}.of`, { of: nameOf(kind, key, words, workshop) }), words)
}

function nameOf(kind: string, key: string, words: Words, workshop: WardDocument['workshop']): string {
  switch (kind) {
    case 'step': {
      const [first = '', second] = key.split('/')
      const pathway = recordsOf(workshop, 'pathway').find((one) => one.key === first)
      return pathway?.steps.find((step) => step.key === second)?.name ?? second ?? key
    }
    case 'trait':
      return traitText(key, workshop)
    case 'place': {
      const [place = '', trait] = key.split(':')
      const name = placeText(place, workshop)
      return trait === undefined ? name : say(message('simulated.placeOf', { place: name, trait: traitText(trait, workshop) }), words)
    }
    default:
      return subjectText(`${kind}:${key}`, words, workshop)
  }
}

function placeText(key: string, workshop: WardDocument['workshop']): string {
  return typeNames(placeTypeOfKey(key), workshop).join(', ')
}
