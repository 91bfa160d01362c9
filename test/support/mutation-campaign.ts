import { canonicalText } from '#shared/exchange/canonical-text'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { say } from '#shared/report/say'
import english from '../../resources/locales/en.json'
import { MUTATIONS } from './mutated-bytes'
import { workedExample } from './worked-example'

const example = workedExample()
const bytes = encodeWard(example)
const text = canonicalText(example)
const names = Object.keys(MUTATIONS)
const TEMPLATES: Readonly<Record<string, string>> = english

/** What is wrong with how the `count`-th spoilt file is met: it opens and can be saved, or is refused by a sentence; nothing else. */
export function spoiltFile(
  count: number,
  random: () => number,
): { readonly name: string; readonly wrong: string | undefined; readonly isOpen: boolean } {
  const name = names[count % names.length] as string
  const spoilt = MUTATIONS[name]?.(bytes, text, random) ?? bytes
  const before = spoilt.slice()
  try {
    const decoded = decodeWard(spoilt)
    if (Buffer.compare(before, spoilt) !== 0) return { name, wrong: 'reading wrote into the file', isOpen: false }
    if (decoded.status === 'ok') {
      const again = decodeWard(encodeWard(decoded.document, decoded.assets))
      const isSame = again.status === 'ok' && canonicalText(again.document) === canonicalText(decoded.document)
      return { name, wrong: isSame ? undefined : 'opens, but not again after saving', isOpen: true }
    }
    const { key, values } = decoded.problem
    const wanted = [...(TEMPLATES[key] ?? '{}').matchAll(/\{(\w*)/g)].map(([, value = '']) => value)
    const isSaid = wanted.every((value) => Object.hasOwn(values, value))
    return { name, wrong: isSaid ? undefined : `no sentence: ${say(decoded.problem, english)}`, isOpen: false }
  } catch (error) {
    return { name, wrong: `thrown: ${String(error)}`, isOpen: false }
  }
}
