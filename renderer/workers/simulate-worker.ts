import '../zod-without-eval'
import './alive'
import { createSimulateDesk } from './simulate-desk'
import type { ToSimulateWorker } from './simulate-messages'
import { transferOf } from './traced-day'

const desk = createSimulateDesk()

self.addEventListener('message', ({ data }: MessageEvent<ToSimulateWorker>) => {
  const answer = desk(data)
  if (answer === undefined) return
  const transfer = answer.type === 'traced' && answer.day !== undefined ? transferOf(answer.day) : []
  self.postMessage(answer, { transfer: transfer.filter((buffer) => buffer instanceof ArrayBuffer) })
})
