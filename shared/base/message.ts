/**
 * Something to be said to a person, without the words: `report/say.ts` finds the sentence for
 * `key` in the locale table and fills in `values` (numbers in SI units, record ids, plain names).
 */
export type Message = {
  readonly key: string
  readonly values: Readonly<Record<string, MessageValue>>
}

export type MessageValue = number | string | readonly string[]

export function message(key: string, values: Message['values'] = {}): Message {
  return { key, values }
}
