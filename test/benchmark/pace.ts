import { fork } from 'node:child_process'
import { m6Floor, type Query } from './m6-floor'
import { type Peer, recastPeer } from './recast-peer'
import { median, times } from './timing'

/** What recast-navigation took for a query of m6 on the machine that the bounds were set on. Milliseconds. */
const THERE_MS = 0.162
/** Longer than one swing of a busy machine lasts. */
const PASSES = 25

/** Milliseconds that recast-navigation takes for a query: the median of passes over all. */
export function peerMs(peer: Peer, queries: readonly Query[]): number {
  return median(times(PASSES, () => queries.map(({ start, goal }) => peer(...start, ...goal)))) / queries.length
}

/** Asked whenever somebody needs to know: the library's floor takes a minute to make, a question to it three seconds. */
export type Pacer = {
  /** How many times as long this machine takes at the moment as the one that the bounds were set on, told by a library that ran on both. */
  ask(): Promise<number>
  close(): void
}

/** A process of its own that is asked for the pace: `script` with `words` ends in `answerPace`. */
export async function openPacer(script: string, words: readonly string[]): Promise<Pacer> {
  const child = fork(script, [...words])
  const answer = () =>
    new Promise<number>((resolve, reject) => {
      const end = () => reject(new Error('The process that tells the pace has ended'))
      child.once('exit', end)
      child.once('message', (pace) => {
        child.off('exit', end)
        resolve(pace as number)
      })
    })
  await answer()
  return {
    ask() {
      const found = answer()
      child.send('pace')
      return found
    },
    close: () => child.kill(),
  }
}

/** The other side of it: says once that it is ready, then answers each message. */
export async function answerPace(): Promise<void> {
  const { floor, queries } = m6Floor()
  const peer = await recastPeer(floor)
  peerMs(peer, queries)
  process.on('message', () => process.send?.(peerMs(peer, queries) / THERE_MS))
  process.send?.(0)
}
