import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { disk } from '#electron/files/file-system'
import { journalsIn } from '#electron/files/journals'
import { contentsOf, REMOVED, saveWard } from '#electron/files/save-ward'
import { versionsIn } from '#electron/files/versions'
import { lineOf, replayed } from '#shared/exchange/replay'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import { edited } from './edited'
import { seededRandom } from './seeded-random'
import { workedExample } from './worked-example'

// A workshop edited and saved without a window, by the very code of the app, until it is killed. Tells what it was told is on the disk.
const [folder = '', seed = '0', from = '1'] = process.argv.slice(2)
const random = seededRandom(Number(seed))
const path = join(folder, 'Unit.ward')
const versions = versionsIn(join(folder, 'versions'), disk)
const journals = journalsIn(join(folder, 'journals'), disk)
// Waits until it is said: what `process.stdout` keeps back while nobody listens is lost when the process is killed.
const tell = (what: string) => writeSync(1, `${what}\n`)

let held = await disk.readFile(path).then(
  (bytes) => ({ bytes, contents: contentsOf(bytes) }),
  () => undefined,
)
const decoded = held === undefined ? undefined : decodeWard(held.bytes)
let document = decoded?.status === 'ok' ? decoded.document : workedExample()
let base: Uint8Array = held?.bytes ?? encodeWard(document)
const [unsaved] = await journals.unsaved()
const left = unsaved === undefined ? undefined : await journals.read(unsaved.id)
const recovered = left === undefined ? undefined : replayed(left)
let instead = unsaved?.id
let before = null as { changes: number; since: number; designs: string[] } | null
if (recovered?.status === 'ok' && unsaved !== undefined) {
  document = recovered.document
  base = encodeWard(document)
  before = { changes: unsaved.changes, since: unsaved.since, designs: [] }
}

let hasBegun = false
let of = 0
tell('ready')
for (let count = Number(from); ; count++) {
  const next = edited(document, count)
  document = next.document
  tell(`made ${count}`)
  const addition = {
    of: hasBegun ? of : ++of,
    lines: [JSON.stringify(lineOf(next.change, { at: count, what: `Edit ${count}`, design: '' }))],
    parts: [],
  }
  const kept = hasBegun ? await journals.add(addition) : await journals.begin({ path, name: 'Unit', before }, base, addition, instead)
  if (kept.status !== 'kept') throw new Error(kept.problem.key)
  hasBegun = true
  tell(`kept ${count}`)
  if (random() < 0.3) {
    const bytes = encodeWard(document)
    const saved = await saveWard(path, bytes, held?.contents ?? REMOVED, versions, disk)
    if (saved.status !== 'ok') throw new Error(`not saved: ${saved.status}`)
    tell(`saved ${count}`)
    held = { bytes: Uint8Array.from(bytes), contents: saved.contents }
    base = bytes
    before = null
    instead = undefined
    hasBegun = false
    await journals.end()
  }
}
