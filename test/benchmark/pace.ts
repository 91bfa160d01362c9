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

/** How many times as long this machine takes at the moment as the one that the bounds were set on, told by a library that ran on both. */
export async function paceNow(): Promise<number> {
  const { floor, queries } = m6Floor()
  return peerMs(await recastPeer(floor), queries) / THERE_MS
}
