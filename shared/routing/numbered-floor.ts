import type { Flow } from '#shared/document/vocabulary'
import type { NumberedSolid, NumberedThreshold, PartsChange } from '#shared/walkable/walk-graph'
import type { IntegerRing, Region, Threshold, WalkableFloor } from '#shared/walkable/walkable-floor'

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
  /** Numbers by what makes a part the same part. */
  readonly solidByKey: ReadonlyMap<string, number>
  readonly thresholdByKey: ReadonlyMap<string, number>
  readonly regionByKey: ReadonlyMap<string, number>
}

const EMPTY: NumberedFloor = {
  floor: { boundary: [], solids: [], regions: [], thresholds: [] },
  parts: { solids: [], thresholds: [] },
  rules: [],
  regions: [],
  regionNumbers: [],
  thresholdNumbers: [],
  regionIndices: [],
  thresholdIndices: [],
  solidByKey: new Map(),
  thresholdByKey: new Map(),
  regionByKey: new Map(),
}

/** Numbers a floor's parts from 0. */
export function numberedFloor(floor: WalkableFloor): NumberedFloor {
  return renumbered(EMPTY, floor).numbered
}

/** Numbers an edited floor's parts: those that are as they were keep their numbers. */
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

/** A key that is unique in a list: the second of a name gets a mark. */
function unique(taken: ReadonlyMap<string, number>, key: string): string {
  let name = key
  while (taken.has(name)) name += ' again'
  return name
}

function numberRegions(before: NumberedFloor, floor: WalkableFloor) {
  const regions: RegionRule[] = [...before.regions]
  const regionByKey = new Map<string, number>()
  const regionNumbers = floor.regions.map((region) => {
    const key = unique(regionByKey, region.key)
    const old = before.regionByKey.get(key)
    const isKept = old !== undefined && isSameRule(regions[old]!, region)
    const number = isKept ? old : regions.length
    if (!isKept) regions.push({ through: region.through, admits: region.admits })
    regionByKey.set(key, number)
    return number
  })
  return { regions, regionNumbers, regionByKey }
}

function isSameRule(rule: RegionRule, region: Region): boolean {
  return rule.through === region.through && isSameList(rule.admits, region.admits)
}

function isSameList(one: readonly (string | number)[] | undefined, other: readonly (string | number)[] | undefined): boolean {
  if (one === other) return true
  if (one === undefined || other === undefined || one.length !== other.length) return false
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
}

/** The boundary's rings, turned round, block like solids; their key is their shape. */
function boundaryKey(ring: IntegerRing): string {
  return `boundary ${ring.join(' ')}`
}

function numberSolids(before: NumberedFloor, floor: WalkableFloor) {
  const solids: (NumberedSolid | undefined)[] = [...before.parts.solids]
  const byKey = new Map<string, number>()
  const isKept = new Uint8Array(solids.length)
  const place = (name: string, ring: IntegerRing, isSame: (solid: NumberedSolid) => boolean, outside: boolean) => {
    const key = unique(byKey, name)
    const old = before.solidByKey.get(key)
    const solid = old === undefined ? undefined : solids[old]
    if (old !== undefined && solid !== undefined && isSame(solid)) {
      isKept[old] = 1
      byKey.set(key, old)
      return
    }
    byKey.set(key, solids.length)
    solids.push({ ring: outside ? turnedRound(ring) : ring, outside })
  }
  for (const ring of floor.boundary) place(boundaryKey(ring), ring, () => true, true)
  for (const { key, ring } of floor.solids) if (ring.length >= 4) place(`solid ${key}`, ring, (solid) => isSameList(solid.ring, ring), false)
  const removed: number[] = []
  for (let number = 0; number < isKept.length; number++) {
    if (isKept[number] === 1 || solids[number] === undefined) continue
    removed.push(number)
    solids[number] = undefined
  }
  return { solids, byKey, removed }
}

function turnedRound(ring: IntegerRing): number[] {
  const round: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) round.push(ring[i]!, ring[i + 1]!)
  return round
}

function numberThresholds(before: NumberedFloor, floor: WalkableFloor, regionNumbers: readonly number[]) {
  const lines: (NumberedThreshold | undefined)[] = [...before.parts.thresholds]
  const rules: (Threshold | undefined)[] = [...before.rules]
  const byKey = new Map<string, number>()
  const isKept = new Uint8Array(lines.length)
  const numbers = floor.thresholds.map((threshold) => {
    const { ax, ay, bx, by } = threshold
    const leftRegion = threshold.left < 0 ? -1 : regionNumbers[threshold.left]!
    const rightRegion = threshold.right < 0 ? -1 : regionNumbers[threshold.right]!
    const key = unique(byKey, threshold.key)
    const old = before.thresholdByKey.get(key)
    const line = old === undefined ? undefined : lines[old]
    const rule = old === undefined ? undefined : rules[old]
    if (old !== undefined && line !== undefined && rule !== undefined && isSameThreshold(rule, threshold)) {
      if (line.leftRegion === leftRegion && line.rightRegion === rightRegion) {
        isKept[old] = 1
        rules[old] = threshold
        byKey.set(key, old)
        return old
      }
    }
    byKey.set(key, lines.length)
    rules.push(threshold)
    return lines.push({ ax, ay, bx, by, leftRegion, rightRegion }) - 1
  })
  const removed: number[] = []
  for (let number = 0; number < isKept.length; number++) {
    if (isKept[number] === 1 || lines[number] === undefined) continue
    removed.push(number)
    lines[number] = undefined
    rules[number] = undefined
  }
  return { lines, rules, numbers, byKey, removed }
}

function isSameThreshold(one: Threshold, other: Threshold): boolean {
  if (one === other) return true
  const isSamePlace = one.ax === other.ax && one.ay === other.ay && one.bx === other.bx && one.by === other.by
  return (
    isSamePlace && one.width === other.width && one.oneWay === other.oneWay && one.opening === other.opening && isSameList(one.admits, other.admits)
  )
}
