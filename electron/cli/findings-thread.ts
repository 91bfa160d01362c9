import { parentPort, Worker, workerData } from 'node:worker_threads'
import { findingsOf, type PlacedFinding } from '#shared/building/document-findings'
import { decodeWard } from '#shared/exchange/ward-file'

type FindingsWork = { readonly findingsIn: Uint8Array }

/** What is found in the file with these bytes, worked out beside everything else by another thread of `program`. */
export function findingsOnThread(program: URL, bytes: Uint8Array): Promise<readonly PlacedFinding[]> {
  const data: FindingsWork = { findingsIn: bytes }
  const worker = new Worker(program, { workerData: data, argv: ['--as-thread'] })
  return new Promise((found, failed) => {
    worker.once('message', found)
    worker.once('error', failed)
    // An answer comes before the end; where there was none, nobody may wait for it for ever.
    worker.once('exit', (code) => failed(new Error(`the thread for findings ended with ${code}`)))
  })
}

/** Was this thread started for findings? */
export function isForFindings(): boolean {
  return typeof workerData === 'object' && workerData !== null && 'findingsIn' in workerData
}

/** What that thread does: it answers once and ends. */
export function findAsThread(): void {
  const decoded = decodeWard((workerData as FindingsWork).findingsIn)
  if (decoded.status !== 'ok') throw new Error(decoded.problem.key)
  parentPort?.postMessage(findingsOf(decoded.document))
}
