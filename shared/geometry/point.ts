/** A point or vector of the plan: metres, x right, y up the page. */
export type Point = { readonly x: number; readonly y: number }
