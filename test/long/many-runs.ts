import { fc, it, test } from '@fast-check/vitest'

/** How many times the cases of `npm test`. */
const TIMES = 20
const USUAL_RUNS = 100

// New cases on every run, and many more of them; the name of a failed test says the seed that shows it again.
const seed = Date.now() & 0x7fffffff
fc.configureGlobal({ seed })
for (const each of [it, test]) {
  const prop = new Proxy(each.prop, {
    apply: (usual, self, [arbitraries, parameters]: [unknown, fc.Parameters | undefined]) =>
      Reflect.apply(usual, self, [arbitraries, { ...parameters, seed, numRuns: TIMES * (parameters?.numRuns ?? USUAL_RUNS) }]),
  })
  Object.assign(each, { prop })
}
