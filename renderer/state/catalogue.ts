import { type Catalogue, CatalogueEntry } from '#shared/document/catalogue'

const files = import.meta.glob('../../resources/catalogue/*.json', { eager: true, import: 'default' })

/** The furniture and equipment that is shipped, by key. */
export const catalogue: Catalogue = Object.fromEntries(
  Object.values(files).map((file) => {
    const entry = CatalogueEntry.parse(file)
    return [entry.key, entry]
  }),
)
