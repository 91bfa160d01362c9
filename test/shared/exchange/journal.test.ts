import { fc, test } from '@fast-check/vitest'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { applyChange, type Change } from '#shared/document/change'
import { recordsOf } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { FORMAT_VERSION } from '#shared/document/migrations/migrate'
import type { Migration } from '#shared/document/migrations/migration'
import { canonicalText } from '#shared/exchange/canonical-text'
import { type JournalHead, journalStart, journalSummary, lineFrame, partFrame, readJournal } from '#shared/exchange/journal'
import { lineOf, replayed } from '#shared/exchange/replay'
import { encodeWard } from '#shared/exchange/ward-file'
import { edited } from '#test/support/edited'
import { workedExample } from '#test/support/worked-example'

const example = workedExample()
const base = encodeWard(example)
const HEAD: JournalHead = { journal: 1, format: FORMAT_VERSION, path: '/wards/unit.ward', name: 'Unit', begun: 1000, before: null }

/** Three edits: an idea, another one, and a fixture that goes. */
const first = edited(example, 1)
const second = edited(first.document, 2)
const gone = recordsIn(second.document).find(({ kind }) => kind === 'fixture')
const removal: Change = { added: [], updated: [], removed: gone === undefined ? [] : [gone] }
const documents = [example, first.document, second.document, applyChange(second.document, removal)]
const lines = [first.change, second.change, removal].map((change, index) =>
  lineFrame(JSON.stringify(lineOf(change, { at: 2000 + index, what: `Edit ${index + 1}`, design: index === 2 ? 'Pods' : 'Today' }))),
)
const start = journalStart(HEAD, base)
const journal = Uint8Array.from([...start, ...lines.flatMap((line) => [...line])])
/** Where each frame ends. */
const ends = lines.map((_, index) => start.length + lines.slice(0, index + 1).reduce((sum, line) => sum + line.length, 0))

const textOf = (bytes: Uint8Array) => {
  const made = replayed(bytes)
  return made.status === 'ok' ? canonicalText(made.document) : made.problem.key
}

describe('a journal', () => {
  it('gives back the document at its end, and tells what it contains', () => {
    const made = replayed(journal)
    expect(made).toMatchObject({ status: 'ok', changes: 3, isWhole: true })
    expect(textOf(journal)).toBe(canonicalText(documents[3]!))
    const read = readJournal(journal)
    expect(read && journalSummary(read)).toEqual({
      changes: 3,
      since: 2000,
      until: 2002,
      designs: ['Pods', 'Today'],
      last: ['Edit 3', 'Edit 2', 'Edit 1'],
    })
  })

  it('counts what was done before it was begun anew', () => {
    const again = journalStart({ ...HEAD, before: { changes: 40, since: 500, designs: ['Racetrack'] } }, base)
    const read = readJournal(Uint8Array.from([...again, ...lines[0]!]))
    expect(read && journalSummary(read)).toMatchObject({ changes: 41, since: 500, designs: ['Today', 'Racetrack'] })
  })

  it('brings pictures along', () => {
    const made = replayed(Uint8Array.from([...journal, ...partFrame('underlays/a.png', Uint8Array.of(1, 2, 3))]))
    expect(made.status === 'ok' && made.assets.get('underlays/a.png')).toEqual(Uint8Array.of(1, 2, 3))
  })

  it('stops before a change that makes no sense, and before one that leaves no document', () => {
    const unknown = lineFrame(JSON.stringify({ at: 1, what: '', design: '', put: [{ kind: 'dragon' }], gone: [] }))
    expect(replayed(Uint8Array.from([...journal, ...unknown, ...lines[0]!]))).toMatchObject({ changes: 3, isWhole: false })
    const [settings] = recordsOf(example.workshop, 'settings')
    const bare = lineFrame(JSON.stringify({ at: 1, what: '', design: '', put: [], gone: [settings?.id] }))
    expect(textOf(Uint8Array.from([...journal, ...bare]))).toBe(canonicalText(documents[3]!))
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a workshop', base],
    ['its first word alone', strToU8('WARDJRN1')],
    ['a beginning without its file', start.slice(0, start.length - 1)],
  ])('is not made of %s', (_, bytes) => {
    expect(replayed(bytes)).toMatchObject({ status: 'refused', problem: { key: 'journal.broken' } })
  })
})

describe('a journal of another format', () => {
  const next = FORMAT_VERSION + 1
  type Raw = Readonly<Record<string, unknown>>
  /** As if the next format called the label of a room its name, and took notice of what rooms there are. */
  const named: Migration = (records) => {
    const count = records.filter((record) => (record as Raw).kind === 'room').length
    return records.map((record) => {
      const { label, ...rest } = record as Raw
      return rest.kind === 'room' ? { ...rest, name: `${label} of ${count}` } : rest
    })
  }
  const frame = { migrations: { [next]: named }, to: next }
  const rooms = Object.values(example.designs).flatMap((table) => recordsOf(table, 'room'))
  const labelled = ({ name, ...room }: (typeof rooms)[number], label = name) => ({ ...room, label })
  const older = (raw: readonly unknown[]) => strToU8(JSON.stringify({ formatVersion: FORMAT_VERSION, records: raw }))
  const olderBase = older(recordsIn(example).map((record) => (record.kind === 'room' ? labelled(record) : record)))
  const line = (put: readonly unknown[], gone: readonly string[] = []) => lineFrame(JSON.stringify({ at: 1, what: '', design: '', put, gone }))
  const made = (...frames: readonly Uint8Array[]) => {
    const answer = replayed(Uint8Array.from([...journalStart(HEAD, olderBase), ...frames.flatMap((each) => [...each])]), frame)
    if (answer.status === 'refused') throw new Error(answer.problem.key)
    const names = Object.values(answer.document.designs).flatMap((table) => recordsOf(table, 'room').map(({ name }) => name))
    return { names, changes: answer.changes, isWhole: answer.isWhole }
  }
  const namesWith = (label: string) => rooms.map(({ name }, index) => `${index === 0 ? label : name} of ${rooms.length}`)

  it('is brought to the format of today, the file at its beginning and what was done since', () => {
    expect(made()).toEqual({ names: namesWith(rooms[0]!.name), changes: 0, isWhole: true })
    expect(made(line([labelled(rooms[0]!, 'Blue room')]))).toEqual({ names: namesWith('Blue room'), changes: 1, isWhole: true })
    const away = made(line([labelled(rooms[0]!, 'Blue room')]), line([], recordsThatGoWith(rooms[0]!.id)))
    expect(away.names).toEqual(rooms.slice(1).map(({ name }) => `${name} of ${rooms.length - 1}`))
  })

  it('gives as much as still becomes a document', () => {
    const blue = line([labelled(rooms[0]!, 'Blue room')])
    expect(made(blue, line([{ kind: 'dragon', id: 'dragon_000001' }]))).toEqual({ names: namesWith('Blue room'), changes: 1, isWhole: false })
    expect(made(blue, line([], ['room_nobody1']), blue)).toMatchObject({ changes: 1, isWhole: false })
  })

  it('is looked through by halves where its end is spoilt: each try migrates a whole file', () => {
    let files = 0
    const counted: Migration = (records) => {
      files++
      return named(records)
    }
    const counting = { ...frame, migrations: { [next]: counted } }
    for (const whole of [0, 1, 37, 399]) {
      const names = Array.from({ length: whole }, (_, index) => line([labelled(rooms[0]!, `Room ${index + 1}`)]))
      const dragons = Array.from({ length: 400 - whole }, (_, index) => line([{ kind: 'dragon', id: `dragon_${100_000 + index}` }]))
      files = 0
      const answer = replayed(Uint8Array.from([...journalStart(HEAD, olderBase), ...[...names, ...dragons].flatMap((each) => [...each])]), counting)
      expect(answer).toMatchObject({ status: 'ok', changes: whole, isWhole: false })
      expect(files).toBeLessThanOrEqual(11) // one of all 400, then halves; 400 of them before
    }
  })

  it('may begin with a file that is older than what was done to it, and may not say its format', () => {
    const first = strToU8(JSON.stringify({ formatVersion: 1, records: recordsIn(example) }))
    const { format: _, ...untold } = HEAD
    const begun = Uint8Array.from([...journalStart(untold as JournalHead, first), ...lines[0]!])
    expect(textOf(begun)).toBe(canonicalText(documents[1]!))
    const last = replayed(begun, { migrations: { 2: (all) => all, 3: (all) => all, 4: (all) => all }, to: 4 })
    expect(last.status === 'ok' && canonicalText(last.document)).toBe(canonicalText(documents[1]!))
  })

  it('of a newer one is refused with a sentence that says so; what it contains can still be told', () => {
    const newer = Uint8Array.from([...journalStart({ ...HEAD, format: next }, base), ...lines[0]!])
    expect(replayed(newer)).toEqual({
      status: 'refused',
      problem: { key: 'journal.newerVersion', values: { found: next, known: FORMAT_VERSION } },
    })
    const read = readJournal(newer)
    expect(read && journalSummary(read).changes).toBe(1)
  })

  /** A room with its doors, as deleting it takes them. */
  function recordsThatGoWith(room: string): readonly string[] {
    return recordsIn(example).flatMap((record) =>
      record.id === room || (record.kind === 'opening' && 'room' in record.on && record.on.room === room) ? [record.id] : [],
    )
  }
})

describe('a journal that broke', () => {
  it('yields all that precedes the break, wherever it is cut', () => {
    const texts = documents.map(canonicalText)
    for (let length = start.length; length <= journal.length; length += length % 97 === 0 ? 1 : 13) {
      const whole = ends.filter((end) => end <= length).length
      expect(textOf(journal.slice(0, length)), `cut at ${length}`).toBe(texts[whole])
    }
  })

  test.prop([fc.nat({ max: journal.length - 1 }), fc.integer({ min: 1, max: 255 })], { numRuns: 60 })(
    'yields all that precedes a byte that changed, and nothing else',
    (at, flip) => {
      const spoilt = journal.slice()
      spoilt[at] = spoilt[at]! ^ flip
      const read = readJournal(spoilt)
      const untouched = ends.filter((end) => end <= at).length
      if (at < start.length) expect(read).toBeUndefined()
      else expect(read?.lines.length).toBe(untouched)
    },
  )
})
