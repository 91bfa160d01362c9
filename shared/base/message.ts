/**
 * Something to be said to a person, without the words: `report/say.ts` finds the sentence for
 * `key` in the locale table and fills in `values` (numbers in SI units, record ids, plain names).
 */
export type Message = {
  readonly key: string
  readonly values: Readonly<Record<string, MessageValue>>
}

/** What someone or something is called: by its own name, or, where it has none, by words of its own. */
export type Name = string | Message

export type MessageValue = number | Name | readonly Name[]

export function message(key: string, values: Message['values'] = {}): Message {
  return { key, values }
}
