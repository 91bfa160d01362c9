import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { designsOf, type WardDocument } from '#shared/document/document'
import { replayed } from '#shared/exchange/replay'
import { decodeWard } from '#shared/exchange/ward-file'
import { memoryFolder } from './memory-folder'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A kill comes after fewer edits than this, and then at most so much later: somewhere in an edit or a save, however fast the machine is. */
const MOST_EDITS = 8
const LONGEST_WAIT_MS = 20

export type Kills = { readonly wrongs: readonly string[]; readonly edits: number; readonly saves: number }

/**
 * Kills a process that edits and saves, again and again over one folder, and looks at what is left each time. `deaf`: milliseconds before
 * each kill in which nobody hears what the process tells.
 */
export async function killCampaign(kills: number, random: () => number, deaf = 0): Promise<Kills> {
  const folder = memoryFolder('kills')
  try {
    const writer = await builtWriter(folder)
    const wrongs: string[] = []
    let [edits, saves, next] = [0, 0, 1]
    for (let kill = 0; kill < kills; kill++) {
      const seed = Math.floor(random() * 2 ** 31)
      const end = { edits: Math.floor(random() * MOST_EDITS), wait: random() * LONGEST_WAIT_MS, deaf }
      const told = await killedLife([writer, folder, String(seed), String(next)], end)
      const wrong = told === undefined ? 'the writer ended by itself' : wrongOf(folder, told)
      if (wrong !== undefined) wrongs.push(`kill ${kill}: ${wrong}`)
      if (told === undefined) break
      edits += told.filter(({ what }) => what === 'kept').length
      saves += told.filter(({ what }) => what === 'saved').length
      next = Math.max(next, ...told.map(({ count }) => count + 1))
    }
    return { wrongs, edits, saves }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Told = { readonly what: string; readonly count: number }

/** The writer as one file of plain JavaScript. */
async function builtWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'test/support/kill-writer.ts'),
      outDir: join(folder, 'writer'),
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'writer.mjs', codeSplitting: false } },
    },
  })
  return join(folder, 'writer', 'writer.mjs')
}

/** When a life ends: so many edits are on the disk, so many milliseconds have gone by since, and as many in which nobody hears what it tells. */
type End = { readonly edits: number; readonly wait: number; readonly deaf: number }

async function killedLife(command: readonly string[], { edits, wait, deaf }: End): Promise<readonly Told[] | undefined> {
  // A group of its own, so that what is killed is it and what it started, and nothing else.
  const child = spawn(process.execPath, command, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const lived = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready') && said.split('kept').length > edits) resolve()
    })
  })
  const gone = once(child, 'close')
  await Promise.race([lived, gone])
  await pause(wait)
  // This thread stands still, as on a machine that has other things to do.
  if (deaf > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, deaf)
  if (child.pid === undefined || child.exitCode !== null) return undefined
  process.kill(-child.pid, 'SIGKILL')
  await gone
  return said.split('\n').flatMap((line): readonly Told[] => {
    const [what = '', count] = line.split(' ')
    return count === undefined ? [] : [{ what, count: Number(count) }]
  })
}

/** The file opens, and with what the journal has it holds every edit that was told to be on the disk. */
function wrongOf(folder: string, told: readonly Told[]): string | undefined {
  const wanted = Math.max(0, ...told.filter(({ what }) => what !== 'made').map(({ count }) => count))
  const made = Math.max(0, ...told.map(({ count }) => count))
  const file = bytesOf(join(folder, 'Unit.ward'))
  const decoded = file === undefined ? undefined : decodeWard(file)
  if (decoded?.status === 'refused') return `the file does not open: ${decoded.problem.key}`
  let found = decoded === undefined ? 0 : countIn(decoded.document)
  for (const name of journalsLeft(join(folder, 'journals'))) {
    const bytes = bytesOf(join(folder, 'journals', name))
    const left = bytes === undefined ? undefined : replayed(bytes)
    if (left?.status !== 'ok') return 'a journal that gives nothing'
    found = Math.max(found, countIn(left.document))
  }
  if (found < wanted) return `edit ${wanted} was on the disk, and ${found} is the last that is there`
  // The last thing told may be older than the last thing done, never younger.
  return made > 0 && found > made + 1 ? `edit ${found} was never made` : undefined
}

function journalsLeft(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.journal'))
  } catch {
    return [] // killed before the first
  }
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path))
  } catch {
    return undefined
  }
}

function countIn(document: WardDocument): number {
  return Math.max(0, ...designsOf(document).map(({ idea }) => Number(/^Idea (\d+)$/.exec(idea)?.[1] ?? 0)))
}
