import { fc, test } from '@fast-check/vitest'

/** How many times the cases of `npm test`, unless they take longer than this, in milliseconds: then as many as fit into it. */
const TIMES = 400
const LONGEST_MS = 20_000
const USUAL_RUNS = 100
/** A property that looks for its smallest failing case takes longer still. Milliseconds. */
const TIMEOUT_MS = 600_000

// New cases on every run, and many more of them; the name of a failed test says the seed that shows it again.
const seed = Date.now() & 0x7fffffff
fc.configureGlobal({ seed })
// `it` is the same function.
const prop = new Proxy(test.prop, {
  apply: (usual, self, [arbitraries, parameters]: [unknown, fc.Parameters | undefined]) => {
    const numRuns = TIMES * (parameters?.numRuns ?? USUAL_RUNS)
    const property = Reflect.apply(usual, self, [arbitraries, { ...parameters, seed, numRuns, interruptAfterTimeLimit: LONGEST_MS }])
    // The time that a test gives itself is meant for the usual number of cases.
    return (name: string, run: unknown) => Reflect.apply(property, undefined, [name, run, TIMEOUT_MS])
  },
})
Object.assign(test, { prop })
