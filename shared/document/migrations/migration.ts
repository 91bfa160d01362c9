/** The records of a file before its schemas have been held against them. */
export type RawRecords = readonly unknown[]

/** Makes records of one format version from those of the version before it. */
export type Migration = (records: RawRecords) => RawRecords
