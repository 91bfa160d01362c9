/** The colours of a day that are painted, as the page has them: what a canvas and a mesh draw looks like what a style sheet draws. */
export type DayColours = Readonly<Record<keyof typeof TOKENS, string>>

const TOKENS = {
  ink: '--ink',
  paper: '--paper',
  accent: '--accent',
  focus: '--focus',
  staff: '--flow-staff',
  taken: '--place-taken',
  turned: '--place-turned',
  turnedEdge: '--place-turned-edge',
} as const

let known: DayColours | undefined

/** Read from the page once: its tokens never change. */
export function dayColours(): DayColours {
  known ??= Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, tokenColour(token)])) as DayColours
  return known
}

/** A token of the page. */
export function tokenColour(token: `--${string}`): string {
  return getComputedStyle(window.document.documentElement).getPropertyValue(token).trim() || '#ff00ff'
}
