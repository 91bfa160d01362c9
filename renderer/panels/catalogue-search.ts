import { keyText } from '#shared/base/key-text'
import { type CatalogueEntry, ENTRY_GROUPS, type EntryGroup } from '#shared/document/catalogue'

/** Whether a text holds every word that is looked for. */
export function soughtBy(wanted: string): (text: string) => boolean {
  const sought = wanted.toLowerCase().split(/\s+/)
  return (text) => sought.every((word) => text.toLowerCase().includes(word))
}

/** Pieces in their groups whose name, kind or other words hold every word that is looked for. */
export function foundEntries(
  entries: readonly CatalogueEntry[],
  wanted: string,
): readonly { readonly group: EntryGroup; readonly entries: readonly CatalogueEntry[] }[] {
  const isSought = soughtBy(wanted)
  const found = entries.filter(({ name, fixtureType, also }) => isSought(`${name} ${keyText(fixtureType)} ${also}`))
  return ENTRY_GROUPS.flatMap((group) => {
    const inGroup = found.filter((entry) => entry.group === group)
    return inGroup.length === 0 ? [] : [{ group, entries: inGroup.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) }]
  })
}
