import type { WardDocument } from '#shared/document/document'
import type { Decoded, DecodePurpose, FileForm, FromCodecWorker, ReplayedJournal, ToCodecWorker } from '../workers/codec-messages'
import type { Thread, ThreadEnds } from './thread'

/** Bytes to document and back, off the main thread. */
export type Codec = {
  readonly decode: (bytes: Uint8Array, purpose: DecodePurpose) => Promise<Decoded>
  /** Keeps a picture with the open file, by the name of its part. */
  readonly keepPart: (name: string, bytes: Uint8Array) => Promise<void>
  /** A part of the open file; undefined where it has none of that name. */
  readonly readPart: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Fails with `UNSOUND` where what was written does not read back as the document. */
  readonly encode: (document: WardDocument, form: FileForm) => Promise<Uint8Array<ArrayBuffer>>
  /** The document at the end of a journal, and its pictures in place of the open file's. */
  readonly replay: (bytes: Uint8Array) => Promise<ReplayedJournal>
}

/** What an encoding fails with that would not open again. */
export const UNSOUND = 'unsound'

type Asked = { readonly message: ToCodecWorker; readonly answer: (answer: FromCodecWorker | 'broken') => void; readonly isAgain: boolean }

/** As many threads that break before they answer anything are all that is tried. */
const MOST_USELESS = 3

/**
 * The thread keeps the pictures of the open file. Where it breaks, another is started, told anew what the first one was told of that
 * file, and asked once more what the first one had not answered.
 */
export function codecOf(start: (ends: ThreadEnds<FromCodecWorker>) => Thread<ToCodecWorker>, onRevived: () => void = () => undefined): Codec {
  let asked = 0
  const pending = new Map<number, Asked>()
  /** What a new thread must hear before it can stand in for the one before: the open file's bytes, and what was added to it. */
  let told: readonly ToCodecWorker[] = []
  let useless = 0
  let thread = begin()

  function begin(): Thread<ToCodecWorker> {
    let isOver = false
    const begun = start({
      onAnswer: (answer) => {
        if (isOver) return
        useless = 0
        const found = pending.get(answer.ask)
        pending.delete(answer.ask)
        found?.answer(answer)
      },
      onBroken: () => {
        if (isOver) return
        isOver = true
        begun.end()
        revive()
      },
    })
    return begun
  }

  function revive(): void {
    if (++useless > MOST_USELESS) {
      for (const { answer } of pending.values()) answer('broken')
      pending.clear()
      return
    }
    thread = begin()
    onRevived()
    for (const message of told) thread.post(message)
    for (const [ask, { message, answer, isAgain }] of [...pending]) {
      if (isAgain) {
        pending.delete(ask)
        answer('broken')
      } else {
        pending.set(ask, { message, answer, isAgain: true })
        thread.post(message)
      }
    }
  }

  const ask = (message: ToCodecWorker) =>
    new Promise<FromCodecWorker | 'broken'>((answer) => {
      pending.set(message.ask, { message, answer, isAgain: false })
      thread.post(message)
    })

  return {
    decode: async (bytes, purpose) => {
      const message: ToCodecWorker = { type: 'decode', ask: ++asked, bytes, purpose }
      const answer = await ask(message)
      if (answer === 'broken' || answer.type !== 'decoded') return { status: 'failed', problem: { key: 'file.unreadable', values: {} } }
      if (answer.decoded.status === 'read' && purpose === 'open') told = [message]
      if (answer.decoded.status === 'read' && purpose === 'take-from') told = [...told, message]
      return answer.decoded
    },
    keepPart: async (name, bytes) => {
      const message: ToCodecWorker = { type: 'keep-part', ask: ++asked, name, bytes }
      told = [...told, message]
      await ask(message)
    },
    readPart: async (name) => {
      const answer = await ask({ type: 'read-part', ask: ++asked, name })
      return answer !== 'broken' && answer.type === 'part' ? answer.bytes : undefined
    },
    encode: async (document, form) => {
      const answer = await ask({ type: 'encode', ask: ++asked, document, form })
      if (answer !== 'broken' && answer.type === 'unsound') throw new Error(UNSOUND)
      if (answer === 'broken' || answer.type !== 'encoded') throw new Error('the codec answered something else')
      return answer.bytes
    },
    replay: async (bytes) => {
      const message: ToCodecWorker = { type: 'replay', ask: ++asked, bytes }
      const answer = await ask(message)
      if (answer === 'broken' || answer.type !== 'replayed') return { status: 'failed', problem: { key: 'journal.broken', values: {} } }
      if (answer.replayed.status === 'read') told = [message]
      return answer.replayed
    },
  }
}
