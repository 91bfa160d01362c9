import type { SimulatedDifference, SimulatedFigure } from '#shared/comparison/simulated'
import type { Design } from '#shared/document/elements/design'
import type { BandCheck } from '#shared/metrics/published-bands'
import { messageJson } from './message-json'
import { say, type Words } from './say'
import type { SimulatedInput } from './simulated-input'

/** Simulated days for machines: the terms they were run on, and each design's figures with their intervals and differences. */
export function simulatedJson({ terms, scenario, comparison, bands }: SimulatedInput, designs: readonly Design[], words: Words): object {
  return {
    replications: terms.replications,
    days: terms.days,
    seed: terms.seed,
    warmUpDays: terms.warmUp,
    scenario: { key: terms.scenario ?? null, text: say(scenario, words) },
    datum: comparison.datum ?? null,
    designs: comparison.designs.map(({ runs, figures }, index) => ({
      id: runs.design,
      name: designs.find(({ id }) => id === runs.design)?.name ?? '',
      status: runs.stopped === undefined ? 'ok' : 'stopped',
      ...(runs.stopped === undefined ? {} : { reason: messageJson(runs.stopped.reason, words), replication: runs.stopped.replication }),
      figures: figures.map((figure) => figureJson(figure, words)),
      published: (bands[index] ?? []).map((band) => bandJson(band, words)),
    })),
  }
}

function figureJson({ name, interval, difference }: SimulatedFigure, words: Words): object {
  return {
    metric: name.metric,
    subject: name.subject ?? null,
    unit: name.unit,
    mean: finite(interval.mean),
    low: finite(interval.low),
    high: finite(interval.high),
    sd: finite(interval.sd),
    days: interval.count,
    ...(difference === undefined ? {} : { difference: differenceJson(difference, words) }),
  }
}

/** A difference for machines: its interval, and what is made of it. */
export function differenceJson({ interval, relative, verdict, sentence, runsNeeded, pairing }: SimulatedDifference, words: Words): object {
  return {
    mean: finite(interval.mean),
    low: finite(interval.low),
    high: finite(interval.high),
    relative: finite(relative),
    verdict,
    sentence: messageJson(sentence, words),
    runsNeeded: finite(runsNeeded),
    pairing: finite(pairing),
  }
}

function bandJson({ key, name, mean, low, high, verdict, source, why }: BandCheck, words: Words): object {
  return {
    key,
    metric: name.metric,
    subject: name.subject ?? null,
    unit: name.unit,
    mean,
    low,
    high,
    verdict,
    source: say(source, words),
    why: say(why, words),
  }
}

/** What JSON has no number for is null. */
export function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value
}
