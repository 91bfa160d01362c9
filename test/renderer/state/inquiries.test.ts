import { expect, it } from 'vitest'
import { createInquiries } from '../../../renderer/state/inquiries'
import type { Inquiry } from '../../../renderer/workers/inquiries'
import type { FromLiveWorker } from '../../../renderer/workers/messages'

const about = (room: string): Inquiry => ({ about: 'room', design: 'design_a', reading: 'own', isLatest: false, room })

/** A worker that answers when it is told to. */
function slowWorker() {
  const asked: { inquiry: Inquiry; answer: () => void }[] = []
  const request = ({ inquiry }: { readonly inquiry: Inquiry }) =>
    new Promise<FromLiveWorker>((resolve) => {
      asked.push({ inquiry, answer: () => resolve({ type: 'inquired', ask: asked.length, revision: 0, found: [] }) })
    })
  return { asked, request }
}

const settle = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}

it('has one inquiry under way a slot, and of those wanted meanwhile asks only the newest', async () => {
  const { asked, request } = slowWorker()
  const inquiries = createInquiries(request)
  void inquiries.want('room', about('a'))
  void inquiries.want('room', about('b'))
  void inquiries.want('room', about('c'))
  expect(asked.map(({ inquiry }) => inquiry)).toEqual([about('a')])
  asked[0]!.answer()
  await settle()
  expect(asked.map(({ inquiry }) => inquiry)).toEqual([about('a'), about('c')])
  asked[1]!.answer()
  await settle()
  expect(inquiries.store.getState().get('room')?.inquiry).toEqual(about('c'))
})

it('asks for different slots at once, and forgets what another file said', async () => {
  const { asked, request } = slowWorker()
  const inquiries = createInquiries(request)
  void inquiries.want('left', about('a'))
  void inquiries.want('right', about('b'))
  expect(asked).toHaveLength(2)
  for (const { answer } of asked) answer()
  await settle()
  expect([...inquiries.store.getState().keys()]).toEqual(['left', 'right'])
  inquiries.forget()
  expect(inquiries.store.getState().size).toBe(0)
})

const range: Inquiry = {
  about: 'range',
  design: 'design_a',
  reading: 'own',
  isLatest: false,
  isPressed: true,
  metric: 'sharedMetresPerTrip',
  subject: undefined,
}
const PART = { status: 'underWay', done: 0.5 } as const

/** A worker that never comes to an end, and a scoreboard that may be busy. */
function endlessWorker() {
  let asked = 0
  let goOn: (() => void) | undefined
  const request = async (): Promise<FromLiveWorker> => {
    asked += 1
    return { type: 'inquired', ask: asked, revision: 0, found: PART }
  }
  const rest = () => new Promise<void>((resolve) => (goOn = resolve))
  return { inquiries: createInquiries(request, rest), asked: () => asked, goOn: () => goOn?.() }
}

it('goes on asking for what is found bit by bit, after what comes before it, until nobody looks any more', async () => {
  const { inquiries, asked, goOn } = endlessWorker()
  void inquiries.want('range', range)
  await settle()
  expect(asked()).toBe(1)
  expect(inquiries.store.getState().get('range')?.found).toEqual(PART)
  goOn()
  await settle()
  expect(asked()).toBe(2)
  inquiries.leave('range')
  goOn()
  await settle()
  expect(asked()).toBe(2)
  // Looked at again, it is asked for again.
  void inquiries.want('range', range)
  await settle()
  expect(asked()).toBe(3)
})
