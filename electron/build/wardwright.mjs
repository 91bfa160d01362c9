import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { TARGETS } from './targets.mjs'

// `npm run wardwright -- ARGS`: the command line in plain Node, from the folder in which the words were typed.
const cli = TARGETS.find((target) => target.name === 'cli')
await build(['cli'])
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
if (cli !== undefined) {
  process.argv[1] = cli.output
  await import(pathToFileURL(cli.output).href)
}
