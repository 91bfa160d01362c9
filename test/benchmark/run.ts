import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answerPace, openPacer } from './pace'
import type { BenchRow } from './row'
import { median } from './timing'

type Bound = { readonly unit: 'ms' | 's' | 'times' | 'calls' | 'M/s'; readonly bound?: number; readonly better: 'lower' | 'higher' }

/** Every row there must be, in the order of the table. One thread, warm, on two cores; a missing row fails. */
const BOUNDS: Readonly<Record<string, Bound>> = {
  'route.build.m6': { unit: 'ms', bound: 200, better: 'lower' },
  'route.matrix400.m6': { unit: 'ms', bound: 350, better: 'lower' },
  'route.edit-wall.m6': { unit: 'ms', bound: 15, better: 'lower' },
  'route.build.m6.r250': { unit: 'ms', bound: 700, better: 'lower' },
  'route.query.m6': { unit: 'ms', better: 'lower' },
  'live.sample.p50': { unit: 'ms', bound: 25, better: 'lower' },
  'live.sample.p95': { unit: 'ms', bound: 50, better: 'lower' },
  'open.200-rooms.first-plan': { unit: 's', bound: 1, better: 'lower' },
  'open.200-rooms.scoreboard': { unit: 's', bound: 3, better: 'lower' },
  'show.draw-calls': { unit: 'calls', bound: 150, better: 'lower' },
  'show.orbit.script': { unit: 'ms', bound: 4, better: 'lower' },
  'show.pan.200-rooms': { unit: 'ms', bound: 16, better: 'lower' },
  'show.compare-4': { unit: 's', bound: 5, better: 'lower' },
  'edit.preview.p95': { unit: 'ms', bound: 4, better: 'lower' },
  'edit.scoreboard.sample.p95': { unit: 'ms', bound: 50, better: 'lower' },
  'edit.scoreboard.large.p95': { unit: 'ms', bound: 300, better: 'lower' },
  'edit.draw-calls': { unit: 'calls', bound: 150, better: 'lower' },
  'edit.memory.1000-drags': { unit: 'times', bound: 1.1, better: 'lower' },
  'sim.events.mm10': { unit: 'M/s', bound: 2, better: 'higher' },
  'sim.peer.simscript': { unit: 'times', better: 'higher' },
  'sim.sample.4x100': { unit: 's', bound: 3, better: 'lower' },
  'sim.paired.variance': { unit: 'times', bound: 5, better: 'higher' },
  'sim.playback.500': { unit: 'ms', bound: 4, better: 'lower' },
  'route.peer.recast': { unit: 'times', bound: 20, better: 'higher' },
}

type Bench = Readonly<Record<string, () => readonly BenchRow[] | Promise<readonly BenchRow[]>>>
const FILES = import.meta.glob<Bench>('./*.bench.ts')

/** The word after a word of the command line. */
function after(word: string): string | undefined {
  const at = process.argv.indexOf(word)
  return at === -1 ? undefined : process.argv[at + 1]
}

/** Files that are run several times, since one run of them lies up to a third off: what counts is the median. */
const RUNS: Readonly<Record<string, number>> = { './live.bench.ts': 3, './open.bench.ts': 5 }

// What one file leaves behind, code made for other data above all, must not slow the next: each is run by a process of its own.
const own = after('--of')
if (own === 'pace') await answerPace()
else if (own !== undefined) await answerFile(own)
else await runAll()

async function answerFile(path: string): Promise<void> {
  const rows: BenchRow[] = []
  for (const [name, measure] of Object.entries((await FILES[path]?.()) ?? {})) if (name.endsWith('Rows')) rows.push(...(await measure()))
  writeFileSync(3, JSON.stringify(rows))
  process.exit()
}

/** The rows that a process of its own answers for a file. */
function rowsOf(path: string): readonly BenchRow[] {
  const { status, output } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), '--of', path], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${path} failed`)
  return JSON.parse(output[3] ?? '') as readonly BenchRow[]
}

/** A row of one run, and how many times as long the machine took then as the one that the bounds were set on. */
type PacedRow = { readonly row: BenchRow; readonly pace: number }

/** Runs all files, prints the table and says which bounds are broken. */
async function runAll(): Promise<void> {
  // `--only live` runs live.bench.ts alone, to try something; only a run of all files tells whether the bounds hold.
  const only = after('--only')
  const pacer = await openPacer(fileURLToPath(import.meta.url), ['--of', 'pace'])
  // A shared machine takes twice as long in one minute as in another: the pace of each run is that just before and just after it.
  const paces = [await pacer.ask()]
  const runs = new Map<string, PacedRow[]>()
  for (const path of Object.keys(FILES)) {
    if (only !== undefined && path !== `./${only}.bench.ts`) continue
    for (let run = 0; run < (RUNS[path] ?? 1); run++) {
      const found = rowsOf(path)
      paces.push(await pacer.ask())
      const pace = (paces.at(-2)! + paces.at(-1)!) / 2
      for (const row of found) runs.set(row.name, [...(runs.get(row.name) ?? []), { row, pace }])
    }
  }
  pacer.close()
  const problems = printed(runs, only !== undefined)
  const [least, most] = [Math.min(...paces), Math.max(...paces)].map((pace) => pace.toFixed(2))
  console.log(
    `\nThis machine took ${least} to ${most} times as long as the one that the bounds were set on, by recast-navigation, which ran on both.`,
  )
  const file = after('--json')
  if (file !== undefined) {
    const list = Object.entries(BOUNDS).flatMap(([name, bound]) => {
      const found = runs.get(name)
      return found === undefined ? [] : [{ name, value: middleOf(found), ...bound }]
    })
    writeFileSync(resolve(process.env.INIT_CWD ?? '.', file), `${JSON.stringify(list, null, 2)}\n`)
  }
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
}

function middleOf(runs: readonly PacedRow[]): number {
  return median(runs.map(({ row }) => row.value))
}

/** A row as it would be at the pace of the machine that the bounds were set on, in words; nothing for what no pace changes. */
function there(runs: readonly PacedRow[], unit: Bound['unit']): string {
  if (unit === 'calls' || unit === 'times') return ''
  const value = median(runs.map(({ row, pace }) => (unit === 'M/s' ? row.value * pace : row.value / pace)))
  const each = runs.map(({ pace }) => pace.toFixed(2)).join(', ')
  return ` (${value.toPrecision(4)} at the pace of the machine it was set on, ${each} times this one's)`
}

/** Prints the table; what is wrong with it. */
function printed(runs: ReadonlyMap<string, readonly PacedRow[]>, arePart: boolean): readonly string[] {
  const problems: string[] = []
  for (const [name, { unit, bound, better }] of Object.entries(BOUNDS)) {
    const found = runs.get(name)
    if (found === undefined) {
      if (!arePart) problems.push(`${name} is missing`)
      continue
    }
    const value = middleOf(found)
    const isKept = bound === undefined || (better === 'lower' ? value <= bound : value >= bound)
    // A bound is kept or broken here, whatever this machine is; beside a broken one stands what it would be where the bounds were set.
    if (!isKept) problems.push(`${name} is ${value.toPrecision(4)} ${unit}; its bound is ${bound}${there(found, unit)}`)
    const limit = bound === undefined ? '' : `${better === 'lower' ? 'at most' : 'at least'} ${bound} ${unit}`
    const { memory, note = '' } = found[0]!.row
    const each = found.length === 1 ? '' : `of ${found.map(({ row }) => row.value.toPrecision(3)).join(', ')}  `
    console.log(
      `${name.padEnd(28)}${value.toPrecision(4).padStart(9)} ${unit.padEnd(6)}${limit.padEnd(20)}${memory.toFixed(0).padStart(6)} MB  ${each}${note}`,
    )
  }
  for (const name of runs.keys()) if (BOUNDS[name] === undefined) problems.push(`${name} has no place in the table of test/benchmark/run.ts`)
  return problems
}
