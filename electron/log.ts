import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** What is worth a line. Words of ours only: what happened is a code, never a sentence that may quote something of the workshop's. */
export type LogEvent =
  | 'started'
  | 'second-start'
  | 'ended'
  | 'page-gone'
  | 'page-slow'
  | 'page-answers'
  | 'page-started-again'
  | 'process-gone'
  | 'worker-gone'
  | 'request-refused'
  | 'request-failed'
  | 'main-error'

/** Numbers, switches and codes (`ENOSPC`, `open.tooLarge`, `45.4.1`). */
export type LogValues = Readonly<Record<string, string | number | boolean>>

export type Log = {
  readonly write: (event: LogEvent, values?: LogValues) => void
  /** The last lines, oldest first. */
  readonly tail: (lines: number) => readonly string[]
}

/** When the log is longer, it becomes the old one, and the one before that is gone. Bytes. */
const LONGEST_BYTES = 128 * 1024

/** A code has no space and no separator of folders, so that neither a sentence nor a path can be one. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,47}$/

/**
 * A log that holds no names from the workshop: events of a fixed list with codes and numbers. `now` in milliseconds since 1970.
 * It never throws: a log that cannot be written must not stop what it tells of.
 */
export function openLog(file: string, now: () => number): Log {
  return {
    write(event, values = {}) {
      const told = Object.entries(values).map(([name, value]) => `${name}=${typeof value === 'string' ? codeOrNothing(value) : value}`)
      try {
        mkdirSync(dirname(file), { recursive: true })
        if (sizeOf(file) > LONGEST_BYTES) renameSync(file, oldOf(file))
        appendFileSync(file, `${[new Date(now()).toISOString(), event, ...told].join(' ')}\n`)
      } catch {
        // see above
      }
    },
    tail(lines) {
      const all = [oldOf(file), file].flatMap((each) => linesOf(each))
      return all.slice(Math.max(0, all.length - lines))
    },
  }
}

function codeOrNothing(value: string): string {
  return CODE.test(value) ? value : '?'
}

function oldOf(file: string): string {
  return file.replace(/(\.\w+)?$/, '.old$1')
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  } catch {
    return []
  }
}
