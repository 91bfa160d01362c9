import '../zod-without-eval'
import './alive'
import { UNDERLAY_PART } from '#shared/document/elements/underlay'
import { FORMAT_VERSION } from '#shared/document/migrations/migrate'
import { canonicalText } from '#shared/exchange/canonical-text'
import { replayed } from '#shared/exchange/replay'
import { decodeWard, encodeWard, encodeWardJson } from '#shared/exchange/ward-file'
import type { Parts } from '#shared/exchange/zip'
import type { FromCodecWorker, ToCodecWorker } from './codec-messages'

/** Pictures and the like of the file that is open: they stay here and go back into the file when it is saved. */
let assets: Parts = new Map()

self.addEventListener('message', ({ data }: MessageEvent<ToCodecWorker>) => {
  const answer = answerTo(data)
  self.postMessage(answer, { transfer: answer.type === 'encoded' ? [answer.bytes.buffer] : [] })
})

function answerTo(message: ToCodecWorker): FromCodecWorker {
  const { ask } = message
  switch (message.type) {
    case 'decode': {
      const decoded = decodeWard(message.bytes)
      if (decoded.status === 'refused') return { type: 'decoded', ask, decoded: { status: 'failed', problem: decoded.problem } }
      if (message.purpose === 'open') assets = decoded.assets
      if (message.purpose === 'take-from') assets = new Map([...decoded.assets].filter(([name]) => UNDERLAY_PART.test(name)).concat([...assets]))
      return { type: 'decoded', ask, decoded: { status: 'read', document: decoded.document, isOlder: decoded.formatVersion < FORMAT_VERSION } }
    }
    case 'keep-part':
      assets = new Map([...assets, [message.name, message.bytes]])
      return { type: 'part', ask, bytes: undefined }
    case 'read-part': {
      const bytes = assets.get(message.name)
      return { type: 'part', ask, bytes: bytes === undefined ? undefined : Uint8Array.from(bytes) }
    }
    case 'encode': {
      const bytes = message.form === 'zip' ? encodeWard(message.document, assets) : encodeWardJson(message.document)
      // What cannot be opened again is never handed to a disk.
      const again = decodeWard(bytes)
      if (again.status === 'refused' || canonicalText(again.document) !== canonicalText(message.document)) return { type: 'unsound', ask }
      return { type: 'encoded', ask, bytes: Uint8Array.from(bytes) }
    }
    case 'replay': {
      const answer = replayed(message.bytes)
      if (answer.status === 'refused') return { type: 'replayed', ask, replayed: { status: 'failed', problem: answer.problem } }
      assets = answer.assets
      return { type: 'replayed', ask, replayed: { status: 'read', document: answer.document, changes: answer.changes } }
    }
  }
}
