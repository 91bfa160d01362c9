/** The drawing of something that has not changed is the same object, so that a view sees at once what of a plan is new. */
export function drawnOnce<K extends object, V>(known: WeakMap<K, V>, of: K, draw: (of: K) => V): V {
  let drawn = known.get(of)
  if (drawn === undefined) {
    drawn = draw(of)
    known.set(of, drawn)
  }
  return drawn
}
