import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { disk } from '#electron/files/file-system'
import { journalsIn } from '#electron/files/journals'
import { REMOVED, saveWard } from '#electron/files/save-ward'
import { versionsIn } from '#electron/files/versions'
import type { WardDocument } from '#shared/document/document'
import { canonicalText } from '#shared/exchange/canonical-text'
import { lineOf, replayed } from '#shared/exchange/replay'
import { decodeWard, encodeWard } from '#shared/exchange/ward-file'
import english from '../../resources/locales/en.json'
import { edited } from './edited'
import { type Fault, faultyDisk } from './faulty-disk'
import { memoryFolder } from './memory-folder'
import { workedExample } from './worked-example'

/** The example and what it is after each of eight edits, with the line of a journal that leads there. */
const steps = Array.from({ length: 8 }).reduce<readonly Step[]>(
  (all) => {
    const count = all.length
    const { document, change } = edited((all.at(-1) as Step).document, count)
    return [...all, { document, line: JSON.stringify(lineOf(change, { at: count, what: `Edit ${count}`, design: '' })) }]
  },
  [{ document: workedExample(), line: '' }],
)
const bytes = steps.slice(0, 2).map(({ document }) => encodeWard(document)) as [Uint8Array, Uint8Array]
const texts = steps.map(({ document }) => canonicalText(document))

type Step = { readonly document: WardDocument; readonly line: string }

/** What is wrong after one save on a disk with a fault; nothing, if the file is the old or the new one and the answer says which. */
export async function faultySave(fault: Fault, random: () => number): Promise<{ readonly wrongs: readonly string[]; readonly met: number }> {
  const folder = memoryFolder('fault')
  try {
    const path = join(folder, 'Unit.ward')
    const versions = versionsIn(join(folder, 'versions'), disk)
    const [old, next] = bytes
    const first = await saveWard(path, old, REMOVED, versions, disk)
    if (first.status !== 'ok') return { wrongs: ['the first save failed'], met: 0 }
    const faulty = faultyDisk(fault, random)
    const answer = await saveWard(path, next, first.contents, versionsIn(join(folder, 'versions'), faulty.files), faulty.files)
    const there = readFileSync(path)
    const isOld = there.equals(old)
    const isNew = there.equals(next)
    const wrongs: string[] = []
    if (!isOld && !isNew) wrongs.push('the file is neither the old nor the new one')
    if (decodeWard(new Uint8Array(there)).status !== 'ok') wrongs.push('the file does not open')
    if (answer.status === 'ok' && !isNew) wrongs.push('told of a save that was none')
    if (answer.status !== 'ok' && !isOld) wrongs.push('the file was replaced, and the person told that it was not')
    if (answer.status === 'failed' && !Object.hasOwn(english, answer.problem.key)) wrongs.push(`no sentence for ${answer.problem.key}`)
    if (answer.status === 'conflict') wrongs.push('a conflict with nobody')
    faulty.mend()
    // The way out works: once the disk does, so does saving.
    const again = await saveWard(path, next, isNew ? undefined : first.contents, versions, disk)
    if (again.status !== 'ok' || !readFileSync(path).equals(next)) wrongs.push('cannot be saved afterwards')
    return { wrongs, met: faulty.met() }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is wrong with a journal written on a disk with a fault: what was told to be kept is there, and nothing else is made up. */
export async function faultyJournal(fault: Fault, random: () => number): Promise<{ readonly wrongs: readonly string[]; readonly met: number }> {
  const folder = memoryFolder('fault')
  try {
    const faulty = faultyDisk(fault, random)
    const journals = journalsIn(join(folder, 'journals'), faulty.files)
    const head = { path: '/wards/unit.ward', name: 'Unit', before: null }
    const lines: string[] = []
    const wrongs: string[] = []
    let [kept, sent, of, hasBegun] = [-1, 0, 0, false]
    for (let count = 1; count < steps.length; count++) {
      lines.push((steps[count] as Step).line)
      // As the page does: after a failure all of it is sent anew.
      if (!hasBegun) of++
      const addition = { of, lines: lines.slice(sent), parts: [] }
      const answer = hasBegun ? await journals.add(addition) : await journals.begin(head, bytes[0], addition)
      hasBegun = answer.status === 'kept'
      sent = hasBegun ? count : 0
      if (answer.status === 'kept') kept = count
      else if (!Object.hasOwn(english, answer.problem.key)) wrongs.push(`no sentence for ${answer.problem.key}`)
    }
    await journals.release()
    faulty.mend()
    const left = journalsIn(join(folder, 'journals'), disk)
    let furthest = -1
    for (const { id } of await left.unsaved()) {
      const found = await left.read(id)
      const made = found === undefined ? undefined : replayed(found)
      const at = made?.status === 'ok' ? texts.indexOf(canonicalText(made.document)) : -1
      if (at < 0) wrongs.push('unsaved work that nobody did')
      furthest = Math.max(furthest, at)
    }
    if (kept >= 0 && furthest < kept) wrongs.push(`told that ${kept} changes are kept, but ${furthest} are`)
    return { wrongs, met: faulty.met() }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
