import type { Model } from '../model'
import type { FilmPaths } from './film'

/**
 * The legs of a model as lines, numbered as they are. Of several equally short routes the first is drawn; it is stretched to the leg's own
 * metres, from which it differs by less than a millimetre. Over storeys lifts take no metres and stairs their slope.
 */
export function pathsOf({ legs, ground }: Model): FilmPaths {
  const first = new Int32Array(legs.legs.length + 1)
  const x: number[] = []
  const y: number[] = []
  const along: number[] = []
  const storey: number[] = []
  const add = (px: number, py: number, metres: number, on: number) => {
    x.push(px)
    y.push(py)
    along.push(metres)
    storey.push(on)
  }
  const addLine = (points: Float64Array, from: number, on: number): number => {
    let metres = from
    for (let i = 0; i < points.length; i += 2) {
      if (i > 0) metres += Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!)
      add(points[i]!, points[i + 1]!, metres, on)
    }
    return metres
  }
  legs.legs.forEach(({ from, to, gait, via, metres }, leg) => {
    const [startKey, goalKey] = [legs.ends[from]!, legs.ends[to]!]
    const start = ground.premises.end(startKey)
    const ways = from === to ? undefined : ground.waysOf(startKey, goalKey, legs.gaits[gait]!, via)
    const begun = along.length
    if (from === to) add(start.point.x, start.point.y, 0, start.storey)
    else if (ways === undefined) {
      const [route] = ground.routesOf(startKey, goalKey, legs.gaits[gait]!, via)
      if (route === undefined) addStraight(start.point, ground.premises.end(goalKey).point, start.storey)
      else addLine(route.points, 0, start.storey)
    } else {
      let done = 0
      for (const stage of ways[0]!.stages) {
        if (stage.kind === 'walk') {
          const [route] = stage.routes()
          if (route !== undefined) done = addLine(route.points, done, stage.from.storey)
        } else {
          add(stage.from.point.x, stage.from.point.y, done, stage.from.storey)
          done += stage.link.metres
          add(stage.to.point.x, stage.to.point.y, done, stage.to.storey)
        }
      }
    }
    const drawn = along[along.length - 1]!
    if (drawn > 0) for (let i = begun; i < along.length; i++) along[i] = (along[i]! / drawn) * metres
    first[leg + 1] = along.length
  })
  return {
    first,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    along: Float64Array.from(along),
    storey: Int16Array.from(storey),
  }

  function addStraight(a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }, on: number): void {
    addLine(Float64Array.of(a.x, a.y, b.x, b.y), 0, on)
  }
}

/** Where a point of a path lies; written into `found`, so that nothing is made. */
export type Found = { x: number; y: number; storey: number }

/** The point `metres` along a path. Where a lift is taken: before the ride. O(log n) of its points. */
export function pointAlong({ first, x, y, along, storey }: FilmPaths, path: number, metres: number, found: Found): void {
  let low = first[path]!
  let high = first[path + 1]! - 1
  // The first point that is not before it.
  while (low < high) {
    const middle = (low + high) >> 1
    if (along[middle]! < metres) low = middle + 1
    else high = middle
  }
  const before = Math.max(low - 1, first[path]!)
  const length = along[low]! - along[before]!
  const share = length <= 0 ? 1 : Math.min(1, Math.max(0, (metres - along[before]!) / length))
  found.x = x[before]! + (x[low]! - x[before]!) * share
  found.y = y[before]! + (y[low]! - y[before]!) * share
  found.storey = share < 0.5 ? storey[before]! : storey[low]!
}
