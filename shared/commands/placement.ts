import { cosDegrees, sinDegrees } from '#shared/base/angle'
import type { Id } from '#shared/base/ids'
import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { Wall } from '#shared/document/elements/wall'
import type { DesignElement } from '#shared/document/record'
import type { Point } from '#shared/geometry/point'
import { clampedAlong } from './opening-fit'
import { distance, edgeOf, storedCorners } from './room-shape'

/** A rigid move: mirrored left to right about `about`, then turned about it, then shifted. Metres, degrees counter-clockwise. */
export type Placement = {
  readonly about: Point
  readonly isMirrored: boolean
  readonly turn: number
  readonly shift: Point
}

/** Where a point comes to lie. Metres, rounded to whole millimetres. */
export function placedPoint({ x, y }: Point, { about, isMirrored, turn, shift }: Placement): Point {
  const dx = isMirrored ? about.x - x : x - about.x
  const dy = y - about.y
  const [cos, sin] = [cosDegrees(turn), sinDegrees(turn)]
  return {
    x: roundToMillimetre(about.x + dx * cos - dy * sin + shift.x),
    y: roundToMillimetre(about.y + dx * sin + dy * cos + shift.y),
  }
}

/**
 * Elements in their new place, by id. Openings lie along their edge, so they only change where the edge is
 * turned round by mirroring, or is shorter by a rounding; those whose room or wall stays are left out.
 */
export function placedElements(elements: readonly DesignElement[], placement: Placement): ReadonlyMap<Id, DesignElement> {
  const placed = new Map<Id, DesignElement>()
  for (const element of elements) if (element.kind !== 'opening') placed.set(element.id, placedElement(element, placement))
  for (const element of elements) {
    if (element.kind !== 'opening') continue
    const host = placed.get('room' in element.on ? element.on.room : element.on.wall)
    if (host !== undefined) placed.set(element.id, placedOpening(element, host, placement.isMirrored))
  }
  return placed
}

function placedElement(element: Room | Wall | Fixture, placement: Placement): DesignElement {
  switch (element.kind) {
    case 'room':
      // Mirrored corners run clockwise; turning them round keeps every key with its edge.
      return { ...element, corners: [...storedCorners(element.corners.map((corner) => ({ ...corner, ...placedPoint(corner, placement) })))] }
    case 'wall': {
      const [from, to] = [placedPoint(element.from, placement), placedPoint(element.to, placement)]
      return placement.isMirrored ? { ...element, from: to, to: from } : { ...element, from, to }
    }
    case 'fixture':
      return placedFixture(element, placement)
  }
}

function placedFixture(fixture: Fixture, placement: Placement): Fixture {
  const place = placedPoint(fixture, placement)
  const { isMirrored, turn } = placement
  if (!isMirrored) return { ...fixture, ...place, rotation: roundToTenthDegree(fixture.rotation + turn) }
  const flipped = <P extends Point>(point: P): P => ({ ...point, x: roundToMillimetre(-point.x) })
  return {
    ...fixture,
    ...place,
    rotation: roundToTenthDegree(turn - fixture.rotation),
    footprint: fixture.footprint.map(flipped).reverse(),
    usePoints: fixture.usePoints.map(flipped),
    ...(fixture.bedHead === undefined ? {} : { bedHead: flipped(fixture.bedHead) }),
  }
}

const OTHER_HINGE = { start: 'end', end: 'start', both: 'both', sliding: 'sliding' } as const

function placedOpening(opening: Opening, host: DesignElement, isMirrored: boolean): Opening {
  const length = lengthUnder(opening, host)
  const wanted = isMirrored ? length - opening.along - opening.width : opening.along
  const along = clampedAlong(wanted, opening.width, length)
  const hinge = isMirrored ? OTHER_HINGE[opening.hinge] : opening.hinge
  return along === opening.along && hinge === opening.hinge ? opening : { ...opening, along, hinge }
}

function lengthUnder({ on }: Opening, host: DesignElement): number {
  if (host.kind === 'wall') return distance(host.from, host.to)
  const edge = host.kind === 'room' && 'room' in on ? edgeOf(host, on.corner) : undefined
  return edge === undefined ? 0 : distance(edge.from, edge.to)
}
