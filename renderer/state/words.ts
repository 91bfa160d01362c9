import { type Message, message } from '#shared/base/message'
import { say as sayIn, type Words } from '#shared/report/say'
import english from '../../resources/locales/en.json'

/** The words of the app's language by their keys. */
export const table: Words = english

/** A message in the words of the app's language. */
export function say(what: Message): string {
  return sayIn(what, english)
}

/** The words for a key. */
export function words(key: keyof typeof english, values: Message['values'] = {}): string {
  return sayIn(message(key, values), english)
}

/** Whether there are words for a key that comes from data: a gate, a role, a state. */
export function hasWords(key: string): key is keyof typeof english {
  return Object.hasOwn(english, key)
}

/** What an edit does for as long as it is in the hand, "Placing Pod 3": its name says what was done. */
export function sayUnderWay(name: Message): string {
  const key = name.key.replace('edit.', 'underWay.')
  return say(hasWords(key) ? { ...name, key } : name)
}
