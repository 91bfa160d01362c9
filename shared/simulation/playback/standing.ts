import { cosine, sine } from '#shared/base/angle'
import type { Building } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment, sideOfRing } from '#shared/geometry/polygon'

/** Nobody who is moved aside stands nearer to a wall than this. Metres. */
const FROM_WALL_M = 0.25
/** So many turns are tried for a spot in the room; beyond that people stand on each other. */
const TRIES = 240
/** Tenths of a degree between one and the next: the golden angle, which fills a disc evenly. */
const GOLDEN = 1375

/** Where those stand who are at one place at the same time: the first at its very point, others around it, all in the room. */
export class StandingRoom {
  private readonly building: Building
  private readonly apart: number
  private readonly spots = new Map<string, Point[]>()
  private readonly tried = new Map<string, number>()

  /** `apart`: metres between two who stand side by side. */
  constructor(building: Building, apart: number) {
    this.building = building
    this.apart = apart
  }

  /** The point of the `nth` who stands at a point of a storey, from 0. Metres. */
  pointOf(storey: number, x: number, y: number, nth: number): Point {
    if (nth === 0) return { x, y }
    const key = `${storey} ${x.toFixed(3)} ${y.toFixed(3)}`
    let points = this.spots.get(key)
    if (points === undefined) {
      points = [{ x, y }]
      this.spots.set(key, points)
    }
    let turn = this.tried.get(key) ?? 0
    const ring = this.ringAt(storey, x, y)
    while (points.length <= nth && turn < TRIES) {
      turn += 1
      const away = this.apart * Math.sqrt(turn)
      const angle = (turn * GOLDEN) % 3600
      const at = { x: x + away * cosine(angle), y: y + away * sine(angle) }
      if (ring === undefined || isClear(ring, at)) points.push(at)
    }
    this.tried.set(key, turn)
    return points[nth] ?? points[nth % points.length]!
  }

  private ringAt(storey: number, x: number, y: number): readonly Point[] | undefined {
    return this.building.storeys[storey]?.rooms.find(({ polygon }) => sideOfRing(polygon, x, y) >= 0)?.polygon
  }
}

function isClear(ring: readonly Point[], { x, y }: Point): boolean {
  if (sideOfRing(ring, x, y) < 0) return false
  return ring.every((corner, at) => distanceToSegment(x, y, corner, ring[(at + 1) % ring.length]!) >= FROM_WALL_M)
}
