import type { Alive } from '../workers/alive'

/** A thread of the page, as much of it as is needed; tests hand in one that breaks when they want. */
export type Thread<Told> = {
  readonly post: (message: Told) => void
  readonly end: () => void
}

export type ThreadEnds<Answer> = {
  readonly onAnswer: (answer: Answer) => void
  /** It threw where nobody caught it, could not be loaded, or is gone without a word. */
  readonly onBroken: (why: string) => void
}

/** Locks as the browser has them: they are given to the next one who waits as soon as their holder is gone. */
export type Locks = { readonly request: (name: string, options: { readonly signal: AbortSignal }, given: () => void) => Promise<unknown> }

/**
 * A thread whose end does not go unnoticed: an error event tells of most, and who dies without one lets go of the lock that it named when
 * it began. What is heard of it afterwards counts no more.
 */
export function openThread<Told, Answer>(worker: Worker, ends: ThreadEnds<Answer>, locks: Locks = navigator.locks): Thread<Told> {
  const over = new AbortController()
  const end = () => {
    over.abort()
    worker.terminate()
  }
  const breakDown = (why: string) => {
    if (over.signal.aborted) return
    end()
    ends.onBroken(why)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Alive | Answer>) => {
    if (over.signal.aborted) return
    if (!isAlive(data)) ends.onAnswer(data)
    else locks.request(data.lock, { signal: over.signal }, () => breakDown('gone')).catch(() => undefined) // nobody waits for it any more
  })
  worker.addEventListener('error', ({ message }) => breakDown(message))
  return { post: (message) => worker.postMessage(message), end }
}

function isAlive(data: unknown): data is Alive {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'alive'
}
