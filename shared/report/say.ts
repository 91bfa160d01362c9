import { keyText } from '#shared/base/key-text'
import type { Message, MessageValue } from '#shared/base/message'
import { areaText, clockText, decimalText, durationText, metresText, percentText, shortText, visibleText } from './figures'

/** The sentences of one language by their keys. */
export type Words = Readonly<Record<string, string>>

/** The two ends of something, which is left out where both are said alike: `[{low:minutes} to {high:minutes} in ]`. */
const SPAN = /\[([^\]]*)\]/g
const PLACEHOLDER = /\{(\w+)(?::(\w+)(?:\(([^)]*)\))?)?\}/g

/**
 * A Message in words. Placeholders: `{name}` as it is, `{x:metres}` 128 m, `{x:metres1}` 7.8 m, `{x:metres2}` 7.85 m,
 * `{x:area}` 190 m², `{x:percent}` of a share, `{x:minutes}` 1 h 35 min of seconds, `{x:count}`
 * 1,302, `{x:clock}` 09:35 of seconds after midnight, `{x:count1}` 120.1, `{x:degrees}` 45°, `{x:plural(room,rooms)}` 3 rooms, `{x:named(gate)}` the words of `gate.main` for main,
 * where there are any, else the key as it is read. A list is joined with commas, a Message is said. What stands
 * in square brackets is left out where the placeholders in it all come to the same: nobody is told "10 min to 10 min". A key that has no sentence is shown itself: better an odd word than none.
 */
export function say({ key, values }: Message, words: Words): string {
  const sentence = wordOf(key, words)
  if (sentence === undefined) return key
  const filled = (placeholder: string, name: string, format: string | undefined, forms: string | undefined) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return value === undefined ? placeholder : valueText(value, words, format, forms)
  }
  const whole = sentence.replaceAll(SPAN, (bracketed: string, span: string) => {
    const ends = span.match(PLACEHOLDER)?.map((end) => end.replaceAll(PLACEHOLDER, filled))
    if (ends === undefined) return bracketed
    return new Set(ends).size === 1 ? '' : span
  })
  return whole.replaceAll(PLACEHOLDER, filled)
}

function wordOf(key: string, words: Words): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}

function valueText(value: MessageValue, words: Words, format: string | undefined, forms: string | undefined): string {
  if (typeof value === 'string') return format === 'named' ? (wordOf(`${forms}.${value}`, words) ?? keyText(value)) : value
  if (typeof value !== 'number')
    return 'key' in value ? say(value, words) : value.map((one) => valueText(one, words, undefined, undefined)).join(', ')
  switch (format) {
    case 'metres':
      return metresText(value)
    case 'metres1':
      return `${decimalText(value, 1)} m`
    case 'metres2':
      return `${decimalText(value, 2)} m`
    case 'area':
      return areaText(value)
    case 'percent':
      return percentText(value)
    case 'minutes':
      return durationText(value)
    case 'clock':
      return clockText(value)
    case 'degrees':
      return `${shortText(value, 1)}°`
    case 'plural': {
      const [one = '', several = ''] = (forms ?? '').split(',')
      return `${fineText(value)} ${value === 1 ? one : several}`
    }
    case 'count':
      return shortText(value, 2)
    case 'count1':
      return fineText(value)
    default:
      return shortText(value, 3)
  }
}

/** One decimal, two of what is less than one, and more where those would leave nothing. */
function fineText(value: number): string {
  return visibleText(value, Math.abs(value) < 0.95 ? 2 : 1)
}
