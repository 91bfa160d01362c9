/** The papers that a report is made for. */
export const PAPERS = ['a4', 'a3'] as const
export type Paper = (typeof PAPERS)[number]

/** What a plan may take of a page that holds two of them, upright, between the margins. Millimetres. */
const ROOM_MM: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 182, height: 98 },
  a3: { width: 268, height: 156 },
}

/** Scales that people have rulers for, or can halve on one. */
const SCALES = [20, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 600, 750, 1000, 1250, 1500, 2000, 2500, 5000, 10_000]

/** The largest usual scale, as 1 to so many, at which a drawing of this size in metres fits on its part of the page. */
export function printScale({ width, height }: { readonly width: number; readonly height: number }, paper: Paper): number {
  const room = ROOM_MM[paper]
  const least = Math.max((width * 1000) / room.width, (height * 1000) / room.height)
  return SCALES.find((scale) => scale >= least - 1e-9) ?? Math.ceil(least / 10_000) * 10_000
}
