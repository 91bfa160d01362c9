import { message } from '#shared/base/message'
import type { SimulatedFigure } from '#shared/comparison/simulated'
import type { SimulatedKey } from '#shared/metrics/simulated-day'
import { MOST_SENTENCES, type PlainSentence, type PlainWords } from './plain-words'
import type { SimulatedInput } from './simulated-input'

/** What simulated days are told of in a sentence, whole: how long a patient is there, and how long of it waiting. */
const TOLD: readonly SimulatedKey[] = ['leadTime', 'waiting']
const MINUTE_S = 60

/**
 * The sentences of designs with what simulated usual days say of them: only where the interval carries it, that is where all of it lies
 * on one side and the difference matters. They come before those of the layout alone; the least of these make room for them.
 */
export function withSimulatedWords(plain: readonly PlainWords[], simulated: SimulatedInput | undefined): readonly PlainWords[] {
  // A day on which something goes wrong is not what a design is like.
  if (simulated === undefined || simulated.terms.scenario !== undefined) return plain
  return plain.map((words) => {
    const figures = simulated.comparison.designs.find(({ runs }) => runs.design === words.design)?.figures ?? []
    const said = TOLD.flatMap((metric) => figures.filter(({ name }) => name.metric === metric && name.subject === undefined)).flatMap(sentenceOf)
    return said.length === 0 ? words : { ...words, sentences: merged(words.sentences, said) }
  })
}

function sentenceOf({ name, interval, difference }: SimulatedFigure): readonly PlainSentence[] {
  if (difference === undefined || (difference.verdict !== 'better' && difference.verdict !== 'worse')) return []
  const { mean, low, high, count } = difference.interval
  const [least, most] = mean < 0 ? [-high, -low] : [low, high]
  const values = {
    by: Math.abs(mean) * MINUTE_S,
    low: least * MINUTE_S,
    high: most * MINUTE_S,
    value: interval.mean * MINUTE_S,
    runs: count,
  }
  const says = message(`plain.${name.metric}.${mean < 0 ? 'less' : 'more'}`, values)
  return [{ metric: undefined, simulated: name, verdict: difference.verdict, says, because: [] }]
}

/** Doubts first, then what is better, then what is worse; of each what was simulated before the rest, and no more than may be told in all. */
function merged(sentences: readonly PlainSentence[], said: readonly PlainSentence[]): readonly PlainSentence[] {
  const doubts = sentences.filter(({ verdict }) => verdict === 'warning')
  const better = sentences.filter(({ verdict }) => verdict === 'better')
  const worse = sentences.filter(({ verdict }) => verdict === 'worse')
  let room = MOST_SENTENCES - doubts.length - said.length
  // The largest effect of each side stands first, and goes last.
  while (better.length + worse.length > Math.max(room, 0)) (better.length > worse.length ? better : worse).pop()
  room -= better.length + worse.length
  const of = (side: 'better' | 'worse') => said.filter(({ verdict }) => verdict === side)
  const same = sentences.filter(({ verdict }) => verdict === 'same').slice(0, Math.max(room, 0))
  return [...doubts, ...of('better'), ...better, ...of('worse'), ...worse, ...same]
}
