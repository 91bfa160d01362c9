import { beforeEach, expect, it } from 'vitest'
import type { JournalLine } from '#shared/exchange/journal'
import { edited } from '#test/support/edited'
import { workedExample } from '#test/support/worked-example'
import { createJournal } from '../../../renderer/state/journal'

type Sent = { readonly did: 'begin' | 'add' | 'end'; readonly base?: number | undefined; readonly edits?: readonly string[] | undefined }

let sent: Sent[]
let told: (string | undefined)[]
let works: boolean
/** How long main says that the journal is. */
let length: number
let document = workedExample()
let count = 0
let journal: ReturnType<typeof createJournal>

const editsOf = (lines: readonly string[]) => lines.map((line) => (JSON.parse(line) as JournalLine).what)
const answer = () =>
  works ? ({ status: 'kept', bytes: length } as const) : ({ status: 'failed', problem: { key: 'journal.diskFull', values: {} } } as const)

beforeEach(() => {
  sent = []
  told = []
  works = true
  length = 100
  count = 0
  document = workedExample()
  journal = createJournal({
    bridge: {
      beginJournal: async ({ base, lines }) => {
        sent.push({ did: 'begin', base: base[0], edits: editsOf(lines) })
        return answer()
      },
      addToJournal: async ({ lines }) => {
        sent.push({ did: 'add', edits: editsOf(lines) })
        return answer()
      },
      endJournal: async () => {
        sent.push({ did: 'end' })
        return { status: 'done' }
      },
    },
    codec: { encode: async () => Uint8Array.of(77), readPart: async () => undefined },
    trouble: (problem) => told.push(problem?.key),
    now: () => count,
  })
})

const open = async (bytes = 1) => {
  journal.open({ file: null, name: 'Unit', bytes: Uint8Array.of(bytes) })
  await journal.settled()
  sent.splice(0)
}

function edit(): void {
  const next = edited(document, ++count)
  document = next.document
  journal.changed(document, next.change, `Edit ${count}`, 'Pods')
}

it('writes nothing for who only looks; the file as it was goes along with the first change', async () => {
  await open()
  expect(sent).toEqual([])
  edit()
  await journal.settled()
  edit()
  await journal.settled()
  expect(sent).toEqual([
    { did: 'begin', base: 1, edits: ['Edit 1'] },
    { did: 'add', edits: ['Edit 2'] },
  ])
})

it('begins all anew after a failure, and says it once', async () => {
  await open()
  edit()
  await journal.settled()
  works = false
  edit()
  await journal.settled()
  edit()
  await journal.settled()
  works = true
  edit()
  await journal.settled()
  expect(sent.at(-1)).toEqual({ did: 'begin', base: 1, edits: ['Edit 1', 'Edit 2', 'Edit 3', 'Edit 4'] })
  expect(told).toEqual(['journal.diskFull', undefined])
})

it('ends when all is saved; what was done while it was saved begins a new one in its place', async () => {
  await open()
  edit()
  await journal.settled()
  const all = journal.mark()
  await journal.saved(all, { file: null, name: 'Unit', bytes: Uint8Array.of(2) })
  expect(sent.at(-1)).toEqual({ did: 'end' })

  edit()
  const before = journal.mark()
  edit()
  await journal.saved(before, { file: null, name: 'Unit', bytes: Uint8Array.of(3) })
  expect(sent.at(-1)).toEqual({ did: 'begin', base: 3, edits: ['Edit 3'] })
})

it('is given up when all was undone, and begins again with what is done then', async () => {
  await open()
  edit()
  await journal.settled()
  edit()
  journal.rewound()
  await journal.settled()
  expect(sent.at(-1)).toEqual({ did: 'end' })
  edit()
  await journal.settled()
  expect(sent.at(-1)).toEqual({ did: 'begin', base: 1, edits: ['Edit 3'] })
})

it('is begun anew from what is on the screen when it has grown long', async () => {
  await open()
  edit()
  await journal.settled()
  length = 5 * 1024 * 1024
  edit()
  await journal.settled()
  length = 100
  edit()
  await journal.settled()
  expect(sent.at(-1)).toEqual({ did: 'begin', base: 77, edits: ['Edit 3'] })
  const mark = journal.mark()
  edit()
  await journal.saved(mark, { file: null, name: 'Unit', bytes: Uint8Array.of(4) })
  expect(sent.at(-1)).toEqual({ did: 'begin', base: 4, edits: ['Edit 4'] })
})

it('never ends the journal of another document that was opened meanwhile', async () => {
  await open()
  edit()
  journal.open({ file: null, name: 'Other', bytes: Uint8Array.of(8) })
  edit()
  await journal.settled()
  expect(sent.at(-1)).toMatchObject({ did: 'begin', base: 8 })
  await journal.close()
  expect(sent.at(-1)).toEqual({ did: 'end' })
})
