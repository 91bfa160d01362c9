import { setFlagsFromString } from 'node:v8'
import { isMainThread } from 'node:worker_threads'
import { appWords } from './app-words'
import { findAsThread, isForFindings } from './findings-thread'
import { said } from './output'
import { run } from './run'
import { workAsThread } from './simulate-worker'

/** Up to so many days the quickest code takes longer to compile than it saves. */
const FEW_DAYS = 1000

/** The command line: does what the words ask for, or is a thread of it. `program`: the file to start as one more thread; undefined where there is none. */
export async function commandLine(program: URL | undefined): Promise<void> {
  endWhereNobodyReads()
  if (!isMainThread) {
    if (isForFindings()) findAsThread()
    else workAsThread()
    return
  }
  // Plain Node names the script before the words; the packaged app does not.
  const words = process.versions.electron === undefined ? process.argv.slice(2) : (appWords(process.argv.slice(1)) ?? [])
  process.exitCode = await run(words, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    program,
    expectDays: (days) => {
      // Of what a day makes nothing outlives it. The engine sees too few days to know at first, and keeps it all: half of the garbage collector's work.
      setFlagsFromString('--no-allocation-site-pretenuring')
      // Half of what a hundred days of four designs take is compiling; with a third of the usual inlining a tenth less is.
      if (days <= FEW_DAYS) setFlagsFromString('--max-inlined-bytecode-size-cumulative=300')
    },
  })
}

/** Somebody who pipes the output into `head` has read enough: that is no error. */
function endWhereNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      if (stream === process.stdout) process.stderr.write(`wardwright: ${said({ key: 'cli.noOutput', values: { code: error.code ?? '' } })}\n`)
      process.exit(1)
    })
  }
}
