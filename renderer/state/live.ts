import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import type { MetricValue, Reading } from '#shared/metrics/measurement'
import type { FromLiveWorker, MeasureRef, Question, ToLiveWorker } from '../workers/messages'
import { type ShownPart, unpackParts } from '../workers/part-rows'

/** The latest answers about the designs on the screen. */
export type LiveState = {
  readonly answer: LiveAnswer | undefined
  /** About the design that is shown beside it. */
  readonly beside: LiveAnswer | undefined
  /** Something is being worked out. */
  readonly isBusy: boolean
  /** The measuring itself broke: nothing a user can mend, but said, never hidden. */
  readonly failure: string | undefined
}

export type LiveAnswer = {
  readonly revision: number
  readonly design: Id
  readonly reading: Reading
  readonly isPreview: boolean
  readonly values: readonly MetricValue[]
  readonly today: readonly MetricValue[] | undefined
  /** There is a design of today's, whose values are not known yet. */
  readonly isTodayToCome: boolean
  readonly overloaded: readonly Message[]
  readonly findings: readonly Finding[]
  readonly open: MeasureRef | undefined
  readonly parts: readonly ShownPart[]
}

/** A question that is asked once and answered once, beside those about the design on the screen. */
type AskedOnce = Extract<ToLiveWorker, { type: 'prepare' | 'compare' | 'parts' | 'inquire' | 'find' }>
type WithoutAsk<T> = T extends unknown ? Omit<T, 'ask'> : never

/** As much of a worker as is needed; tests hand in one without a thread. */
export type LivePort = {
  readonly post: (message: ToLiveWorker) => void
  readonly onAnswer: (listener: (answer: FromLiveWorker) => void) => void
}

/**
 * The window's end of the live worker: the document once, then only Changes. One question is in flight; of
 * those asked meanwhile only the newest waits, and an answer about a question nobody asks any more is dropped. A
 * question about the design beside waits until there is none about the one that is worked on.
 */
export function createLive(port: LivePort) {
  const store = createStore<LiveState>(() => ({ answer: undefined, beside: undefined, isBusy: false, failure: undefined }))
  let asked = 0
  let inFlight: number | undefined
  /** What the worker holds, if it is exactly this. */
  let held: WardDocument | undefined
  let waiting: Question | undefined
  let wanted: Question | undefined
  let waitingBeside: Question | undefined
  let wantedBeside: Question | undefined
  const comparisons = new Map<number, (values: ReadonlyMap<Id, readonly MetricValue[]>) => void>()

  const requests = new Map<number, (answer: FromLiveWorker) => void>()

  function send(question: Question): void {
    inFlight = ++asked
    store.setState({ isBusy: true })
    port.post({ type: 'measure', ask: inFlight, question })
  }

  function sendNext(): void {
    const next = waiting ?? waitingBeside
    if (next === waiting) waiting = undefined
    else waitingBeside = undefined
    if (next === undefined) store.setState({ isBusy: false })
    else send(next)
  }

  port.onAnswer((message) => {
    const request = requests.get(message.ask)
    if (request !== undefined) {
      requests.delete(message.ask)
      request(message)
      return
    }
    if (message.type === 'measured-all') {
      comparisons.get(message.ask)?.(message.values)
      comparisons.delete(message.ask)
      return
    }
    if (message.type === 'failed' && comparisons.has(message.ask)) {
      comparisons.get(message.ask)?.(new Map())
      comparisons.delete(message.ask)
      store.setState({ failure: message.reason })
      return
    }
    if (message.ask !== inFlight) return
    inFlight = undefined
    if (message.type === 'failed') store.setState({ failure: message.reason })
    else if (message.type === 'measured') {
      if (wanted !== undefined && isAbout(message.question, wanted)) {
        store.setState({ answer: answerOf(message), failure: undefined })
        if (message.isTodayToCome) waiting ??= wanted
      } else if (wantedBeside !== undefined && isAbout(message.question, wantedBeside)) {
        store.setState({ beside: answerOf(message), failure: undefined })
        if (message.isTodayToCome) waitingBeside ??= wantedBeside
      }
    }
    sendNext()
  })

  return {
    store,
    setDocument(document: WardDocument, revision: number): void {
      wanted = undefined
      waiting = undefined
      wantedBeside = undefined
      waitingBeside = undefined
      inFlight = undefined // its answer is about a document that is gone
      store.setState({ answer: undefined, beside: undefined, failure: undefined, isBusy: false })
      // The worker keeps what it has worked out for a document that it holds already.
      if (document !== held) port.post({ type: 'document', revision, document })
      held = document
    },
    /** Every design of the document as it is. */
    measureAll(): Promise<ReadonlyMap<Id, readonly MetricValue[]>> {
      const ask = ++asked
      return new Promise((resolve) => {
        comparisons.set(ask, resolve)
        port.post({ type: 'measure-all', ask })
      })
    },
    /** Until nothing is being worked out for the scoreboard; undefined: nothing is. */
    rest(): Promise<void> | undefined {
      if (!store.getState().isBusy) return undefined
      return new Promise((resolve) => {
        const stop = store.subscribe(({ isBusy }) => {
          if (isBusy) return
          stop()
          resolve()
        })
      })
    },
    /** Asks once; the answer names the revision it is about, or why there is none. */
    request(message: WithoutAsk<AskedOnce>): Promise<FromLiveWorker> {
      const ask = ++asked
      return new Promise((resolve) => {
        requests.set(ask, resolve)
        port.post({ ...message, ask })
      })
    },
    addChange(change: Change, revision: number): void {
      held = undefined
      port.post({ type: 'change', revision, change })
    },
    ask(question: Question): void {
      wanted = question
      waiting = question
      if (inFlight === undefined) sendNext()
    },
    /** About the design that is shown beside; undefined: there is none any more. */
    askBeside(question: Question | undefined): void {
      wantedBeside = question
      waitingBeside = question
      if (question === undefined) store.setState({ beside: undefined })
      else if (inFlight === undefined) sendNext()
    },
    /** The design beside is worked on from now on: what is known of each stays known. */
    swap(): void {
      const { answer, beside } = store.getState()
      store.setState({ answer: beside, beside: answer })
    },
  }
}

/** An answer of a moment ago still serves while something is dragged; one about another design does not. */
function isAbout(answered: Omit<Question, 'preview'>, wanted: Question): boolean {
  return answered.design === wanted.design && answered.reading === wanted.reading
}

function answerOf({
  revision,
  question,
  values,
  today,
  isTodayToCome,
  overloaded,
  findings,
  parts,
  points,
}: Extract<FromLiveWorker, { type: 'measured' }>): LiveAnswer {
  const { design, reading, isPreview, open } = question
  return { revision, design, reading, isPreview, values, today, isTodayToCome, overloaded, findings, open, parts: unpackParts(parts, points) }
}
