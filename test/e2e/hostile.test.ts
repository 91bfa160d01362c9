import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { CHANNELS, type ChannelName } from '#shared/ipc/channels'
import { expect, test } from './fixtures'

// A page that was taken over asks main for whatever it likes, on every channel of the table. It may hear no; it may not get a file,
// write one, or bring main down. What it is refused is written to the console: expected here.
test.use({ mayComplain: true, isFresh: true })

/** Channels without a wish of their own: they take nothing, and whoever asks them politely gets what anybody gets. */
const TAKES_NOTHING: readonly ChannelName[] = [
  'openFile',
  'openAtStart',
  'recentFiles',
  'closeNow',
  'about',
  'copySupport',
  'pageStart',
  'endJournal',
  'unsavedWork',
]

let folder = ''
let secret = ''
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardwright-hostile-'))
  secret = join(folder, 'secret.ward')
  await writeFile(secret, 'never chosen by anybody')
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

test('a hostile page gets nothing out of any channel but a refusal', async ({ app, page }) => {
  await noDialogs(app)
  const answers = await attack(page, secret, false)
  expect(answers.asked).toBeGreaterThan(Object.keys(CHANNELS).length * 20)
  expect(answers.channels.sort()).toEqual(Object.keys(CHANNELS).sort())
  expect(answers.odd).toEqual([])
  await nothingHappened(app, page)
})

test('nor by strings of 100 MB', { tag: '@long' }, async ({ app, page }) => {
  test.setTimeout(300_000) // each takes half a second, or several where others work too
  await noDialogs(app)
  const answers = await attack(page, secret, true)
  expect(answers.odd).toEqual([])
  await nothingHappened(app, page)
})

/** Nobody is there to choose a file: whoever asks for one is told that none was chosen. */
async function noDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
}

async function nothingHappened(app: ElectronApplication, page: Page): Promise<void> {
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))).toEqual([true])
  expect(await page.evaluate(() => window.wardwright.recentFiles({}).then((files) => files.length))).toBe(0)
  expect(await readdir(folder)).toEqual(['secret.ward'])
  expect(await readFile(secret, 'utf8')).toBe('never chosen by anybody')
  const names = await app.evaluate(() => Object.keys(Object.prototype).concat(Object.keys(Array.prototype)))
  expect(names).toEqual([])
}

type Attacked = { readonly asked: number; readonly channels: string[]; readonly odd: readonly string[] }

/** Asks every channel for everything; `odd` are the answers that are neither a refusal nor a polite no. */
function attack(page: Page, path: string, isHuge: boolean): Promise<Attacked> {
  return page.evaluate(
    async ({ target, huge, takesNothing }) => {
      const bridge = window.wardwright as unknown as Record<string, (request: unknown) => Promise<unknown>>
      const names = Object.keys(bridge).filter((name) => name !== 'onMenu')
      const zeros = '0'.repeat(32)
      const tokens = [`file-${zeros}`, `place-${zeros}`, `unsaved-${zeros}`, `version-${zeros}`]
      const bytes = new Uint8Array([1, 2, 3])
      const length = 100 * 1024 * 1024
      const polluting = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"file":"__proto__"}')
      const circular: Record<string, unknown> = { file: target }
      circular.self = circular
      const words = [
        target,
        `file://${target}`,
        '../../../etc/passwd',
        'C:\\Windows\\win.ini',
        '\\\\server\\share\\x.ward',
        '',
        '\0',
        '__proto__',
        ...tokens,
      ]
      const hugeOnes: unknown[] = [{ text: 'x'.repeat(length) }]
      const odds: unknown[] = huge
        ? hugeOnes
        : [
            undefined,
            null,
            0,
            Number.NaN,
            true,
            [],
            [target],
            new Date(0),
            new Map([['file', target]]),
            new Error(target),
            polluting,
            circular,
            ...words,
            ...words.map((file) => ({ file })),
            ...words.map((each) => ({ path: each })),
            ...words.map((file) => ({ file, bytes, over: null, expected: null })),
            ...words.map((suggestedName) => ({ suggestedName, bytes: 'text' })),
            ...words.map((place) => ({ place, files: [{ name: '../../x.html', bytes }] })),
            ...words.map((unsaved) => ({ unsaved })),
            ...words.map((version) => ({ version })),
            ...words.map((sample) => ({ sample })),
            ...words.map((name) => ({ name, saved: 'none', undo: null, redo: null, extra: 1 })),
            ...words.map((kind) => ({ kind, suggestedName: target })),
          ]
      const isNo = (answer: string) =>
        /refused|could not be cloned|is not of type|malformed/.test(answer) ||
        /^\{"status":"(failed|cancelled|done|kept)"/.test(answer) ||
        answer === '[]'
      const odd: string[] = []
      let asked = 0
      for (const name of names) {
        for (const wish of odds) {
          // Closing is what a page may ask for: it is asked for wrongly only.
          if (takesNothing.includes(name) && typeof wish === 'object' && wish !== null && Object.keys(wish).length === 0) continue
          asked++
          const answer = await Promise.resolve()
            .then(() => bridge[name]?.(wish))
            .then(
              (value) => JSON.stringify(value) ?? 'undefined',
              (error: Error) => `refused ${error.message}`,
            )
          if (!isNo(answer))
            odd.push(
              `${name} ${String(JSON.stringify(Object(wish) === wish ? Object.keys(wish as object) : wish)).slice(0, 80)}: ${answer.slice(0, 200)}`,
            )
        }
      }
      return { asked, channels: names, odd }
    },
    { target: path, huge: isHuge, takesNothing: TAKES_NOTHING as readonly string[] },
  )
}
