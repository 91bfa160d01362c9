import type { WardDocument } from '#shared/document/document'
import type { Decoded, DecodePurpose, FileForm, FromCodecWorker, ToCodecWorker } from '../workers/codec-messages'

/** Bytes to document and back, off the main thread. */
export type Codec = {
  readonly decode: (bytes: Uint8Array, purpose: DecodePurpose) => Promise<Decoded>
  /** Keeps a picture with the open file, by the name of its part. */
  readonly keepPart: (name: string, bytes: Uint8Array) => Promise<void>
  /** A part of the open file; undefined where it has none of that name. */
  readonly readPart: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
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
    decode: async (bytes, purpose) => {
      const answer = await ask({ type: 'decode', ask: ++asked, bytes, purpose }, [])
      return answer.type === 'decoded' ? answer.decoded : { status: 'failed', problem: { key: 'file.unreadable', values: {} } }
    },
    keepPart: async (name, bytes) => {
      await ask({ type: 'keep-part', ask: ++asked, name, bytes }, [])
    },
    readPart: async (name) => {
      const answer = await ask({ type: 'read-part', ask: ++asked, name }, [])
      return answer.type === 'part' ? answer.bytes : undefined
    },
    encode: async (document, form) => {
      const answer = await ask({ type: 'encode', ask: ++asked, document, form }, [])
      if (answer.type !== 'encoded') throw new Error('the codec answered something else')
      return answer.bytes
    },
  }
}
