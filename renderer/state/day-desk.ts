import type { WardDocument } from '#shared/document/document'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import type { Behind, DayRef, FromSimulateWorker, ToSimulateWorker } from '../workers/simulate-messages'

/** As much of a worker as is needed; tests hand in one without a thread. */
export type SimulatePort = {
  readonly post: (message: ToSimulateWorker) => void
  readonly onAnswer: (listener: (answer: FromSimulateWorker) => void) => void
  readonly end: () => void
}

export type TracedAnswer = Extract<FromSimulateWorker, { type: 'traced' | 'failed' }>

/** A thread of its own for single days: asked while others run, and kept as long as the document is the same. */
export function createDayDesk(open: () => SimulatePort) {
  let port: SimulatePort | undefined
  let held: WardDocument | undefined
  let asked = 0
  const waiting = new Map<number, (answer: FromSimulateWorker) => void>()

  function send(document: WardDocument): SimulatePort {
    if (port === undefined) {
      port = open()
      const own = port
      own.onAnswer((answer) => {
        if (answer.ask !== undefined) {
          waiting.get(answer.ask)?.(answer)
          waiting.delete(answer.ask)
          return
        }
        // The thread broke: whoever waits is told, and the next question starts another.
        own.end()
        if (port === own) [port, held] = [undefined, undefined]
        for (const tell of waiting.values()) tell(answer)
        waiting.clear()
      })
    }
    if (held !== document) port.post({ type: 'document', document })
    held = document
    return port
  }

  return {
    /** One replication of one design of this very document. */
    trace(document: WardDocument, day: DayRef): Promise<TracedAnswer> {
      const ask = ++asked
      const answer = new Promise<TracedAnswer>((resolve) =>
        waiting.set(ask, (one) => (one.type === 'traced' || one.type === 'failed' ? resolve(one) : undefined)),
      )
      send(document).post({ type: 'trace', ask, day })
      return answer
    },
    /** What a figure of a design is made of, over so many replications; undefined where it cannot be said. */
    behind(document: WardDocument, day: DayRef, name: SimulatedName): Promise<Behind | undefined> {
      const ask = ++asked
      const answer = new Promise<Behind | undefined>((resolve) => waiting.set(ask, (one) => resolve(one.type === 'behind' ? one.behind : undefined)))
      send(document).post({ type: 'behind', ask, day, name })
      return answer
    },
    /** Another file: the thread goes, and what it would have answered is never heard of. */
    forget(): void {
      port?.end()
      port = undefined
      held = undefined
      waiting.clear()
    },
  }
}
