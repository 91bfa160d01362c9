import { readFile, rm } from 'node:fs/promises'
import type { ElectronApplication } from '@playwright/test'

/** Marks that a page sets about what is to be counted: `done` ends one sum, of as many spells as there were, and `skipped` one that does not count. */
export const MARKS = { begins: 'counted-begins', ends: 'counted-ends', done: 'counted-done', skipped: 'counted-skipped' } as const

/** A line of a trace, as far as it is read. `ts` and `tts`: microseconds by the clock, and of the processor that its thread had. */
type TraceEvent = { readonly name: string; readonly ts: number; readonly tts?: number }

/**
 * Milliseconds of processor time that the page's own thread had between the marks it set during `work`, sum by sum. The clock on the wall also
 * counts while others have the processors: the worker, and a graphics card made of software.
 */
export async function withProcessorTime<T>(
  app: ElectronApplication,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly times: number[] }> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['blink.user_timing'], excluded_categories: ['*'] }),
  )
  const result = await work()
  const file = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(await readFile(file, 'utf8'))
  await rm(file)
  return { result, times: sumsOf(traceEvents) }
}

function sumsOf(events: readonly TraceEvent[]): number[] {
  const sums: number[] = []
  let [began, sum] = [0, 0]
  for (const { name, tts = Number.NaN } of [...events].sort((a, b) => a.ts - b.ts)) {
    if (name === MARKS.begins) began = tts
    else if (name === MARKS.ends) sum += (tts - began) / 1000
    else if (name === MARKS.done || name === MARKS.skipped) {
      if (name === MARKS.done) sums.push(sum)
      sum = 0
    }
  }
  return sums
}
