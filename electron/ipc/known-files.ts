import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import type { NamedFile } from '#shared/ipc/bridge'
import type { FileToken } from '#shared/ipc/requests'

const LONGEST_RECENT = 8

const RecentList = z.strictObject({ files: z.array(z.string().max(4096)).max(LONGEST_RECENT) })

export type ListedFile = NamedFile & { readonly folder: string }

export type KnownFiles = {
  /** A file the user chose (dialog, recent, command line) becomes known and first of the recent ones. */
  readonly remember: (path: string) => NamedFile
  readonly forget: (path: string) => void
  readonly pathOf: (token: FileToken) => string | undefined
  readonly recent: () => readonly ListedFile[]
  /** A token for a file that is known, but was not chosen now. */
  readonly named: (path: string) => NamedFile
}

/**
 * The files the user chose. The renderer gets tokens, which mean nothing to anybody but this list and this run, and never a path.
 * `listFile` keeps the recent ones between runs.
 */
export function knownFiles(listFile: string): KnownFiles {
  const paths = new Map<FileToken, string>()
  const tokens = new Map<string, FileToken>()
  let recent = readList(listFile)

  function named(path: string): NamedFile {
    const file = tokens.get(path) ?? `file-${randomBytes(16).toString('hex')}`
    tokens.set(path, file)
    paths.set(file, path)
    return { file, name: basename(path) }
  }

  function keep(files: readonly string[]): void {
    recent = files.slice(0, LONGEST_RECENT)
    writeList(listFile, recent)
  }

  return {
    remember: (path) => {
      keep([path, ...recent.filter((other) => other !== path)])
      return named(path)
    },
    forget: (path) => keep(recent.filter((other) => other !== path)),
    pathOf: (token) => paths.get(token),
    named,
    recent: () => recent.map((path) => ({ ...named(path), folder: shortFolder(path) })),
  }
}

function readList(listFile: string): readonly string[] {
  try {
    return RecentList.parse(JSON.parse(readFileSync(listFile, 'utf8'))).files
  } catch {
    return [] // no list yet, or one that is broken: recent files are a convenience, not worth a word
  }
}

function writeList(listFile: string, files: readonly string[]): void {
  try {
    mkdirSync(dirname(listFile), { recursive: true })
    writeFileSync(`${listFile}.new`, JSON.stringify({ files }))
    renameSync(`${listFile}.new`, listFile)
  } catch {
    // a full or read-only disk: the list is shorter next time, nothing of the user's is lost
  }
}

/** The folder of a file as it is said to its user: from home where it lies under it. */
export function shortFolder(path: string): string {
  const folder = dirname(path)
  const underHome = relative(homedir(), folder)
  return underHome === '' || underHome.startsWith('..') ? folder : join('~', underHome)
}
