import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { Point } from '#shared/geometry/point'
import type { Story, StoryLeg, StoryStep } from '#shared/journeys/story'
import { chevronsAlong } from './draw-ribbons'
import { distanceOf } from './plane'
import type { Shape } from './shape'

/** Pixels. */
const WALKED = 4
const LEG = 7
const STATION = 11
const STATION_NOW = 15
const TEXT = 14
/** Stations nearer than this are one place. Metres. */
const ONE_PLACE_M = 0.4

/**
 * A visit up to one of its steps: the way so far, the leg that leads to it with its metres, and a numbered station for every place; a
 * handoff has its own mark. `unit`: metres of a pixel.
 */
export function drawStory(
  { steps }: Story,
  now: StoryStep | undefined,
  { unit, say, storey }: { readonly unit: number; readonly say: (message: Message) => string; readonly storey?: Id | undefined },
): readonly Shape[] {
  const reached = now === undefined ? -1 : steps.indexOf(now)
  const shapes: Shape[] = []
  const line = (role: Shape['role'], points: readonly Point[], width: number, part: string): Shape => ({
    role,
    element: undefined,
    part,
    form: { type: 'polyline', points, width: width * unit },
  })
  for (const { leg, key } of steps.slice(0, Math.max(reached, 0)))
    for (const points of linesOf(leg, storey)) shapes.push(line('walked', points, WALKED, key))
  const { leg } = now ?? {}
  const lines = linesOf(leg, storey)
  for (const points of lines) {
    shapes.push(line('leg', points, LEG, now!.key))
    for (const ring of chevronsAlong(points, 8 * unit, 90 * unit)) {
      shapes.push({ role: 'legDirection', element: undefined, form: { type: 'polygon', rings: [ring] } })
    }
  }
  for (const { at, numbers, isNow, isHandoff } of stationsOf(steps, reached, storey)) {
    const radius = (isNow ? STATION_NOW : STATION) * unit
    const part = String(numbers[0])
    if (isHandoff) shapes.push({ role: 'handoff', element: undefined, part, form: { type: 'circle', centre: at, radius: radius + 5 * unit } })
    shapes.push({ role: isNow ? 'stationNow' : 'station', element: undefined, part, form: { type: 'circle', centre: at, radius } })
    const text = String(isNow ? reached + 1 : numbers.at(-1)!)
    shapes.push({
      role: 'stationNumber',
      element: undefined,
      part: isNow ? 'now' : undefined,
      form: { type: 'text', at, text, size: TEXT * unit, fits: 2 * radius },
    })
  }
  const [longest] = lines
  if (leg !== undefined && longest !== undefined) {
    const text = say(message('drawing.leg', { metres: leg.metres }))
    shapes.push({
      role: 'legMetres',
      element: undefined,
      form: { type: 'text', at: middleOf(longest), text, size: TEXT * 1.15 * unit, fits: Number.POSITIVE_INFINITY },
    })
  }
  return shapes
}

/** What of a leg is walked on a storey, where there are several. */
function linesOf(leg: StoryLeg | undefined, storey: Id | undefined): readonly (readonly Point[])[] {
  const all =
    leg === undefined ? [] : leg.walks === undefined ? [leg.points] : leg.walks.filter((walk) => walk.storey === storey).map(({ points }) => points)
  return all.filter((points) => points.length > 1)
}

type Station = { readonly at: Point; readonly numbers: number[]; isNow: boolean; isHandoff: boolean }

/** Places of steps, those that several steps share once. Numbers count from 1. */
function stationsOf(steps: readonly StoryStep[], reached: number, storey: Id | undefined): readonly Station[] {
  const stations: Station[] = []
  steps.forEach(({ place, handoff, storey: on }, index) => {
    if (place === undefined || (on !== undefined && on !== storey)) return
    let station = stations.find(({ at }) => distanceOf(at, place.point) < ONE_PLACE_M)
    if (station === undefined) {
      station = { at: place.point, numbers: [], isNow: false, isHandoff: false }
      stations.push(station)
    }
    station.numbers.push(index + 1)
    if (index === reached) station.isNow = true
    if (handoff !== undefined && index <= reached) station.isHandoff = true
  })
  return stations.sort((a, b) => Number(a.isNow) - Number(b.isNow))
}

function middleOf(points: readonly Point[]): Point {
  let left = points.slice(1).reduce((sum, point, index) => sum + distanceOf(points[index]!, point), 0) / 2
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i]!, points[i + 1]!]
    const length = distanceOf(a, b)
    if (left <= length && length > 0) return { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length }
    left -= length
  }
  return points[0]!
}
