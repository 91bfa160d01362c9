import type { Migration } from './migration'

/** Version 3 knows groups, arrangements and what else is drawn beside rooms (see record.ts); a file of version 2 has none, and needs none. */
export const designsHaveArrangements: Migration = (records) => records
