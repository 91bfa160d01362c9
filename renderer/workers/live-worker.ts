import '../zod-without-eval'
import './alive'
import { createLiveDesk } from './live-desk'
import type { FromLiveWorker, ToLiveWorker } from './messages'

const desk = createLiveDesk()

self.addEventListener('message', ({ data }: MessageEvent<ToLiveWorker>) => {
  const answer = desk(data)
  if (answer === undefined) return
  const transfer = answer.type === 'measured' || answer.type === 'parts' ? [answer.points.buffer] : []
  self.postMessage(answer satisfies FromLiveWorker, { transfer })
})
