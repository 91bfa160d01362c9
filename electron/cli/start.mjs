import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'

// `dist/cli.mjs`: the command line lies beside it as one function, and beside that what Node made of it when it was built. With that nothing
// is compiled that the sample needs: a tenth of a second of each command. Without it, or in another Node, everything is, as it is run.
const filename = fileURLToPath(new URL('cli.js', import.meta.url))
const script = new Script(readFileSync(filename, 'utf8'), { filename, cachedData: compiled() })
/** @type {{ commandLine?: (program: URL) => Promise<void> }} */
const made = {}
script.runInThisContext()(made, createRequire(import.meta.url))
await made.commandLine?.(new URL(import.meta.url))

function compiled() {
  try {
    return readFileSync(new URL('cli.compiled', import.meta.url))
  } catch {
    return undefined
  }
}
