import type { Flow } from '#shared/document/vocabulary'
import type { RunTable } from '#shared/walkable/walk-graph'
import type { NumberedFloor } from './numbered-floor'
import type { Walker } from './router'

/** A run that nobody may walk, and one that asks for no room. */
export const REFUSED = -2
export const NO_ROOM = -1

/** Which rules hold; a refusal is explained by letting some go. */
export type Rules = { readonly width: boolean; readonly admission: boolean; readonly oneWay: boolean; readonly through: boolean }

export const ALL_RULES: Rules = { width: true, admission: true, oneWay: true, through: true }

/** Why a crossing is refused to a walker, whatever the ends of the leg; `undefined`: it is not. */
export type CrossingRefusal = 'width' | 'admission' | 'oneWay' | 'roomAdmission'

/** The rules of a floor as one kind of walker meets them. */
export type Access = {
  readonly walker: Walker
  /** Why a packed crossing is refused. */
  refusal(crossing: number): CrossingRefusal | undefined
  /** The rooms beside a crossing that may only be entered where the leg starts, ends or is sent via. */
  rooms(crossing: number): readonly number[]
  /** The first two rooms that a run asks for: NO_ROOM when fewer; `roomA` is REFUSED when nobody may walk the run. */
  roomA(run: number): number
  roomB(run: number): number
  /** The same for two walkers under whose rules the same crossings are refused and the same rooms private. */
  readonly signature: string
  /** May the region be entered only where the leg starts or ends? */
  isPrivate(region: number): boolean
}

export function accessOf(numbered: NumberedFloor, runs: RunTable, walker: Walker, rules: Rules = ALL_RULES): Access {
  const { rules: thresholds, parts, regions } = numbered
  const roomsA: (number | undefined)[] = new Array<undefined>(runs.size).fill(undefined)
  const roomsB: (number | undefined)[] = new Array<undefined>(runs.size).fill(undefined)
  roomsA[0] = roomsB[0] = NO_ROOM

  const admitsAll = (admits: readonly Flow[] | undefined) => admits === undefined || walker.flows.every((flow) => admits.includes(flow))
  const regionAdmits = regions.map((region) => !rules.admission || admitsAll(region.admits))
  const isPrivate = (region: number) => rules.through && region >= 0 && !regions[region]!.through

  function refusal(crossing: number): CrossingRefusal | undefined {
    const threshold = thresholds[crossing >> 1]
    const line = parts.thresholds[crossing >> 1]
    if (threshold === undefined || line === undefined) return undefined
    if (rules.width && threshold.width < walker.passes) return 'width'
    if (rules.admission && !admitsAll(threshold.admits)) return 'admission'
    const way = (crossing & 1) === 1 ? 'toRight' : 'toLeft'
    if (rules.oneWay && threshold.oneWay !== undefined && threshold.oneWay !== way) return 'oneWay'
    if (line.leftRegion >= 0 && !regionAdmits[line.leftRegion]) return 'roomAdmission'
    if (line.rightRegion >= 0 && !regionAdmits[line.rightRegion]) return 'roomAdmission'
    return undefined
  }

  function rooms(crossing: number): readonly number[] {
    const line = parts.thresholds[crossing >> 1]
    return line === undefined ? [] : [line.leftRegion, line.rightRegion].filter(isPrivate)
  }

  function know(run: number): void {
    let a = NO_ROOM
    let b = NO_ROOM
    let isRefused = false
    const need = (room: number) => {
      if (!isPrivate(room) || room === a || room === b) return
      if (a === NO_ROOM) a = room
      else if (b === NO_ROOM) b = room
      else isRefused = true
    }
    for (const crossing of runs.crossings(run)) {
      const line = parts.thresholds[crossing >> 1]
      if (line === undefined) continue
      need(line.leftRegion)
      need(line.rightRegion)
      if (refusal(crossing) !== undefined) isRefused = true
    }
    roomsA[run] = isRefused ? REFUSED : a
    roomsB[run] = isRefused ? REFUSED : b
  }

  let signature = ''
  for (let number = 0; number < parts.thresholds.length; number++) {
    const line = parts.thresholds[number]
    if (line === undefined) continue
    const sides = `${isPrivate(line.leftRegion) ? line.leftRegion : ''} ${isPrivate(line.rightRegion) ? line.rightRegion : ''},`
    signature += refusal(number * 2) === undefined ? sides : '-,'
    signature += refusal(number * 2 + 1) === undefined ? sides : '-,'
  }

  return {
    walker,
    signature,
    refusal,
    rooms,
    isPrivate,
    roomA(run) {
      const room = roomsA[run]
      if (room !== undefined) return room
      know(run)
      return roomsA[run]!
    },
    roomB(run) {
      const room = roomsB[run]
      if (room !== undefined) return room
      know(run)
      return roomsB[run]!
    },
  }
}

/** Is a room that a crossing asks for (NO_ROOM: none) among those that a leg may pass? */
export function isOpen(needed: number, home: number, goalRoom: number): boolean {
  return needed === NO_ROOM || needed === home || (needed === goalRoom && needed >= 0)
}
