import { basename } from 'node:path'
import { readWardFile } from '#electron/files/open-file'
import { type Message, message } from '#shared/base/message'
import { designsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { decodeWard } from '#shared/exchange/ward-file'
import { said } from './output'

/** What a command works on, or the one sentence about why it cannot. */
export type Loaded<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'failed'; readonly problem: Message; readonly sentence: string }

/** The document of a workshop file. */
export async function loadWard(path: string): Promise<Loaded<WardDocument>> {
  const read = await readWard(path)
  return read.status === 'failed' ? read : { status: 'ok', value: read.value.document }
}

/** The same with the bytes that it was read from. */
export async function readWard(path: string): Promise<Loaded<{ readonly document: WardDocument; readonly bytes: Uint8Array }>> {
  const read = await readWardFile(path)
  if (read.status === 'failed') return { ...read, sentence: said(read.problem) }
  const decoded = decodeWard(read.bytes)
  if (decoded.status === 'refused') return failedIn(path, decoded.problem)
  return { status: 'ok', value: { document: decoded.document, bytes: read.bytes } }
}

/** The value of a JSON file that is not a workshop's. */
export async function loadJson(path: string): Promise<Loaded<unknown>> {
  const read = await readWardFile(path)
  if (read.status === 'failed') return { ...read, sentence: said(read.problem) }
  try {
    return { status: 'ok', value: JSON.parse(new TextDecoder().decode(read.bytes)) }
  } catch {
    return failedIn(path, message('cli.notJson'))
  }
}

/** The designs that are asked for by id or name, all where none is; in the order of ids. */
export function designsAsked(document: WardDocument, asked: readonly string[]): Loaded<readonly Design[]> {
  const designs = designsOf(document)
  if (designs.length === 0) return failed(message('cli.noDesigns'))
  const found = new Set<Design>()
  for (const name of asked) {
    const wanted = name.trim().toLowerCase()
    const byId = designs.filter(({ id }) => id === name)
    const named = byId.length > 0 ? byId : designs.filter((design) => design.name.trim().toLowerCase() === wanted)
    const names = designs.map((design) => design.name)
    if (named.length === 0) return failed(message('cli.noSuchDesign', { design: name, names }))
    if (named.length > 1) return failed(message('cli.severalDesigns', { design: name, ids: named.map(({ id }) => id) }))
    for (const design of named) found.add(design)
  }
  return { status: 'ok', value: asked.length === 0 ? designs : designs.filter((design) => found.has(design)) }
}

export function failedIn(path: string, problem: Message): Loaded<never> {
  return { status: 'failed', problem, sentence: `${basename(path)}: ${said(problem)}` }
}

export function failed(problem: Message): Loaded<never> {
  return { status: 'failed', problem, sentence: said(problem) }
}
