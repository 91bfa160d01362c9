import type { Message } from '#shared/base/message'
import { say, type Words } from './say'

/** A message for machines: its key and values, and its sentence for those who read it. */
export function messageJson(message: Message, words: Words): object {
  return { key: message.key, values: message.values, text: say(message, words) }
}
