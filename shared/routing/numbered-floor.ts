import type { Flow } from '#shared/document/vocabulary'
import { ringKey } from '#shared/geometry/ring-key'
import type { NumberedSolid, NumberedThreshold, PartsChange } from '#shared/walkable/walk-graph'
import type { IntegerRing, Region, Threshold, WalkableFloor } from '#shared/walkable/walkable-floor'
import { keptNumbers, uniqueKeys } from './kept-numbers'

/** What a search asks of a region. */
export type RegionRule = { readonly through: boolean; readonly admits: readonly Flow[] | undefined }

/** A floor whose parts have numbers that mean the same before and after an edit. Millimetres. */
export type NumberedFloor = {
  readonly floor: WalkableFloor
  readonly parts: { readonly solids: readonly (NumberedSolid | undefined)[]; readonly thresholds: readonly (NumberedThreshold | undefined)[] }
  /** Thresholds as given, by number. */
  readonly rules: readonly (Threshold | undefined)[]
  readonly regions: readonly RegionRule[]
  /** Numbers by index in the floor's lists. */
  readonly regionNumbers: readonly number[]
  readonly thresholdNumbers: readonly number[]
  /** Indices in the floor's lists by number; -1: not there now. */
  readonly regionIndices: readonly number[]
  readonly thresholdIndices: readonly number[]
  /** What was called otherwise on the floor that this one was made from; undefined where nothing was. */
  readonly renamed: Renamed | undefined
  /** Numbers by the keys of parts. */
  readonly solidByKey: ReadonlyMap<string, number>
  readonly thresholdByKey: ReadonlyMap<string, number>
  readonly regionByKey: ReadonlyMap<string, number>
}

/** Are all ways as far back as there? */
export function isEvenHanded({ rules }: NumberedFloor): boolean {
  return rules.every((threshold) => threshold?.oneWay === undefined)
}

/** 1 for numbers, of thresholds and of regions, that stand elsewhere in the floor's lists or for another opening or room. */
export type Renamed = { readonly thresholds: Uint8Array; readonly regions: Uint8Array }

const EMPTY: NumberedFloor = {
  floor: { boundary: [], solids: [], regions: [], thresholds: [] },
  parts: { solids: [], thresholds: [] },
  rules: [],
  regions: [],
  regionNumbers: [],
  thresholdNumbers: [],
  regionIndices: [],
  thresholdIndices: [],
  renamed: undefined,
  solidByKey: new Map(),
  thresholdByKey: new Map(),
  regionByKey: new Map(),
}

/** Numbers a floor's parts from 0. */
export function numberedFloor(floor: WalkableFloor): NumberedFloor {
  return renumbered(EMPTY, floor).numbered
}

/**
 * Numbers an edited floor's parts: those that are as they were keep their numbers, and so does what lies where such a part lay, whatever
 * it is called. Two rooms of one shape that change places leave a floor on which nothing changed but names.
 */
export function renumbered(before: NumberedFloor, floor: WalkableFloor): { readonly numbered: NumberedFloor; readonly change: PartsChange } {
  const { regions, regionNumbers, regionByKey } = numberRegions(before, floor)
  const solids = numberSolids(before, floor)
  const thresholds = numberThresholds(before, floor, regionNumbers)
  const parts = { solids: solids.solids, thresholds: thresholds.lines }
  const regionIndices = new Array<number>(regions.length).fill(-1)
  regionNumbers.forEach((number, index) => {
    regionIndices[number] = index
  })
  const thresholdIndices = new Array<number>(thresholds.lines.length).fill(-1)
  thresholds.numbers.forEach((number, index) => {
    thresholdIndices[number] = index
  })
  const numbered: NumberedFloor = {
    floor,
    parts,
    rules: thresholds.rules,
    regions,
    regionNumbers,
    thresholdNumbers: thresholds.numbers,
    regionIndices,
    thresholdIndices,
    renamed: renamedFrom(before, floor, { regionIndices, thresholdIndices, lines: thresholds.lines }),
    solidByKey: solids.byKey,
    thresholdByKey: thresholds.byKey,
    regionByKey,
  }
  const change: PartsChange = {
    parts,
    removedSolids: solids.removed,
    addedSolids: from(before.parts.solids.length, solids.solids.length),
    removedThresholds: thresholds.removed,
    addedThresholds: from(before.parts.thresholds.length, thresholds.lines.length),
  }
  return { numbered, change }
}

function from(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i)
}

function renamedFrom(
  before: NumberedFloor,
  floor: WalkableFloor,
  after: Pick<NumberedFloor, 'regionIndices' | 'thresholdIndices'> & { readonly lines: NumberedFloor['parts']['thresholds'] },
): Renamed | undefined {
  let isAny = false
  const regions = new Uint8Array(after.regionIndices.length)
  for (const number of before.regionNumbers) {
    const now = floor.regions[after.regionIndices[number] ?? -1]
    if (now === undefined || now.room === before.floor.regions[before.regionIndices[number]!]!.room) continue
    regions[number] = 1
    isAny = true
  }
  const thresholds = new Uint8Array(after.thresholdIndices.length)
  before.thresholdNumbers.forEach((number, index) => {
    const line = after.lines[number]
    if (line === undefined) return
    const isSameName = after.thresholdIndices[number] === index && floor.thresholds[index]!.key === before.floor.thresholds[index]!.key
    if (isSameName && regions[line.leftRegion] !== 1 && regions[line.rightRegion] !== 1) return
    thresholds[number] = 1
    isAny = true
  })
  return isAny ? { thresholds, regions } : undefined
}

function numberRegions(before: NumberedFloor, floor: WalkableFloor) {
  const regions: RegionRule[] = [...before.regions]
  const keys = uniqueKeys(floor.regions, ({ key }) => key)
  const former = { byKey: before.regionByKey, part: (number: number) => before.floor.regions[before.regionIndices[number]!] }
  const isSame = (one: Region, other: Region) => isSameRule(one, other) && isSameRing(one.ring, other.ring)
  const kept = keptNumbers(floor.regions, keys, former, isSame, ({ ring }) => ringKey(ring))
  const taken = new Set(kept)
  const regionNumbers = floor.regions.map((region, index) => {
    if (kept[index]! >= 0) return kept[index]!
    // A room that moved, or got another shape, is still the room it was.
    const old = before.regionByKey.get(keys[index]!)
    if (old !== undefined && !taken.has(old) && isSameRule(regions[old]!, region)) return old
    return regions.push({ through: region.through, admits: region.admits }) - 1
  })
  return { regions, regionNumbers, regionByKey: byKeyOf(keys, regionNumbers) }
}

function byKeyOf(keys: readonly string[], numbers: readonly number[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, index) => [key, numbers[index]!]))
}

function isSameRule(rule: RegionRule, region: RegionRule): boolean {
  return rule.through === region.through && isSameList(rule.admits, region.admits)
}

function isSameList(one: readonly (string | number)[] | undefined, other: readonly (string | number)[] | undefined): boolean {
  if (one === other) return true
  if (one === undefined || other === undefined || one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}

/** The same corners in the same order, wherever the lists begin: a wall's does with the room that it is told from. */
function isSameRing(one: IntegerRing, other: IntegerRing): boolean {
  return isSameList(one, other) || (one.length === other.length && ringKey(one) === ringKey(other))
}

/** The boundary's rings, turned round, block like solids; their key is their shape. */
function boundaryKey(ring: IntegerRing): string {
  return `boundary ${ring.join(' ')}`
}

function numberSolids(before: NumberedFloor, floor: WalkableFloor) {
  const solids: (NumberedSolid | undefined)[] = [...before.parts.solids]
  const outside = floor.boundary.map((ring) => ({ key: boundaryKey(ring), solid: { ring: turnedRound(ring), outside: true } }))
  const inside = floor.solids
    .filter(({ ring }) => ring.length >= 4)
    .map(({ key, ring }) => ({ key: `solid ${key}`, solid: { ring, outside: false } }))
  const all = [...outside, ...inside]
  const keys = uniqueKeys(all, ({ key }) => key)
  const rings = all.map(({ solid }): NumberedSolid => solid)
  const former = { byKey: before.solidByKey, part: (number: number) => before.parts.solids[number] }
  const isSame = (one: NumberedSolid, other: NumberedSolid) => one.outside === other.outside && isSameRing(one.ring, other.ring)
  const kept = keptNumbers(rings, keys, former, isSame, ({ ring }) => ringKey(ring))
  const numbers = rings.map((solid, index) => (kept[index]! >= 0 ? kept[index]! : solids.push(solid) - 1))
  return { solids, byKey: byKeyOf(keys, numbers), removed: takenOut(before.parts.solids.length, kept, [solids]) }
}

/** Takes all of the first `count` numbers that are not kept out of the lists; those that were taken out. */
function takenOut(count: number, kept: Int32Array, lists: readonly unknown[][]): number[] {
  const isKept = new Uint8Array(count)
  for (const number of kept) if (number >= 0) isKept[number] = 1
  const removed: number[] = []
  for (let number = 0; number < count; number++) {
    if (isKept[number] === 1 || lists[0]![number] === undefined) continue
    removed.push(number)
    for (const list of lists) list[number] = undefined
  }
  return removed
}

function turnedRound(ring: IntegerRing): number[] {
  const round: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) round.push(ring[i]!, ring[i + 1]!)
  return round
}

type RuledLine = { readonly line: NumberedThreshold; readonly rule: Threshold }

function numberThresholds(before: NumberedFloor, floor: WalkableFloor, regionNumbers: readonly number[]) {
  const lines: (NumberedThreshold | undefined)[] = [...before.parts.thresholds]
  const rules: (Threshold | undefined)[] = [...before.rules]
  const all = floor.thresholds.map((rule): RuledLine => {
    const { ax, ay, bx, by, left, right } = rule
    const leftRegion = left < 0 ? -1 : regionNumbers[left]!
    const rightRegion = right < 0 ? -1 : regionNumbers[right]!
    return { line: { ax, ay, bx, by, leftRegion, rightRegion }, rule }
  })
  const keys = uniqueKeys(all, ({ rule }) => rule.key)
  const part = (number: number): RuledLine | undefined => {
    const [line, rule] = [before.parts.thresholds[number], before.rules[number]]
    return line === undefined || rule === undefined ? undefined : { line, rule }
  }
  const kept = keptNumbers(
    all,
    keys,
    { byKey: before.thresholdByKey, part },
    isSameThreshold,
    ({ line: { ax, ay, bx, by } }) => `${ax} ${ay} ${bx} ${by}`,
  )
  const numbers = all.map(({ line, rule }, index) => {
    const number = kept[index]!
    if (number < 0) {
      rules.push(rule)
      return lines.push(line) - 1
    }
    rules[number] = rule
    return number
  })
  return { lines, rules, numbers, byKey: byKeyOf(keys, numbers), removed: takenOut(before.parts.thresholds.length, kept, [lines, rules]) }
}

function isSameThreshold(one: RuledLine, other: RuledLine): boolean {
  const [a, b] = [one.line, other.line]
  const isSamePlace = a.ax === b.ax && a.ay === b.ay && a.bx === b.bx && a.by === b.by
  if (!isSamePlace || a.leftRegion !== b.leftRegion || a.rightRegion !== b.rightRegion) return false
  return one.rule.width === other.rule.width && one.rule.oneWay === other.rule.oneWay && isSameList(one.rule.admits, other.rule.admits)
}
