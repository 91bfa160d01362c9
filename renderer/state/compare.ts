import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import type { SimulatedRuns } from '#shared/metrics/simulate'
import type { FromLiveWorker, ToLiveWorker } from '../workers/messages'
import { type ShownPart, unpackParts } from '../workers/part-rows'
import type { createLive } from './live'

export type Compared = Extract<FromLiveWorker, { type: 'compared' }>

/** The comparison of all designs, and how far the next one is. */
export type CompareState = {
  /** The last one that was finished, of whichever revision. */
  readonly answer: Compared | undefined
  /** The design being measured, as the how manieth of all; undefined where nothing is under way. */
  readonly progress: { readonly design: Id; readonly index: number; readonly of: number } | undefined
  /** The last one asked for was given up. */
  readonly isStopped: boolean
  readonly failure: string | undefined
}

const NOTHING: CompareState = { answer: undefined, progress: undefined, isStopped: false, failure: undefined }

const NO_DAYS: readonly SimulatedRuns[] = []

type PartsOf = Extract<ToLiveWorker, { type: 'parts' }>['of']

/**
 * Compares design by design, one question to the worker each, so that other questions get in between, the
 * progress can be shown, and giving up costs at most one design. A newer run takes the place of an older.
 */
export function createCompare(request: ReturnType<typeof createLive>['request']) {
  const store = createStore<CompareState>(() => NOTHING)
  let runs = 0
  /** The days that the answer knows of. */
  let known: readonly SimulatedRuns[] = NO_DAYS

  /** `revision` is the document's: what is known of it already is not worked out again. `simulated`: days of the designs as they are. */
  async function run(designs: readonly Id[], revision: number, simulated: readonly SimulatedRuns[] = NO_DAYS): Promise<void> {
    if (store.getState().answer?.revision === revision && known === simulated) return
    const mine = ++runs
    store.setState({ isStopped: false, failure: undefined })
    for (const [index, design] of designs.entries()) {
      store.setState({ progress: { design, index, of: designs.length } })
      const answer = await request({ type: 'prepare', design })
      if (mine !== runs) return
      if (answer.type === 'failed') return store.setState({ progress: undefined, failure: answer.reason })
    }
    const answer = await request({ type: 'compare', runs: simulated })
    if (mine !== runs) return
    known = simulated
    store.setState({ progress: undefined })
    if (answer.type === 'compared') store.setState({ answer })
    else if (answer.type === 'failed') store.setState({ failure: answer.reason })
  }

  function giveUp(): void {
    runs++
    store.setState({ progress: undefined })
  }

  return {
    store,
    run,
    /** What is left of the run is not asked for. */
    giveUp,
    stop(): void {
      giveUp()
      store.setState({ isStopped: true })
    },
    forget(): void {
      runs++
      store.setState(NOTHING)
    },
    /** What a number of a design is made of, largest first; undefined where it cannot be worked out. */
    async parts(design: Id, of: PartsOf): Promise<readonly ShownPart[] | undefined> {
      const answer = await request({ type: 'parts', design, of })
      return answer.type === 'parts' ? unpackParts(answer.parts, answer.points) : undefined
    },
  }
}
