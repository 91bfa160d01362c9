import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { compiledCore } from './support/compiled-core.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const core = await compiledCore(root)

/** A file that takes as long as a quarter of all others together; begun last, it leaves one of two processors idle. */
const LONGEST = 'validation/queueing.test.ts'

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST)
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
  }
}

export default defineConfig({
  resolve: { alias: [{ find: /^#shared\/(.*)$/, replacement: `${core}/$1.js` }] },
  test: {
    root,
    server: { deps: { external: [/[\\/]\.cache[\\/]core[\\/]/] } },
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/support/fixed-seed.ts'],
    // Tests share no state but what a module keeps by identity; loading the tools once a thread, not once a file, is most of the time saved.
    pool: 'threads',
    isolate: false,
    // Left to itself it leaves one processor free, which of two is half of them.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // A clock is no test: a busy machine may take its time, a hang still ends.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    exclude: ['test/e2e/**', 'test/packaging/**', 'test/long/**', 'node_modules/**'],
  },
})
