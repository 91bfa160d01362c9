import type { Migration } from './migration'

/** Version 2 knows named viewpoints; a file of version 1 has none, and needs none. */
export const workshopsHaveViewpoints: Migration = (records) => records
