import '../zod-without-eval'
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
      if (message.isToOpen) assets = decoded.assets
      return { type: 'decoded', ask, decoded: { status: 'read', document: decoded.document } }
    }
    case 'encode': {
      const bytes = message.form === 'zip' ? encodeWard(message.document, assets) : encodeWardJson(message.document)
      return { type: 'encoded', ask, bytes: Uint8Array.from(bytes) }
    }
  }
}
