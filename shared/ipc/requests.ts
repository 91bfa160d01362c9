import { z } from 'zod'
import { text } from '#shared/base/units'
import type { ChannelName } from './channels'

/** No file that could be opened again is longer. Bytes. */
export const LARGEST_FILE_BYTES = 512 * 1024 * 1024

/** Stands for a file that the user chose; main alone knows which path it is. */
export const FileToken = z.string().regex(/^file-[0-9a-f]{32}$/)
export type FileToken = z.infer<typeof FileToken>

const fileBytes = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= LARGEST_FILE_BYTES)
const nothing = z.strictObject({})

/** The samples that are shipped, by the name of their file. */
export const SAMPLES = ['endoscopy'] as const

/**
 * `saved`: the document is what is in its file. `not-saved`: it is not. `cannot-save`: the last try failed.
 * `none`: no document is open.
 */
export const SavedState = z.enum(['none', 'saved', 'not-saved', 'cannot-save'])
export type SavedState = z.infer<typeof SavedState>

/** What can be taken home: everything in a new folder, or one file of a kind. */
export const EXPORT_KINDS = ['folder', 'report', 'pdf', 'spreadsheet', 'figures', 'svg', 'png'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** Stands for a place that the user chose to write to; main alone knows where it is. */
export const PlaceToken = z.string().regex(/^place-[0-9a-f]{32}$/)
export type PlaceToken = z.infer<typeof PlaceToken>

/** The papers that are printed on. */
export const PAPERS = ['a4', 'a3'] as const
export type Paper = (typeof PAPERS)[number]

/** A plain name of a file to take home: no folder, no hidden file, nothing that a system would run. */
const exportName = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\.(html|pdf|xlsx|json|svg|png)$/)

/** No report or drawing is longer. Bytes. */
const LONGEST_EXPORT_BYTES = 256 * 1024 * 1024
const exportBytes = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= LONGEST_EXPORT_BYTES)

/** What is taken from another file: a plan to lie under this one, or designs of another table's workshop. */
export const IMPORT_KINDS = ['underlay', 'workshop'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** No plan that is laid under another is longer. Bytes. */
export const LARGEST_UNDERLAY_BYTES = 128 * 1024 * 1024

/** Stands for work that no file has; main alone knows where it is kept. */
export const UnsavedToken = z.string().regex(/^unsaved-[0-9a-f]{32}$/)
export type UnsavedToken = z.infer<typeof UnsavedToken>

/** Stands for an earlier version of a file. */
export const VersionToken = z.string().regex(/^version-[0-9a-f]{32}$/)
export type VersionToken = z.infer<typeof VersionToken>

/** What a file holds: a checksum of its bytes, or that it is not there. */
const FileContents = z.string().regex(/^([0-9a-f]{64}|removed)$/)

/** No single change is longer, as JSON. Characters. */
const LONGEST_LINE = 64 * 1024 * 1024
const journalLines = z.array(z.string().min(1).max(LONGEST_LINE)).max(100_000)
const journalParts = z.array(z.strictObject({ name: z.string().min(1).max(255), bytes: fileBytes })).max(1000)
/** No picture of a file on the start page is larger. Bytes. */
const LARGEST_PICTURE_BYTES = 256 * 1024

/** The threads of the page that are started again where they break. */
export const WORKERS = ['live', 'codec'] as const
export type WorkerName = (typeof WORKERS)[number]

/** Main never trusts the renderer: each request is parsed with its schema before a handler sees it. */
export const REQUESTS = {
  openFile: nothing,
  openRecent: z.strictObject({ file: FileToken }),
  openSample: z.strictObject({ sample: z.enum(SAMPLES) }),
  openAtStart: nothing,
  recentFiles: nothing,
  /** `expected`: what may be replaced, for it was opened, saved, or shown to somebody who was asked. */
  save: z.strictObject({ file: FileToken, bytes: fileBytes, expected: FileContents }),
  saveAs: z.strictObject({ suggestedName: text(120), bytes: fileBytes }),
  showState: z.strictObject({
    name: text(120),
    saved: SavedState,
    /** What the next undo would take back, as a sentence for the menu; null when there is nothing. */
    undo: text(200).nullable(),
    redo: text(200).nullable(),
  }),
  closeNow: nothing,
  copyText: z.strictObject({ text: text(1_000_000) }),
  choosePlace: z.strictObject({ kind: z.enum(EXPORT_KINDS), suggestedName: text(120) }),
  /** Of a place that is one file, the name is what the user gave it. */
  writeExport: z.strictObject({
    place: PlaceToken,
    files: z
      .array(z.strictObject({ name: exportName, bytes: exportBytes }))
      .min(1)
      .max(200),
  }),
  /** The report as a page, to be laid out on paper and written as PDF. */
  printExport: z.strictObject({ place: PlaceToken, name: exportName, page: exportBytes, paper: z.enum(PAPERS) }),
  chooseImport: z.strictObject({ kind: z.enum(IMPORT_KINDS) }),
  about: nothing,
  copySupport: nothing,
  pageStart: nothing,
  workerGone: z.strictObject({ worker: z.enum(WORKERS) }),
  /** The preload script makes the path of a file that was dropped; a page has no path to give. */
  openDropped: z.strictObject({ path: z.string().min(1).max(4096) }),
  keepPicture: z.strictObject({
    file: FileToken,
    picture: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= LARGEST_PICTURE_BYTES),
  }),
  earlierVersions: z.strictObject({ file: FileToken }),
  readVersion: z.strictObject({ version: VersionToken }),
  /** Puts away what was on the screen, where somebody takes what is in the file instead. */
  keepVersion: z.strictObject({ file: FileToken, bytes: fileBytes }),
  /** `before`: what was done before this base, where the journal is begun anew; `instead`: unsaved work that this takes the place of. */
  beginJournal: z.strictObject({
    file: FileToken.nullable(),
    name: text(120),
    base: fileBytes,
    before: z.strictObject({ changes: z.int().nonnegative(), since: z.number(), designs: z.array(text(120)).max(100) }).nullable(),
    instead: UnsavedToken.nullable(),
    /** The number of this beginning: what is added names it, and is refused where another journal is there. */
    of: z.int().nonnegative(),
    lines: journalLines,
    parts: journalParts,
  }),
  addToJournal: z.strictObject({ of: z.int().nonnegative(), lines: journalLines, parts: journalParts }),
  endJournal: nothing,
  unsavedWork: nothing,
  readUnsaved: z.strictObject({ unsaved: UnsavedToken }),
  dropUnsaved: z.strictObject({ unsaved: UnsavedToken }),
} as const satisfies Record<ChannelName, z.ZodType>

export type Requests = { readonly [Name in ChannelName]: z.infer<(typeof REQUESTS)[Name]> }
