import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '#shared/exchange/canonical-text'
import { encodeWard } from '#shared/exchange/ward-file'
import { zipped } from '#shared/exchange/zip'
import { wardwright } from '#test/support/cli'
import { temporaryFiles } from '#test/support/temporary-files'
import { workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'

const { folder, file } = temporaryFiles()
const example = workedExample()
const text = canonicalText(example)
const edited = (piece: string | RegExp, replacement: string) => text.replace(piece, replacement)

const REFUSED: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['nothing', '', /^The file is empty\.$/],
  ['no zip', 'Hello', /neither a Wardwright file/],
  ['a zip cut short', encodeWard(example).subarray(0, 900), /cut short/],
  ['a text cut short', text.slice(0, 4000), /cut short/],
  ['a newer version that keeps its records otherwise', '{"formatVersion": 7}', /newer Wardwright \(format 7; this one reads up to 4\)/],
  ['a newer version', edited('"formatVersion": 4', '"formatVersion": 7'), /newer Wardwright \(format 7; this one reads up to 4\)/],
  [
    'a wrong field',
    edited('"elevation":0.000', '"elevation":"low"'),
    /^Line \d+: the field elevation of storey_ground is not what it should be \(number\)\.$/,
  ],
  [
    'a reference to nothing',
    edited('"storey":"storey_ground"', '"storey":"storey_attics"'),
    /names storey_attics in its field storey, and there is no such record/,
  ],
  ['an id like __proto__', edited('"id":"fixture_seatone"', '"id":"__proto__"'), /“__proto__” is not a lawful id/],
  ['a room of zero area', edited(/("name":"Corridor".*)"y":3.000(.*)"y":3.000/, '$1"y":0.000$2"y":0.000'), /room_corridor has no area/],
]

describe('a file that cannot be read gets one sentence', () => {
  it.each(REFUSED)('%s', async (name, content, sentence) => {
    const path = file(`${name.replaceAll(' ', '-')}.ward`, content)
    for (const command of ['validate', 'measure']) {
      const { out, err, code } = await wardwright(command, path)
      expect({ code, out }, command).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/^wardwright: \S+\.ward: [^\n]+\n$/)
      expect(err.replace(/^wardwright: \S+\.ward: /, '').trim()).toMatch(sentence)
    }
    const { out, code } = await wardwright('validate', path, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ status: 'refused', findings: [{ severity: 'error', text: expect.stringMatching(sentence) }] })
  })

  it('one that inflates beyond the limit', async () => {
    const { err, code } = await wardwright('measure', file('bomb.ward', zipped(new Map([['workshop.json', new Uint8Array(65 * 1_048_576)]]))))
    expect({ code, err }).toEqual({ code: 1, err: 'wardwright: bomb.ward: workshop.json is larger than 64 MB, the most that Wardwright opens.\n' })
  })

  it.each([
    ['a file that is not there', 'gone.ward'],
    ['a folder', '.'],
  ])('%s', async (_, name) => {
    const { err, code } = await wardwright('measure', join(folder, name))
    expect(code).toBe(1)
    expect(err).toMatch(/^wardwright: [^\n]+\.\n$/)
  })
})

describe('validate', () => {
  it('finds no error in the worked example', async () => {
    const { out, code } = await wardwright('validate', file('good.ward', encodeWard(example)), '--json')
    expect(code).toBe(0)
    const { status, findings } = JSON.parse(out) as { status: string; findings: { severity: string; key: string }[] }
    expect(status).toBe('ok')
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it('says which door is wider than its wall, and where', async () => {
    const wide = withRecords(example, (record) => (record.kind === 'opening' && record.name === 'DT' ? { ...record, width: 12 } : record))
    const { out, code } = await wardwright('validate', file('wide.ward', encodeWard(wide)))
    expect(code).toBe(1)
    expect(out).toMatch(/^error: Worked example: .*DT.*12 m.*10 m.*\[opening_doordt\]$/m)
    expect((await wardwright('measure', file('wide.ward', encodeWard(wide)))).code).toBe(0)
  })

  it('says which pathway lacks a room, and the rest is measured', async () => {
    const lacking = withRecords(example, (record) =>
      record.id === 'room_treatment' && record.kind === 'room' ? { ...record, roomType: 'clean-utility' } : record,
    )
    const path = file('lacking.ward', encodeWard(lacking))
    const validated = await wardwright('validate', path)
    expect(validated.code).toBe(1)
    expect(validated.out).toMatch(/^error: Worked example has no “Treatment room” yet, which Treatment visit needs/m)
    const measured = await wardwright('measure', path)
    expect(measured.code).toBe(0)
    expect(measured.out).toMatch(/Patient travel a visit +unavailable: /)
    expect(measured.out).toMatch(/Gross area +190 m²/)
  })
})

describe('wrong usage', () => {
  const good = file('usage.ward', encodeWard(example))
  it.each([
    [[]],
    [['dance']],
    [['--what']],
    [['measure']],
    [['measure', good, good]],
    [['measure', good, '--colour']],
    [['measure', good, '-j']],
    [['measure', good, '--design']],
    [['measure', good, '--json=yes']],
    [['measure', good, '--reading', 'upside-down']],
    [['validate', good, '--json', '--json']],
    [['measure', good, '--constructor']],
  ])('%j', async (args) => {
    const { out, err, code } = await wardwright(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^wardwright: [^\n]+\.\n$/)
  })

  it('says which it is', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
    expect(await wardwright('--version')).toEqual({ out: `Wardwright ${version}\n`, err: '', code: 0 })
  })

  it('helps', async () => {
    expect(await wardwright('--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/validate[\s\S]*route[\s\S]*measure[\s\S]*compare[\s\S]*Exit codes/),
    })
    for (const command of ['validate', 'route', 'measure', 'compare']) {
      const { out, code } = await wardwright(command, '--help')
      expect(code).toBe(0)
      expect(out).not.toMatch(/cli\.|undefined/)
    }
  })
})

describe('compare', () => {
  it('says when its folder cannot be made or written', async () => {
    const path = file('compared.ward', encodeWard(example))
    mkdirSync(join(folder, 'out'))
    for (const out of [join(path, 'inside'), '/proc/nothing-here']) {
      const { err, code } = await wardwright('compare', path, '--out', out)
      expect(code).toBe(1)
      expect(err).toMatch(/^wardwright: [^\n]+\.\n$/)
    }
  })
})
