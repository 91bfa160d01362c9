import { strToU8 } from 'fflate'

type Random = () => number
type Mutation = (bytes: Uint8Array, text: string, random: Random) => Uint8Array

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T
const whole = (below: number, random: Random) => Math.floor(random() * below)

/** Pieces of a JSON text by a pattern: where each starts and what it says. */
function pieces(text: string, pattern: RegExp): readonly { readonly at: number; readonly said: string }[] {
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, said: match[0] }))
}

function replaced(text: string, { at, said }: { readonly at: number; readonly said: string }, by: string): string {
  return text.slice(0, at) + by + text.slice(at + said.length)
}

const VALUE = /(?<=:)(?:"[^"\n]{0,80}"|-?\d+(?:\.\d+)?|true|false)/g
const NUMBER = /(?<=[:,[])-?\d+(?:\.\d+)?(?=[,}\]])/g
const ID = /"[a-z]+_[0-9a-z]{6,32}"/g
const OWN_ID = /(?<="id":)"[a-z]+_[0-9a-z]{6,32}"/g
const HUGE = ['1e308', '-1e308', '9007199254740993', '1e999', '123456789012345678901234567890', '-0', '0.1e-300', '99999999.999']
const HOSTILE = ['null', '[]', '{}', '"__proto__"', '"constructor"', `"${'x'.repeat(5000)}"`, '"\\u0000"', '[[[[[[]]]]]]']

/** What happens to files, by name: on a disk, on the way, by hand, or by somebody who means it. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'bytes flipped': (bytes, _, random) => {
    const changed = bytes.slice()
    for (let count = 1 + whole(8, random); count > 0; count--) {
      const at = whole(changed.length, random)
      changed[at] = changed[at]! ^ (1 << whole(8, random))
    }
    return changed
  },
  cut: (bytes, _, random) => bytes.slice(0, whole(bytes.length, random)),
  'a piece cut out': (bytes, _, random) => {
    const from = whole(bytes.length, random)
    const to = Math.min(bytes.length, from + 1 + whole(200, random))
    return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)])
  },
  'text flipped': (_, text, random) => {
    const at = whole(text.length, random)
    return strToU8(text.slice(0, at) + String.fromCharCode(32 + whole(95, random)) + text.slice(at + 1))
  },
  'text cut': (_, text, random) => strToU8(text.slice(0, whole(text.length, random))),
  'fields exchanged': (_, text, random) => {
    const values = pieces(text, VALUE)
    const [one, other] = [pick(values, random), pick(values, random)].sort((a, b) => b.at - a.at)
    if (one === undefined || other === undefined || one.at === other.at) return strToU8(text)
    return strToU8(replaced(replaced(text, one, other.said), other, one.said))
  },
  'numbers made huge': (_, text, random) => strToU8(replaced(text, pick(pieces(text, NUMBER), random), pick(HUGE, random))),
  'something else in its place': (_, text, random) => strToU8(replaced(text, pick(pieces(text, VALUE), random), pick(HOSTILE, random))),
  'ids doubled': (_, text, random) => {
    const ids = pieces(text, OWN_ID)
    return strToU8(replaced(text, pick(ids, random), pick(ids, random).said))
  },
  'references crossed': (_, text, random) => {
    const ids = pieces(text, ID)
    return strToU8(replaced(text, pick(ids, random), pick(ids, random).said))
  },
  'records doubled or lost': (_, text, random) => {
    const lines = text.split('\n')
    const at = 3 + whole(lines.length - 6, random)
    lines.splice(at, whole(2, random), ...(random() < 0.5 ? [lines[at] as string] : []))
    return strToU8(lines.join('\n'))
  },
  'zip headers lied in': (bytes, _, random) => {
    const changed = bytes.slice()
    const view = new DataView(changed.buffer)
    const directory = view.getUint32(changed.length - 6, true)
    // Local header, central directory and its end: sizes, counts, offsets, methods, lengths of names.
    const fields = [4, 6, 8, 14, 18, 22, 26, 28, directory + 8, directory + 10, directory + 16, directory + 20, directory + 24, directory + 28]
    const ends = [changed.length - 14, changed.length - 12, changed.length - 10, changed.length - 6, directory + 42, directory + 30]
    const at = pick([...fields, ...ends], random)
    if (random() < 0.5) view.setUint16(at, pick([0, 1, 8, 99, 0x7fff, 0xffff], random), true)
    else view.setUint32(at, pick([0, 1, changed.length, 0x7fffffff, 0xffffffff], random), true)
    return changed
  },
}
