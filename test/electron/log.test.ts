import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { afterAll, expect, it } from 'vitest'
import { openLog } from '#electron/log'

const folder = mkdtempSync(join(tmpdir(), 'wardwright-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('writes a line with its time, its event and its codes', () => {
  const log = openLog(join(folder, 'one.txt'), () => 0)
  log.write('page-gone', { reason: 'oom', code: -536870904 })
  log.write('ended')
  expect(log.tail(10)).toEqual(['1970-01-01T00:00:00.000Z page-gone reason=oom code=-536870904', '1970-01-01T00:00:00.000Z ended'])
  expect(log.tail(1)).toEqual(['1970-01-01T00:00:00.000Z ended'])
})

test.prop([fc.constantFrom(' ', '/', '\\', '\n', '“', 'é', '@', ',', ':'), fc.string(), fc.string()])(
  'leaves out what is no code: a sentence, a path, a name with a space',
  (mark, before, after) => {
    const log = openLog(join(folder, 'names.txt'), () => 0)
    log.write('request-failed', { code: `${before}${mark}${after}` })
    expect(log.tail(1)).toEqual(['1970-01-01T00:00:00.000Z request-failed code=?'])
  },
)

it('stays within its bound, however much happens, and keeps the latest', () => {
  const log = openLog(join(folder, 'bounded', 'log.txt'), () => 0)
  for (let count = 0; count < 6_000; count++) log.write('worker-gone', { worker: 'live', count, padding: 'x'.repeat(47) })
  const names = readdirSync(join(folder, 'bounded'))
  expect(names.sort()).toEqual(['log.old.txt', 'log.txt'])
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, 'bounded', name)).size, 0)
  expect(bytes).toBeLessThan(2 * 129 * 1024)
  expect(log.tail(1)[0]).toContain('count=5999')
})

it('says nothing where it cannot be written', () => {
  writeFileSync(join(folder, 'file'), '')
  openLog(join(folder, 'file', 'log.txt'), () => 0).write('ended')
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('')
})
