import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BenchRow, heldMegabytes } from './row'

const root = fileURLToPath(new URL('../../', import.meta.url))
const RUNS = 3

/** `wardwright compare` on the sample as a person types it: a cold process, from its start to the last file written. */
export function showCompareRows(): readonly BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'wardwright-bench-'))
  try {
    const seconds = Array.from({ length: RUNS }, () => {
      const start = performance.now()
      execFileSync(
        process.execPath,
        [join(root, 'dist', 'cli.mjs'), 'compare', join(root, 'resources', 'samples', 'endoscopy.ward'), '--out', folder],
        {
          stdio: 'ignore',
        },
      )
      return (performance.now() - start) / 1000
    }).sort((a, b) => a - b)
    const { designs } = JSON.parse(readFileSync(join(folder, 'comparison.json'), 'utf8')) as { readonly designs: readonly unknown[] }
    if (designs.length !== 4) throw new Error(`the sample has ${designs.length} designs, not 4`)
    const note = `${designs.length} designs, ${readdirSync(folder).length} files`
    return [{ name: 'show.compare-4', value: seconds[Math.floor(RUNS / 2)] ?? Number.NaN, memory: heldMegabytes(), note }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
