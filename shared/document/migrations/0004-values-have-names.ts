import type { Migration } from './migration'

/** Version 4 knows what values of traits are called; in a file of version 3 none has a name, and each is called as its key reads. */
export const valuesHaveNames: Migration = (records) => records
