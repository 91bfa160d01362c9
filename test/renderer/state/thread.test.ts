import { expect, it } from 'vitest'
import { type Locks, openThread } from '../../../renderer/state/thread'

type Answer = { readonly type: 'measured'; readonly ask: number }

/** A thread over a worker that says what it is told to, and locks that are given when the test says so. */
function setting() {
  const target = Object.assign(new EventTarget(), { posted: [] as unknown[], isTerminated: false })
  const worker = Object.assign(target, {
    postMessage: (message: unknown) => void target.posted.push(message),
    terminate: () => {
      target.isTerminated = true
    },
  })
  const waiting = new Map<string, { readonly given: () => void; readonly signal: AbortSignal }>()
  const locks: Locks = {
    request: async (name, { signal }, given) => {
      waiting.set(name, { given, signal })
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
  }
  const heard: (Answer | string)[] = []
  const ends = { onAnswer: (answer: Answer) => void heard.push(answer), onBroken: (why: string) => void heard.push(`broken: ${why}`) }
  const thread = openThread<string, Answer>(worker as unknown as Worker, ends, locks)
  const say = (data: unknown) => worker.dispatchEvent(new MessageEvent('message', { data }))
  const throwError = (message: string) => worker.dispatchEvent(Object.assign(new Event('error'), { message }))
  return { thread, worker, waiting, heard, say, throwError }
}

it('passes on what is said, but not the first word of the thread itself', () => {
  const { thread, worker, heard, say } = setting()
  say({ type: 'alive', lock: 'thread-1' })
  thread.post('question')
  say({ type: 'measured', ask: 1 })
  expect([worker.posted, heard]).toEqual([['question'], [{ type: 'measured', ask: 1 }]])
})

it('tells once of a thread that is gone without a word, by the lock that it let go', () => {
  const { worker, waiting, heard, say, throwError } = setting()
  say({ type: 'alive', lock: 'thread-1' })
  expect([...waiting.keys()]).toEqual(['thread-1'])
  waiting.get('thread-1')?.given()
  throwError('too late')
  say({ type: 'measured', ask: 1 })
  expect([heard, worker.isTerminated]).toEqual([['broken: gone'], true])
})

it('tells once of a thread that threw, and waits for its lock no more', () => {
  const { worker, waiting, heard, say, throwError } = setting()
  say({ type: 'alive', lock: 'thread-1' })
  throwError('planted')
  throwError('again')
  waiting.get('thread-1')?.given()
  expect([heard, worker.isTerminated, waiting.get('thread-1')?.signal.aborted]).toEqual([['broken: planted'], true, true])
})

it('says nothing of a thread that was ended', () => {
  const { thread, waiting, heard, say, throwError } = setting()
  say({ type: 'alive', lock: 'thread-1' })
  thread.end()
  waiting.get('thread-1')?.given()
  throwError('planted')
  expect(heard).toEqual([])
})
