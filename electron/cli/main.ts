import { isMainThread } from 'node:worker_threads'
import { appWords } from './app-words'
import { said } from './output'
import { run } from './run'
import { workAsThread } from './simulate-worker'

// Somebody who pipes the output into `head` has read enough: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    if (stream === process.stdout) process.stderr.write(`wardwright: ${said({ key: 'cli.noOutput', values: { code: error.code ?? '' } })}\n`)
    process.exit(1)
  })
}

// Plain Node names the script before the words; the packaged app does not.
const words = process.versions.electron === undefined ? process.argv.slice(2) : (appWords(process.argv.slice(1)) ?? [])

// A long simulation starts this file again as threads of its own.
if (isMainThread) {
  process.exitCode = await run(words, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  })
} else workAsThread()
