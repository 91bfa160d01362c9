import { luminance } from '@mantine/core'
import { type RecordTable, recordsOf } from '#shared/document/document'
import { type Film, flowOfAgent } from '#shared/simulation/playback/film'

/** The shape says what somebody is before the colour does. */
export type FigureShape = 'patient' | 'companion' | 'staff' | 'thing'
export const FIGURE_SHAPES: readonly FigureShape[] = ['patient', 'companion', 'staff', 'thing']

/** What an agent looks like. `text`: the letters of a role, the number of a visit. */
export type FigureLook = { readonly shape: FigureShape; readonly colour: string; readonly text: string }

/** The look of each agent of a film, by its number. `colourOf` reads a token of the page. */
export function looksOf(film: Film, workshop: RecordTable, colourOf: (token: `--${string}`) => string): readonly FigureLook[] {
  const roles = recordsOf(workshop, 'role')
  const letters = lettersOf(film.roles.map(({ name }) => name))
  const looks = film.roles.map(({ key }, role): FigureLook => {
    const colour = roles.find((each) => each.key === key)?.colour ?? colourOf('--flow-staff')
    return { shape: 'staff', colour, text: letters[role]! }
  })
  const colours = film.flows.map(({ flow }) => colourOf(`--flow-${flow}`))
  return Array.from(film.agents.kind, (kind, agent) => {
    const of = film.agents.of[agent]!
    if (kind === 0) return looks[of]!
    const flow = flowOfAgent(film, agent)
    const shape = kind === 2 ? 'thing' : flow === 'patient' ? 'patient' : 'companion'
    return { shape, colour: colours[of]!, text: kind === 1 ? String(film.agents.number[agent]! + 1) : '' }
  })
}

/** A letter or two for each name, so that no two are the same: as few as tell them apart. */
export function lettersOf(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const words = name
      .toUpperCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
    const first = words[0] ?? '?'
    const tries = [
      first.slice(0, 1),
      words
        .map((word) => word[0])
        .join('')
        .slice(0, 2),
      ...Array.from(first.slice(1), (letter) => `${first[0]}${letter}`),
      ...Array.from({ length: 90 }, (_, at) => `${first[0]}${at + 1}`),
    ]
    const free = tries.find((each) => !taken.has(each)) ?? first.slice(0, 2)
    taken.add(free)
    return free
  })
}

/** Ink or paper, whichever is read better on a colour (#rrggbb or #rgb, as style sheets are shortened), by the contrast of WCAG 2.2. */
export function inkOn(colour: string, { ink, paper }: { readonly ink: string; readonly paper: string }): string {
  return contrastOf(colour, paper) >= contrastOf(colour, ink) ? paper : ink
}

function contrastOf(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
