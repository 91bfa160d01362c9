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

/** Main never trusts the renderer: each request is parsed with its schema before a handler sees it. */
export const REQUESTS = {
  openFile: nothing,
  openRecent: z.strictObject({ file: FileToken }),
  openSample: z.strictObject({ sample: z.enum(SAMPLES) }),
  openAtStart: nothing,
  recentFiles: nothing,
  save: z.strictObject({ file: FileToken, bytes: fileBytes }),
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
} as const satisfies Record<ChannelName, z.ZodType>

export type Requests = { readonly [Name in ChannelName]: z.infer<(typeof REQUESTS)[Name]> }
