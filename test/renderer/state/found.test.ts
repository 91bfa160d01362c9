import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { warningOf } from '#shared/document/findings/finding-of'
import { createFound, type FindQuestion } from '../../../renderer/state/found'
import type { FromLiveWorker } from '../../../renderer/workers/messages'

const FINDING = warningOf('finding.roomNoDoor', ['room_000001'])
const committed: FindQuestion = { design: 'design_a00000', preview: undefined }
const preview: FindQuestion = { design: 'design_a00000', preview: { added: [], updated: [], removed: [] } }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A worker that needs `moments` asks for all findings. */
function withWorker(moments: number) {
  const asked: boolean[] = []
  let when: 'now' | 'later' | 'gone' = 'now'
  const found = createFound(
    async ({ goesOn }): Promise<FromLiveWorker> => {
      asked.push(goesOn)
      return { type: 'found', ask: asked.length, revision: 7, findings: asked.length % moments === 0 ? [FINDING] : undefined }
    },
    () => when,
  )
  return { found, asked, say: (next: typeof when) => (when = next) }
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

it('looks when nothing has changed for a while, a moment at a time, and keeps what it finds', async () => {
  const { found, asked } = withWorker(3)
  found.want(committed)
  await pass(100)
  found.want(committed)
  await pass(200)
  expect(asked).toEqual([])
  await pass(100)
  expect(asked).toEqual([false, true, true])
  expect(found.store.getState()).toEqual({ committed: { design: 'design_a00000', revision: 7, findings: [FINDING] }, preview: undefined })
})

it('waits for as long as something is measured, and gives up what nobody asks any more', async () => {
  const { found, asked, say } = withWorker(1)
  say('later')
  found.want(committed)
  await pass(2000)
  expect(asked).toEqual([])
  say('now')
  await pass(300)
  expect(asked).toEqual([false])
  say('gone')
  found.want(preview)
  await pass(2000)
  expect(asked).toHaveLength(1)
})

it('forgets what a gesture would cause as soon as it goes on', async () => {
  const { found } = withWorker(1)
  found.want(committed)
  await pass(300)
  found.want(preview)
  await pass(300)
  expect(found.store.getState().preview?.findings).toEqual([FINDING])
  found.want(preview)
  expect(found.store.getState()).toMatchObject({ preview: undefined, committed: { findings: [FINDING] } })
  found.forget()
  expect(found.store.getState()).toEqual({ committed: undefined, preview: undefined })
})
