import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { findingsOf } from '#shared/building/document-findings'
import { ignoreFinding } from '#shared/commands/ignore-finding'
import { removeElements } from '#shared/commands/remove-elements'
import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import { encodeWard } from '#shared/exchange/ward-file'
import { wardwright } from '#test/support/cli'
import { doUndoRedo } from '#test/support/edits'
import { temporaryFiles } from '#test/support/temporary-files'
import { workedExample } from '#test/support/worked-example'

const { folder, file } = temporaryFiles()
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** The worked example without the door of its treatment room: nobody comes in. */
function walledUp(): WardDocument {
  const example = workedExample()
  const doors = Object.values(example.designs).flatMap((table) => Object.values(table).filter(({ kind }) => kind === 'opening'))
  const edit = removeElements(example, { elements: [doors[0]!.id] })
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  return applyChange(example, edit.change)
}

it('tells what is left as it is with its reason, and no longer counts it', async () => {
  const document = walledUp()
  const found = findingsOf(document).filter(({ design }) => design !== undefined)
  expect(found.length).toBeGreaterThan(0)
  let ignored = document
  for (const finding of found)
    ignored = doUndoRedo(ignored, ignoreFinding(ignored, { design: finding.design!.id, finding, reason: 'It is a drawing' }))
  const before = await wardwright('validate', file('found.ward', encodeWard(document)), '--json')
  const path = file('ignored.ward', encodeWard(ignored))
  const after = await wardwright('validate', path, '--json')
  const counts = (out: string) => {
    const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly ignored: string | null; readonly at: object | null }[] }
    return {
      all: findings.length,
      ignored: findings.filter((each) => each.ignored === 'It is a drawing').length,
      placed: findings.some(({ at }) => at !== null),
    }
  }
  expect(counts(before.out)).toMatchObject({ ignored: 0, placed: true })
  expect(counts(after.out)).toEqual({ ...counts(before.out), ignored: found.length })
  const said = await wardwright('validate', path)
  expect(said.out.match(/^ignored: .* Ignored, because: It is a drawing/gm)).toHaveLength(found.length)
})

it('reports on a thread of its own what it finds on one alone', async () => {
  const path = file('walled-up.ward', encodeWard(walledUp()))
  execFileSync(process.execPath, [`${ROOT}electron/build/wardwright.mjs`, 'help'], { stdio: 'ignore' })
  execFileSync(process.execPath, [`${ROOT}dist/cli.mjs`, 'compare', path, '--out', join(folder, 'beside')], { stdio: 'ignore' })
  await wardwright('compare', path, '--out', join(folder, 'alone'))
  const [beside, alone] = ['beside', 'alone'].map((name) => readFileSync(join(folder, name, 'report.html'), 'utf8'))
  expect(beside).toContain('no door')
  expect(beside).toBe(alone)
})

it('counts rooms of the brief that are only not drawn yet apart from what is wrong', async () => {
  const { out, code } = await wardwright('validate', `${ROOT}resources/samples/endoscopy.ward`)
  expect(code).toBe(0)
  const lines = out.trim().split('\n')
  // Pods has the eleven pods that the brief wants; the three other designs do not.
  expect(lines.filter((line) => /^still to draw: .+: The brief wants 11 more of: Pod\./.test(line))).toHaveLength(3)
  expect(lines.filter((line) => line.startsWith('warning: '))).toHaveLength(1)
  expect(lines.at(-1)).toBe('0 errors, 1 warning, 33 rooms of the brief still to draw.')
})
