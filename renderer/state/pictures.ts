import { createStore } from 'zustand/vanilla'
import { pictureHeader } from '#shared/exchange/picture'
import type { Codec } from './codec'

/** A picture of the open file for the page to draw: where it is, or that the file has none that can be shown. */
export type ShownPicture = { readonly status: 'ready'; readonly url: string } | { readonly status: 'missing' }

/** The pictures under plans, by the names of their parts; fetched from the file when one is first drawn. */
export function createPictures({ readPart }: Pick<Codec, 'readPart'>) {
  const store = createStore<{ readonly shown: ReadonlyMap<string, ShownPicture> }>(() => ({ shown: new Map() }))
  const asked = new Set<string>()
  const put = (part: string, picture: ShownPicture) => store.setState(({ shown }) => ({ shown: new Map([...shown, [part, picture]]) }))

  function show(part: string, bytes: Uint8Array<ArrayBuffer> | undefined): void {
    const header = bytes === undefined ? undefined : pictureHeader(bytes, part)
    if (bytes === undefined || header?.status !== 'ok') put(part, { status: 'missing' })
    else put(part, { status: 'ready', url: URL.createObjectURL(new Blob([bytes], { type: `image/${header.type}` })) })
  }

  return {
    store,
    show,
    ask(part: string): void {
      if (asked.has(part)) return
      asked.add(part)
      void readPart(part).then((bytes) => show(part, bytes))
    },
    /** Another file: its parts may have names of their own. */
    forget(): void {
      for (const picture of store.getState().shown.values()) if (picture.status === 'ready') URL.revokeObjectURL(picture.url)
      asked.clear()
      store.setState({ shown: new Map() })
    },
  }
}
