import type { Design } from '#shared/document/elements/design'
import { messageJson } from './message-json'
import { say, type Words } from './say'
import { differenceJson, finite } from './simulated-json'
import type { WorstInput } from './worst-input'

/** What worse days do to each design, for machines: the days, and by each figure every design on each of them. */
export function worstJson({ terms, days, figures }: WorstInput, designs: readonly Design[], words: Words): object {
  return {
    replications: terms.replications,
    days: terms.days,
    seed: terms.seed,
    warmUpDays: terms.warmUp,
    scenarios: days.map(({ key, scenario }) => ({ key: key ?? null, text: say(scenario, words) })),
    figures: figures.map(({ name, bends, least }) => ({
      metric: name.metric,
      unit: name.unit,
      bendsLeast: least,
      designs: bends.map(({ design, cells, rise, riseShare }) => ({
        id: design,
        name: designs.find(({ id }) => id === design)?.name ?? '',
        rise: finite(rise),
        riseShare: finite(riseShare),
        scenarios: cells.map(({ stopped, interval, difference }) => ({
          status: stopped === undefined ? 'ok' : 'stopped',
          ...(stopped === undefined ? {} : { reason: messageJson(stopped, words) }),
          mean: finite(interval?.mean),
          low: finite(interval?.low),
          high: finite(interval?.high),
          ...(difference === undefined ? {} : { difference: differenceJson(difference, words) }),
        })),
      })),
    })),
  }
}
