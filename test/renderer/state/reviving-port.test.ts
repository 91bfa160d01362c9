import { expect, it } from 'vitest'
import { applyChange } from '#shared/document/change'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { revivingPort } from '../../../renderer/state/reviving-port'
import type { ThreadEnds } from '../../../renderer/state/thread'
import type { FromLiveWorker, ToLiveWorker } from '../../../renderer/workers/messages'

const document = endoscopyWorkshop(shippedCatalogue())
const room = Object.values(Object.values(document.designs)[0]!).find((record) => record.kind === 'room')!
const change = { added: [], updated: [[room, { ...room, name: 'Renamed' }]], removed: [] } as Parameters<typeof applyChange>[1]

/** A port over threads that do nothing by themselves. */
function setting() {
  const threads: { readonly got: ToLiveWorker[]; readonly ends: ThreadEnds<FromLiveWorker>; isEnded: boolean }[] = []
  const answers: FromLiveWorker[] = []
  let revived = 0
  const port = revivingPort(
    (ends) => {
      const thread = { got: [] as ToLiveWorker[], ends, isEnded: false }
      threads.push(thread)
      return { post: (message) => thread.got.push(message), end: () => (thread.isEnded = true) }
    },
    () => revived++,
  )
  port.onAnswer((answer) => answers.push(answer))
  return { port, threads, answers, revived: () => revived }
}

it('gives a new thread the document as it is by now, and asks it what was not answered', () => {
  const { port, threads, answers, revived } = setting()
  port.post({ type: 'document', revision: 0, document })
  port.post({ type: 'measure-all', ask: 1 })
  port.post({ type: 'compare', ask: 2 })
  threads[0]!.ends.onAnswer({ type: 'prepared', ask: 1, revision: 0 })
  port.post({ type: 'change', revision: 5, change })
  threads[0]!.ends.onBroken('planted')
  threads[0]!.ends.onBroken('planted') // a thread tells of each of its errors
  threads[0]!.ends.onAnswer({ type: 'prepared', ask: 2, revision: 0 }) // and may still talk

  expect([threads.length, threads[0]!.isEnded, revived()]).toEqual([2, true, 1])
  expect(threads[1]!.got).toEqual([
    { type: 'document', revision: 5, document: applyChange(document, change) },
    { type: 'compare', ask: 2 },
  ])
  expect(answers.map(({ ask }) => ask)).toEqual([1])
})

it('does not ask a third thread what broke two, and says that it failed', () => {
  const { port, threads, answers } = setting()
  port.post({ type: 'document', revision: 3, document })
  port.post({ type: 'compare', ask: 7 })
  threads[0]!.ends.onBroken('planted')
  threads[1]!.ends.onBroken('planted')
  expect(threads[2]!.got.map(({ type }) => type)).toEqual(['document'])
  expect(answers).toEqual([{ type: 'failed', ask: 7, revision: 3, reason: 'the thread that measures broke' }])
})

it('gives up a thread that can never be started', () => {
  const { port, threads, answers } = setting()
  for (let at = 0; at < 4; at++) threads[at]!.ends.onBroken('planted')
  expect(threads).toHaveLength(4)
  port.post({ type: 'compare', ask: 1 })
  expect(answers).toHaveLength(0)
})
