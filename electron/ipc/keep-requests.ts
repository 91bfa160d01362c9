import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import type { Journals } from '#electron/files/journals'
import type { Versions } from '#electron/files/versions'
import { message } from '#shared/base/message'
import type { BytesAnswer } from '#shared/ipc/bridge'
import type { UnsavedToken, VersionToken } from '#shared/ipc/requests'
import type { Handlers } from './handle'
import { type KnownFiles, shortFolder } from './known-files'

type KeepHandlers = Pick<
  Handlers,
  'beginJournal' | 'addToJournal' | 'endJournal' | 'unsavedWork' | 'readUnsaved' | 'dropUnsaved' | 'earlierVersions' | 'readVersion' | 'keepVersion'
>

/** What is kept against mishaps, in user data: the journal of what is open, work that no file has, earlier versions of a file. */
export function keepRequests(files: KnownFiles, journals: Journals, versions: Versions): KeepHandlers {
  const unsaved = new Map<UnsavedToken, string>()
  const earlier = new Map<VersionToken, { readonly path: string; readonly id: string }>()

  function tokenOf(id: string): UnsavedToken {
    for (const [token, known] of unsaved) if (known === id) return token
    const token = `unsaved-${randomBytes(16).toString('hex')}`
    unsaved.set(token, id)
    return token
  }

  return {
    beginJournal: ({ file, name, base, before, instead, of, lines, parts }) => {
      const path = file === null ? null : (files.pathOf(file) ?? null)
      return journals.begin({ path, name, before }, base, { of, lines, parts }, instead === null ? undefined : unsaved.get(instead))
    },
    addToJournal: (addition) => journals.add(addition),
    endJournal: async () => {
      await journals.end()
      return { status: 'done' }
    },
    unsavedWork: async () =>
      (await journals.unsaved()).map(({ id, path, name, ...summary }) => ({
        ...summary,
        unsaved: tokenOf(id),
        file: path === null ? null : files.named(path).file,
        name: path === null ? name : basename(path).replace(/\.ward(\.json)?$/i, ''),
        folder: path === null ? null : shortFolder(path),
      })),
    readUnsaved: async ({ unsaved: token }) => answerOf(await journals.read(unsaved.get(token) ?? ''), 'journal.gone'),
    dropUnsaved: async ({ unsaved: token }) => {
      await journals.drop(unsaved.get(token) ?? '')
      return { status: 'done' }
    },
    earlierVersions: async ({ file }) => {
      const path = files.pathOf(file)
      if (path === undefined) return []
      return (await versions.list(path)).map(({ id, at, size }) => {
        const version = `version-${randomBytes(16).toString('hex')}`
        earlier.set(version, { path, id })
        return { version, at, size }
      })
    },
    readVersion: async ({ version }) => {
      const found = earlier.get(version)
      return answerOf(found === undefined ? undefined : await versions.read(found.path, found.id), 'versions.gone')
    },
    keepVersion: async ({ file, bytes }) => {
      const path = files.pathOf(file)
      if (path !== undefined) await versions.keep(path, bytes)
      return { status: 'done' }
    },
  }
}

function answerOf(bytes: Uint8Array<ArrayBuffer> | undefined, gone: string): BytesAnswer {
  return bytes === undefined ? { status: 'failed', problem: message(gone) } : { status: 'read', bytes }
}
