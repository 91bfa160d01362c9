import type { JoinedStop } from '#shared/walkable/walk-graph'
import { isOpen, NO_ROOM } from './access'
import { type Labels, reach } from './labels'
import type { Net } from './net'
import { searchPoints } from './point-search'
import { beginSearch, endSearch, offer, offerStart, settle } from './search-frame'

/**
 * Dijkstra (1959) over labels from a start, through all that may be passed and the start's own room
 * (`home`, NO_ROOM when it may be passed by all).
 */
export function searchFrom(net: Net, start: JoinedStop, home: number): Labels {
  if (net.isPoint) return searchPoints(net, start, home)
  beginSearch(net.nodes, undefined)
  offerStart(net, start, home, NO_ROOM)
  settle(net, home, NO_ROOM)
  return endSearch(net.nodes)
}

/** Goes on from a search into one more room; labels that `under` has already are not repeated. `isLeft`: may it gain by leaving that room again? */
export function searchInto(net: Net, under: Labels, start: JoinedStop, home: number, goalRoom: number, isLeft: boolean): Labels {
  beginSearch(net.nodes, under)
  const { access, from, to, leave, arrive, length, roomA, roomB } = net
  for (let i = 0; i < start.to.length; i++) {
    const a = access.roomA(start.run[i]!)
    const b = access.roomB(start.run[i]!)
    if (a !== goalRoom && b !== goalRoom) continue
    if (isOpen(a, home, goalRoom) && isOpen(b, home, goalRoom)) offer(start.to[i]!, start.arrive[i]!, start.length[i]!, -1)
  }
  for (const e of net.edgesInto(goalRoom)) {
    if (!isOpen(roomA[e]!, home, goalRoom) || !isOpen(roomB[e]!, home, goalRoom)) continue
    const far = reach(under, from[e]!, leave[e]!)
    if (far < Infinity) offer(to[e]!, arrive[e]!, far + length[e]!, -1)
  }
  settle(net, home, isLeft ? goalRoom : NO_ROOM)
  return endSearch(net.nodes)
}
