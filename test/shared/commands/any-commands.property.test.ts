import { readdirSync, readFileSync } from 'node:fs'
import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { filled } from '#shared/base/filled'
import { message } from '#shared/base/message'
import { refused } from '#shared/commands/edit'
import { sound } from '#shared/commands/sound'
import { applyChange, type Change } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { changeAgain, changeBack, type KeptChange, keepChange } from '#shared/document/kept-change'
import { WardRecord } from '#shared/document/record'
import { structureFault } from '#shared/document/structure'
import { validate } from '#shared/document/validate'
import { canonicalText, recordText } from '#shared/exchange/canonical-text'
import { decodeWard, encodeWardJson } from '#shared/exchange/ward-file'
import type { Choice } from '#test/support/any-choice'
import { ANY_COMMAND } from '#test/support/any-command'
import { shippedCatalogue } from '#test/support/catalogue'
import { counterIds } from '#test/support/counter-ids'
import { seededRandom } from '#test/support/seeded-random'
import { workedExample } from '#test/support/worked-example'

const catalogue = shippedCatalogue()
const example = workedExample()
const NAMES = Object.keys(ANY_COMMAND)
const LENGTH = 200
const NONSENSE = [Number.NaN, Number.POSITIVE_INFINITY, -1e12, 1e7, 0]
const NOTHING = refused(message('refused.nothing-selected'))

/** Which command, and the seed of everything that it chooses. */
const step = fc.record({ command: fc.nat(NAMES.length - 1), seed: fc.nat() })

it('knows every command that there is', () => {
  const folder = new URL('../../../shared/commands/', import.meta.url)
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const commands = sources.flatMap((name) => [
    ...readFileSync(new URL(name, folder), 'utf8').matchAll(/^export function (\w+)\(\s*document: WardDocument[\s\S]*?\): ([^\n]*) \{$/gm),
  ])
  const edits = commands.flatMap(([, name, answer]) => (answer === 'Edit' ? [name] : []))
  expect(edits.length).toBeGreaterThan(60)
  expect(edits.sort()).toEqual([...NAMES].sort())
})

test.prop([fc.array(step, { minLength: LENGTH, maxLength: LENGTH })], { numRuns: 4, endOnFailure: true })(
  'any 200 commands keep the document one that opens, and are undone and redone to the byte',
  (steps) => {
    const freshId = counterIds()
    const done: { readonly change: KeptChange; readonly before: string; readonly after: string; readonly what: string | undefined }[] = []
    const textOf = lineByLine()
    let document = example
    const began = canonicalText(document)
    let before = textOf(document)
    for (const { command, seed } of steps) {
      const name = NAMES[command] ?? ''
      const edit = sound(ANY_COMMAND[name]?.(choiceOf(document, seed, freshId)) ?? NOTHING)
      if (edit.status !== 'done') continue
      const next = applyChange(document, edit.change)
      expectSound(next, edit.change, name)
      const after = textOf(next)
      done.push({ change: keepChange(edit.change), before, after, what: name })
      document = next
      before = after
    }
    const ended = canonicalText(document)
    for (const { change, before: text, what } of [...done].reverse()) {
      document = applyChange(document, changeBack(document, change))
      expect(textOf(document) === text, `undoing ${what}`).toBe(true)
    }
    // Of these two every line is written anew: a record that was changed in its place would show.
    expect(canonicalText(document)).toBe(began)
    for (const { change, after, what } of done) {
      document = applyChange(document, changeAgain(document, change))
      expect(textOf(document) === after, `redoing ${what}`).toBe(true)
    }
    expect(canonicalText(document)).toBe(ended)
    const read = decodeWard(encodeWardJson(document))
    expect(read.status === 'ok' && canonicalText(read.document)).toBe(canonicalText(document))
  },
)

/** The text of a document, with the lines of records that it met before as they were: most of a document outlives most edits. */
function lineByLine(): (document: WardDocument) => string {
  const lines = new Map<WardRecord, string>()
  return (document) =>
    recordsIn(document)
      .map((record) => filled(lines, record, () => recordText(record)))
      .join('\n')
}

/** What is in the document would be taken by whoever opens the file. */
function expectSound(document: WardDocument, { added, updated }: Change, name: string): void {
  for (const record of [...added, ...updated.map(([, to]) => to)]) {
    const parsed = WardRecord.safeParse(record)
    expect(parsed.success ? undefined : [name, parsed.error.issues[0], record]).toBeUndefined()
  }
  const records = [document.workshop, ...Object.values(document.designs)].flatMap((table) => Object.values(table))
  expect([name, structureFault(records)]).toEqual([name, undefined])
  // What a design says of shares is of places that are there, and makes a whole.
  const ofShares = validate(document).filter(({ message: { key } }) => key === 'finding.shareOfNothing' || key === 'finding.placeSharesSum')
  expect([name, ofShares]).toEqual([name, []])
}

function choiceOf(document: WardDocument, seed: number, freshId: Choice['freshId']): Choice {
  const random = seededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  return {
    document,
    freshId,
    catalogue,
    one: (items) => items[whole(items.length)],
    metres: (most) =>
      random() < 0.03 ? (NONSENSE[whole(NONSENSE.length)] ?? 0) : random() < 0.1 ? Math.round(random() * most) : (random() * 2 - 1) * most,
    whole,
    yes: () => random() < 0.5,
  }
}
