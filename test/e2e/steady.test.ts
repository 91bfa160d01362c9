import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession } from '@playwright/test'
import { type LaunchedApp, launchApp } from '../support/electron-app'
import { expect, test } from './fixtures'
import { bytesOf, checkoutPath, workbench } from './open-app'

// What the app holds after a long day is what it held after a tenth of it.

const SAVES = 1_000
const OPENS = 200
/** An hour of somebody who changes something every three seconds. */
const EDITS = 1_200

/** What a line of the log may keep: a room with all that stands in it, as it was and as it is. Megabytes. */
const LOG_LINE_MB = 0.02
/** What an open file may keep of the page's memory. Megabytes. */
const OPEN_FILE_MB = 30

/** One measures, one reads and writes files. */
const THREADS = 2
let asked = 0

/** So much more than after a tenth of the run is still the same. */
const SHARE = 1.1

let folder = ''
let launched: LaunchedApp | undefined
test.beforeEach(async () => {
  test.setTimeout(3_600_000)
  folder = await mkdtemp(join(tmpdir(), 'wardwright-steady-'))
})
test.afterEach(async () => {
  await launched?.close()
  launched = undefined
  await rm(folder, { recursive: true, force: true })
})

/**
 * Megabytes of page (without the machine code that the engine makes of it as it goes), of its threads and of main after a collection, nodes of
 * the page, open files of main.
 */
type Held = { readonly page: number; readonly threads: number; readonly main: number; readonly nodes: number; readonly handles: number }

async function launch() {
  launched = await launchApp()
  const { app, page } = launched
  const session = await app.context().newCDPSession(page)
  // The sample on the start page is measured once, and kept.
  await expect(page.locator('.glimpse')).toContainText(/\d m/, { timeout: 60_000 })
  return { app, page, bench: workbench(app, page), held: () => heldBy(app, session) }
}

/** How quick it is, is not asked here: long tests have company. */
const measured = (bench: ReturnType<typeof workbench>) => expect(bench.board.locator('.tile-number').first()).toBeVisible({ timeout: 60_000 })

async function heldBy(app: LaunchedApp['app'], session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.enable')
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage')
  const page = await bytesWithoutCode(session)
  const threads = await bytesOfThreads(session)
  const { nodes } = await session.send('Memory.getDOMCounters')
  const main = await app.evaluate(async () => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    const { readdirSync } = process.getBuiltinModule('node:fs')
    setFlagsFromString('--expose-gc')
    const collect: () => void = process.getBuiltinModule('node:vm').runInNewContext('gc')
    for (let times = 0; times < 3; times++) collect()
    const { heapUsed, external } = process.memoryUsage()
    const handles = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : process.getActiveResourcesInfo().length
    return { megabytes: (heapUsed + external) / 1e6, handles }
  })
  return { page: page / 1e6, threads: threads / 1e6, main: main.megabytes, nodes, handles: main.handles }
}

type Snapshot = {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] } }
  readonly nodes: readonly number[]
}

/**
 * What the page holds, in bytes. The machine code of functions is left out: the more often one has run the more is made of it, for hundreds of
 * rounds, up to what there is to compile; it would hide what grows without an end.
 */
async function bytesWithoutCode(session: CDPSession): Promise<number> {
  const chunks: string[] = []
  const hear = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', hear)
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', hear)
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot
  const { node_fields: fields, node_types: types } = snapshot.meta
  const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')]
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length) if (nodes[node + type] !== code) bytes += nodes[node + size] ?? 0
  expect(bytes).toBeGreaterThan(5e6) // else it is not what was meant that was added up
  return bytes
}

/** What all threads of the page hold, in bytes. */
async function bytesOfThreads(session: CDPSession): Promise<number> {
  const threads: string[] = []
  const meet = ({ sessionId }: { readonly sessionId: string }) => threads.push(sessionId)
  session.on('Target.attachedToTarget', meet)
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  session.off('Target.attachedToTarget', meet)
  expect(threads).toHaveLength(THREADS)
  let bytes = 0
  for (const thread of threads) {
    for (let times = 0; times < 3; times++) await askThread(session, thread, 'HeapProfiler.collectGarbage')
    bytes += (await askThread(session, thread, 'Runtime.getHeapUsage')).usedSize
  }
  await session.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: false })
  return bytes
}

function askThread(session: CDPSession, sessionId: string, method: string): Promise<{ readonly usedSize: number }> {
  const id = ++asked
  return new Promise((resolve, reject) => {
    const hear = (answer: { readonly sessionId: string; readonly message: string }) => {
      const said = JSON.parse(answer.message)
      if (answer.sessionId !== sessionId || said.id !== id) return
      session.off('Target.receivedMessageFromTarget', hear)
      resolve(said.result)
    }
    session.on('Target.receivedMessageFromTarget', hear)
    session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params: {} }) }).catch(reject)
  })
}

/** Does it so many times; what is held at the end against what was held after a tenth. */
async function staysTheSame(times: number, held: () => Promise<Held>, once: (index: number) => Promise<void>): Promise<void> {
  let early: Held | undefined
  for (let index = 0; index < times; index++) {
    await once(index)
    if (index + 1 === times / 10) early = await held()
  }
  if (early === undefined) throw new Error('a tenth of the run must be a whole number of times')
  const late = await held()
  const grown = (['page', 'threads', 'main', 'nodes', 'handles'] as const).filter((what) => late[what] > early[what] * SHARE)
  expect(grown, `after a tenth ${JSON.stringify(early)}, at the end ${JSON.stringify(late)}`).toEqual([])
}

test('1,000 saves leave nothing behind', { tag: '@long' }, async () => {
  const { page, bench, held } = await launch()
  await bench.openPlan()
  await bench.select('Procedure 4')
  await bench.willSaveAs(join(folder, 'Steady.ward'))
  await page.keyboard.press('Control+s')
  await expect.poll(bench.title).toBe('Steady - saved - Wardwright')
  const heldOnStartPage = async () => {
    await page.getByRole('button', { name: 'Start page' }).click()
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeEnabled()
    const now = await held()
    await bench.openFile(join(folder, 'Steady.ward'))
    await expect.poll(bench.title).toBe('Steady - saved - Wardwright')
    await bench.select('Procedure 4')
    return now
  }
  // From here on it is a file of its own: the sample shares what it is made of with the start page.
  await heldOnStartPage()
  await staysTheSame(SAVES, heldOnStartPage, async (index) => {
    if (index % 2 === 0) await page.keyboard.press('ArrowRight')
    else await page.keyboard.press('Control+z')
    await expect.poll(bench.title, { intervals: [20] }).toContain('- not saved -')
    await page.keyboard.press('Control+s')
    await expect.poll(bench.title, { intervals: [20] }).toContain('- saved -')
  })
})

test('200 files opened one after the other leave nothing behind', { tag: '@long' }, async () => {
  const { app, page, bench, held } = await launch()
  const bytes = await bytesOf(checkoutPath('resources/samples/endoscopy.ward'))
  for (const name of ['A', 'B']) await writeFile(join(folder, `${name}.ward`), bytes)
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeEnabled() // before it is there, it does not hear the menu
  /** With the file put away: of the one before it React keeps what it drew until it draws something else. */
  const heldOnStartPage = async () => {
    await page.getByRole('button', { name: 'Start page' }).click()
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeEnabled()
    return held()
  }
  await staysTheSame(OPENS, heldOnStartPage, async (index) => {
    const name = index % 2 === 0 ? 'A' : 'B'
    await app.evaluate(
      ({ dialog, Menu }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
        Menu.getApplicationMenu()?.getMenuItemById('open')?.click()
      },
      join(folder, `${name}.ward`),
    )
    await expect.poll(bench.title, { intervals: [20] }).toBe(`${name} - saved - Wardwright`)
    await measured(bench)
  })
})

test('an hour of edits leaves nothing behind but its log, which is short', { tag: '@long' }, async () => {
  const { page, bench, held } = await launch()
  const begin = async () => {
    await bench.openPlan()
    await measured(bench)
    await bench.select('Procedure 4')
  }
  let edits = 0
  /** What is held when the file is put away, and its log with it. */
  const heldWithoutLog = async () => {
    const withLog = await held()
    await page.getByRole('button', { name: 'Start page' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Do not save' }).click()
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeEnabled()
    const without = await held()
    expect((withLog.page - without.page) / edits).toBeLessThan(LOG_LINE_MB + OPEN_FILE_MB / edits)
    await begin()
    return without
  }
  await begin()
  // There and back: the plan is the same at the end of each ten, and the log is not.
  const moves = ['ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'Control+z', 'Control+y', 'ArrowLeft']
  await staysTheSame(EDITS, heldWithoutLog, async (index) => {
    edits = index < EDITS / 10 ? index + 1 : index + 1 - EDITS / 10
    await page.keyboard.press(moves[index % moves.length] ?? '')
    if (index % moves.length !== moves.length - 1) return
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
    await page.waitForTimeout(100) // measuring, journal and panels have their say
  })
})
