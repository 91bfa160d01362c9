import type { WardDocument } from '#shared/document/document'
import type { Decoded, FileForm, FromCodecWorker, ToCodecWorker } from '../workers/codec-messages'

/** Bytes to document and back, off the main thread. */
export type Codec = {
  /** What is only looked at leaves the parts kept of the open file alone. */
  readonly decode: (bytes: Uint8Array, isToOpen: boolean) => Promise<Decoded>
  readonly encode: (document: WardDocument, form: FileForm) => Promise<Uint8Array<ArrayBuffer>>
}

export function codecOf(worker: Worker): Codec {
  let asked = 0
  const pending = new Map<number, (answer: FromCodecWorker) => void>()
  worker.addEventListener('message', ({ data }: MessageEvent<FromCodecWorker>) => {
    pending.get(data.ask)?.(data)
    pending.delete(data.ask)
  })
  const ask = (message: ToCodecWorker, transfer: Transferable[]) =>
    new Promise<FromCodecWorker>((resolve) => {
      pending.set(message.ask, resolve)
      worker.postMessage(message, transfer)
    })
  return {
    decode: async (bytes, isToOpen) => {
      const answer = await ask({ type: 'decode', ask: ++asked, bytes, isToOpen }, [])
      return answer.type === 'decoded' ? answer.decoded : { status: 'failed', problem: { key: 'file.unreadable', values: {} } }
    },
    encode: async (document, form) => {
      const answer = await ask({ type: 'encode', ask: ++asked, document, form }, [])
      if (answer.type !== 'encoded') throw new Error('the codec answered something else')
      return answer.bytes
    },
  }
}
