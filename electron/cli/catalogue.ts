/// <reference types="vite/client" />
import { type Catalogue, CatalogueEntry } from '#shared/document/catalogue'

const files = import.meta.glob('../../resources/catalogue/*.json', { eager: true, import: 'default' })

/** The furniture and equipment that is shipped, by key: its look on the plans. */
export function shippedCatalogue(): Catalogue {
  return Object.fromEntries(
    Object.values(files).map((file) => {
      const entry = CatalogueEntry.parse(file)
      return [entry.key, entry]
    }),
  )
}
