import type { Message } from '#shared/base/message'
import { message } from '#shared/base/message'
import { workshopsHaveViewpoints } from './0002-workshops-have-viewpoints'
import { designsHaveArrangements } from './0003-designs-have-arrangements'
import { valuesHaveNames } from './0004-values-have-names'
import type { Migration, RawRecords } from './migration'

/** The format that this version of Wardwright writes. */
export const FORMAT_VERSION = 4

/** One entry a version, each in a file of its own that makes it from the version before. Version 1 is the first, and has none. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {
  2: workshopsHaveViewpoints,
  3: designsHaveArrangements,
  4: valuesHaveNames,
}

export type Migrated = { readonly status: 'ok'; readonly records: RawRecords } | { readonly status: 'refused'; readonly problem: Message }

/** Brings records of an older format to today's, one version at a time. A newer file is refused: it may hold what we would lose. */
export function migrate(
  records: RawRecords,
  from: number,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
  to: number = FORMAT_VERSION,
): Migrated {
  if (from > to) return { status: 'refused', problem: message('file.newerVersion', { found: from, known: to }) }
  let migrated = records
  for (let version = from + 1; version <= to; version++) {
    const migration = migrations[version]
    if (migration === undefined) return { status: 'refused', problem: message('file.unknownVersion', { found: from }) }
    migrated = migration(migrated)
  }
  return { status: 'ok', records: migrated }
}
