import { readdirSync, readFileSync } from 'node:fs'
import { type Catalogue, CatalogueEntry } from '#shared/document/catalogue'

const FOLDER = new URL('../../resources/catalogue/', import.meta.url)

/** The names of the shipped entries' files. */
export function catalogueFiles(): readonly string[] {
  return readdirSync(FOLDER).sort()
}

export function catalogueEntry(file: string): CatalogueEntry {
  return CatalogueEntry.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')))
}

/** The shipped catalogue, each entry checked. */
export function shippedCatalogue(): Catalogue {
  return Object.fromEntries(catalogueFiles().map((file) => [file.replace('.json', ''), catalogueEntry(file)]))
}
