import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The file that somebody asked for outside the window, until the page takes it: named on a command line or pressed twice on a desktop. */
export type WaitingFile = {
  readonly add: (path: string) => void
  /** Takes it: the next question finds none. */
  readonly next: () => string | undefined
  /** Calls `listener` whenever there is one, until another listener takes its place. */
  readonly onAdded: (listener: () => void) => void
}

/** Holds one file: of several asked for at once, the window can show the last. */
export function waitingFile(): WaitingFile {
  let path: string | undefined
  let tell: (() => void) | undefined
  return {
    add: (added) => {
      path = added
      tell?.()
    },
    next: () => {
      const taken = path
      path = undefined
      return taken
    },
    onAdded: (listener) => {
      tell = listener
    },
  }
}

/**
 * The workshop named among the words of a command line, as a path from the root; undefined where there is none. File managers
 * on Linux write a file as a URL. A file that is not there counts: the window says so.
 */
export function fileAmong(words: readonly string[], folder: string): string | undefined {
  const named = words.find((word) => !word.startsWith('-') && /\.ward(\.json)?$/i.test(word))
  if (named === undefined) return undefined
  if (!named.startsWith('file:')) return resolve(folder, named)
  try {
    return fileURLToPath(named)
  } catch {
    return undefined // the file of another machine, or no path at all
  }
}
