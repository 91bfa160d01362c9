import type { Key } from '#shared/base/ids'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { hasWords, words } from '../state/words'

/** Entrances that most units have. */
const USUAL_GATES = ['main', 'staff', 'goods', 'ward'] as const

/** The entrances that a unit can have: the usual ones, those drawn in a design, those that pathways come and go by, and one more. */
export function gateChoices({ workshop, designs }: WardDocument, now: Key | undefined): readonly { readonly value: Key; readonly label: string }[] {
  const openings = Object.values(designs).flatMap((table) => recordsOf(table, 'opening'))
  const pathways = [workshop, ...Object.values(designs)].flatMap((table) => recordsOf(table, 'pathway'))
  const named = pathways.flatMap(({ gateIn, gateOut }) => [gateIn, gateOut])
  const keys = new Set([...USUAL_GATES, ...openings.map(({ gate }) => gate), ...named, now].filter((key) => key !== undefined))
  const label = (key: Key) => {
    const usual = `gate.${key}`
    if (hasWords(usual)) return words(usual)
    const drawn = openings.find(({ gate, name }) => gate === key && name !== '')
    return drawn?.name ?? key
  }
  return [...keys].map((value) => ({ value, label: label(value) }))
}
