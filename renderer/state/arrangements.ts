import type { PlacedArrangement } from '#shared/commands/place-arrangement'
import { readyPieces } from '#shared/commands/ready-pieces'
import { ReadyArrangement } from '#shared/document/ready-arrangement'
import { catalogue } from './catalogue'

const files = import.meta.glob('../../resources/arrangements/*.json', { eager: true, import: 'default' })

export type ShippedArrangement = { readonly key: string; readonly also: string; readonly arrangement: PlacedArrangement }

/** The arrangements that are shipped, by name. */
export const shippedArrangements: readonly ShippedArrangement[] = Object.values(files)
  .map((file) => {
    const ready = ReadyArrangement.parse(file)
    return { key: ready.key, also: ready.also, arrangement: readyPieces(ready, catalogue) }
  })
  .sort((a, b) => a.arrangement.name.localeCompare(b.arrangement.name, 'en-GB'))
