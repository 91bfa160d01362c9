import { expect, it } from 'vitest'
import type { WardDocument } from '#shared/document/document'
import { codecOf } from '../../../renderer/state/codec'
import type { FromCodecWorker, ToCodecWorker } from '../../../renderer/workers/codec-messages'

const document = { workshop: {}, designs: {} } as WardDocument

type Held = { readonly got: ToCodecWorker[]; readonly answer: (answer: FromCodecWorker) => void; readonly breakDown: () => void }

/** A codec over threads that answer when they are told to. */
function setting() {
  const threads: Held[] = []
  const codec = codecOf(({ onAnswer, onBroken }) => {
    const got: ToCodecWorker[] = []
    threads.push({ got, answer: onAnswer, breakDown: () => onBroken('planted') })
    return { post: (message) => got.push(message), end: () => undefined }
  })
  return { codec, threads }
}

it('tells a new thread of the open file and its pictures before it asks again', async () => {
  const { codec, threads } = setting()
  const bytes = new Uint8Array([1])
  const opening = codec.decode(bytes, 'open')
  threads[0]!.answer({ type: 'decoded', ask: 1, decoded: { status: 'read', document, isOlder: false } })
  await opening
  const looking = codec.decode(new Uint8Array([2]), 'look-at')
  threads[0]!.answer({ type: 'decoded', ask: 2, decoded: { status: 'read', document, isOlder: false } })
  await looking
  const keeping = codec.keepPart('underlays/a.png', new Uint8Array([3]))
  threads[0]!.answer({ type: 'part', ask: 3, bytes: undefined })
  await keeping

  const saving = codec.encode(document, 'zip')
  threads[0]!.breakDown()
  expect(threads[1]!.got.map(({ type, ask }) => [type, ask])).toEqual([
    ['decode', 1],
    ['keep-part', 3],
    ['encode', 4],
  ])
  threads[1]!.answer({ type: 'encoded', ask: 4, bytes: new Uint8Array([9]) })
  expect(await saving).toEqual(new Uint8Array([9]))
})

it('refuses a file that breaks two threads, and opens the next', async () => {
  const { codec, threads } = setting()
  const opening = codec.decode(new Uint8Array([1]), 'open')
  threads[0]!.breakDown()
  threads[1]!.breakDown()
  expect(await opening).toMatchObject({ status: 'failed', problem: { key: 'file.unreadable' } })
  const next = codec.decode(new Uint8Array([2]), 'open')
  threads[2]!.answer({ type: 'decoded', ask: 2, decoded: { status: 'read', document, isOlder: false } })
  expect((await next).status).toBe('read')
})
