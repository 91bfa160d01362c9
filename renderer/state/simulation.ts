import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import { toldApart } from '#shared/comparison/simulated-pair'
import { type FillNeeded, fillNeeded } from '#shared/comparison/warm-up'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { joinedRuns, type SimulatedRuns } from '#shared/metrics/simulate'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import { planOfTerms, type RunTerms, USUAL_TERMS, worstDaysOf } from '#shared/simulation/run-terms'
import type { SimulatePort } from './day-desk'
import { runContent } from './run-content'
import { openSimulatePool, type SimulatePool } from './simulate-pool'

/** Finished runs of some designs, and what they hang on. */
export type FoundRuns = {
  readonly terms: RunTerms
  readonly runs: readonly SimulatedRuns[]
  /** By design: see `runContent`. */
  readonly contents: ReadonlyMap<Id, string>
}

/** Two designs that are to be told apart by one figure. */
export type Pair = { readonly name: SimulatedName; readonly designs: readonly [Id, Id] }

export type SimulationState = {
  readonly terms: RunTerms
  /** Designs that are not to be run. */
  readonly leftOut: readonly Id[]
  /** How far what is under way is; seconds left once they can be guessed. */
  readonly running: { readonly what: 'designs' | 'worst' | 'apart' | 'warmUp'; readonly share: number; readonly left: number | undefined } | undefined
  readonly found: FoundRuns | undefined
  /** The usual day first, then one for each worst day. */
  readonly worst: readonly FoundRuns[] | undefined
  /** Days that fill the unit, as they were worked out last, and of which document. */
  readonly fill: { readonly document: WardDocument; readonly needed: FillNeeded } | undefined
  readonly isStopped: boolean
  readonly failure: string | undefined
}

const NOTHING: SimulationState = {
  terms: USUAL_TERMS,
  leftOut: [],
  running: undefined,
  found: undefined,
  worst: undefined,
  fill: undefined,
  isStopped: false,
  failure: undefined,
}

/** Runs that are kept for the next time, of whichever designs and plans. */
const KEPT = 200
/** Runs after which it is given up to tell two designs apart. */
export const MOST_RUNS = 2000

export type SimulationParts = {
  readonly open: () => SimulatePort
  readonly count: number
  /** Milliseconds, for guessing what is left. */
  readonly now: () => number
}

/** Runs designs over all threads. What was run before under the same terms, of designs that are the same, is not run again. */
export function createSimulation({ open, count, now }: SimulationParts) {
  const store = createStore<SimulationState>(() => NOTHING)
  const kept = new Map<string, SimulatedRuns>()
  let pool: SimulatePool | undefined
  let jobs = 0

  /** Replications of designs under terms: what is kept of them, and what is run now. */
  async function runsUnder(
    document: WardDocument,
    designs: readonly Id[],
    all: readonly RunTerms[],
    of: SimulatePool,
    onShare: (share: number) => void,
  ) {
    const plans = all.map((terms) => planOfTerms(terms, document.workshop))
    const wanted = all.flatMap((terms, plan) =>
      designs.map((design) => {
        const content = runContent(document, design, plans[plan]!)
        const before = kept.get(content)
        const from = before === undefined ? 0 : before.stopped === undefined ? before.rows.length : terms.replications
        return { content, before, stretch: { plan, design, from, to: terms.replications } }
      }),
    )
    const open = wanted.filter(({ stretch: { from, to } }) => from < to)
    const fresh = await of.run(
      plans,
      open.map(({ stretch }) => stretch),
      onShare,
    )
    // Not read back from what is kept for the next time: that is bounded, and may be less than was asked for now.
    const whole = new Map(wanted.flatMap(({ content, before }) => (before === undefined ? [] : [[content, before] as const])))
    open.forEach(({ content, before }, index) => {
      const runs = joinedRuns([...(before === undefined ? [] : [before]), fresh[index]!])
      whole.set(content, runs)
      keep(content, runs)
    })
    return all.map((terms, plan): FoundRuns => {
      const own = wanted.filter(({ stretch }) => stretch.plan === plan)
      return {
        terms,
        runs: own.map(({ content }) => firstOf(whole.get(content)!, terms.replications)),
        contents: new Map(own.map(({ content, stretch: { design } }) => [design, content])),
      }
    })
  }

  function keep(content: string, runs: SimulatedRuns): void {
    kept.delete(content)
    kept.set(content, runs)
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
  }

  /** One job at a time: a newer one takes the place of an older. */
  async function job(
    what: NonNullable<SimulationState['running']>['what'],
    document: WardDocument,
    work: (of: SimulatePool, onShare: (share: number) => void) => Promise<Partial<SimulationState>>,
  ): Promise<void> {
    pool?.end()
    const own = openSimulatePool(document, count, open)
    pool = own
    const mine = ++jobs
    const begun = now()
    store.setState({ running: { what, share: 0, left: undefined }, isStopped: false, failure: undefined })
    const onShare = (share: number) => {
      if (mine !== jobs) return
      const seconds = (now() - begun) / 1000
      store.setState({ running: { what, share, left: share > 0 ? (seconds / share) * (1 - share) : undefined } })
    }
    try {
      const outcome = await work(own, onShare)
      if (mine === jobs) store.setState({ ...outcome, running: undefined })
    } catch (error) {
      if (mine === jobs) store.setState({ running: undefined, failure: error instanceof Error ? error.message : String(error) })
    }
    own.end()
  }

  const asked = (document: WardDocument): readonly Id[] => {
    const { leftOut } = store.getState()
    return designsOf(document).flatMap(({ id }) => (leftOut.includes(id) ? [] : [id]))
  }

  async function run(document: WardDocument): Promise<void> {
    const { terms } = store.getState()
    await job('designs', document, async (of, onShare) => {
      const [found] = await runsUnder(document, asked(document), [terms], of, onShare)
      return { found }
    })
  }

  return {
    store,
    setTerms: (part: Partial<RunTerms>) => store.setState(({ terms }) => ({ terms: { ...terms, ...part } })),
    leaveOut: (design: Id, isOut: boolean) =>
      store.setState(({ leftOut }) => ({ leftOut: isOut ? [...leftOut, design] : leftOut.filter((id) => id !== design) })),
    /** Every design that is asked for, under the terms as they are. */
    run,
    /** Works out how many days fill the designs that are asked for, asks for as many, and runs them. */
    async fillUp(document: WardDocument): Promise<void> {
      let needed: FillNeeded | undefined
      await job('warmUp', document, async (of, onShare) => {
        const designs = asked(document)
        const plan = planOfTerms({ ...store.getState().terms, warmUp: 0 }, document.workshop)
        const each = await of.warmUps(plan, designs, onShare)
        needed = fillNeeded(designs.map((design, at) => ({ design, needed: each[at] })))
        return { terms: { ...store.getState().terms, warmUp: needed.days }, fill: { document, needed } }
      })
      // Not where it was stopped, or another job has come between.
      if (needed !== undefined && store.getState().fill?.needed === needed) await run(document)
    },
    /** The usual day and every worst day, for every design that is asked for. */
    async runWorst(document: WardDocument): Promise<void> {
      const { terms } = store.getState()
      const scenarios = worstDaysOf(document.workshop).map(({ key }) => key)
      const all = [undefined, ...scenarios].map((scenario) => ({ ...terms, scenario }))
      await job('worst', document, async (of, onShare) => {
        const worst = await runsUnder(document, asked(document), all, of, onShare)
        return { worst, ...(terms.scenario === undefined ? { found: worst[0] } : {}) }
      })
    },
    /** More and more runs of every design that is asked for, until two of them are told apart or too many would be needed. */
    async runUntilApart(document: WardDocument, { name, designs: [a, b] }: Pair): Promise<void> {
      const { terms } = store.getState()
      const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0
      await job('apart', document, async (of, onShare) => {
        for (let replications = Math.max(20, terms.replications); ; ) {
          const at = { ...terms, replications }
          const [found] = await runsUnder(document, asked(document), [at], of, (share) => onShare(share * (replications / MOST_RUNS)))
          const outcome = { found, terms: at }
          store.setState(outcome)
          const told = toldApart(found?.runs ?? [], name, [a, b], smallest)
          if (told === undefined || told.isTold || replications >= MOST_RUNS) return outcome
          replications = Math.min(MOST_RUNS, Math.max(replications + 20, Math.ceil(replications * 1.5)))
        }
      })
    },
    /** What is under way is given up at once; what was found before stays. */
    stop(): void {
      jobs++
      pool?.end()
      store.setState({ running: undefined, isStopped: true })
    },
    /** Another file: nothing of the one before is left. */
    forget(): void {
      jobs++
      pool?.end()
      kept.clear()
      store.setState(NOTHING)
    },
  }
}

/** Are these what would be found now? */
export function isFresh({ terms, contents }: FoundRuns, document: WardDocument): boolean {
  const plan = planOfTerms(terms, document.workshop)
  return [...contents].every(([design, content]) => document.designs[design] === undefined || runContent(document, design, plan) === content)
}

function firstOf(runs: SimulatedRuns, replications: number): SimulatedRuns {
  return runs.rows.length <= replications ? runs : { ...runs, rows: runs.rows.slice(0, replications) }
}
