import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import v8 from 'node:v8'
import { Script } from 'node:vm'

// Runs the command line once and keeps what Node made of its code: `node keep-compiled.mjs CLI.js TO WORDS...`. What is kept is
// refused by a Node with other flags, so none may differ at the end: those that commands set are not set here.
const [node = '', , filename = '', to = '', ...words] = process.argv
const { setFlagsFromString } = v8
v8.setFlagsFromString = () => {}
syncBuiltinESMExports()
setFlagsFromString('--no-flush-bytecode')

process.argv = [node, filename, ...words]
process.stdout.write = () => true
const script = new Script(readFileSync(filename, 'utf8'), { filename })
/** @type {{ commandLine?: (program: undefined) => Promise<void> }} */
const made = {}
script.runInThisContext()(made, createRequire(import.meta.url))
await made.commandLine?.(undefined)
setFlagsFromString('--flush-bytecode')
writeFileSync(to, script.createCachedData())
