import type { Model } from '#shared/simulation/model'
import { DOING, type Trace } from '#shared/simulation/trace'

const NAMES = Object.keys(DOING) as readonly (keyof typeof DOING)[]

/** A trace as lines that one reads: `P1 walk gateway > bedaaa 0 120`, in the order of beginnings. Seconds from `zero`. */
export function toldTrace(model: Model, trace: Trace, zero: number): readonly string[] {
  const short = (key: string) => key.replace(/^\w+_/, '').replace(/#.*$/, '')
  const first = trace.agents.kind.findIndex((kind) => kind !== 0)
  const nameOf = (who: number) =>
    who < 0 ? '-' : trace.agents.kind[who] === 0 ? `${model.roles[trace.agents.of[who]!]!.key}` : `P${who - first + 1}`
  return Array.from({ length: trace.rows }, (_, row) => {
    const doing = NAMES[trace.doing[row]!]!
    const where = trace.where[row]!
    const leg = doing.startsWith('walk') || doing === 'carried' ? model.legs.legs[where] : undefined
    const place =
      leg === undefined
        ? where < 0
          ? ''
          : short(model.spots[where]!.key)
        : `${short(model.legs.ends[leg.from]!)} > ${short(model.legs.ends[leg.to]!)}`
    const [from, to] = [trace.from[row]! - zero, trace.to[row]! - zero]
    const step = trace.step[row]! < 0 ? '' : ` ${model.steps[trace.step[row]!]!.step.key}`
    return { from, to, text: `${nameOf(trace.who[row]!)} ${doing} ${place}${step} ${from}-${to}` }
  })
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text)
}
