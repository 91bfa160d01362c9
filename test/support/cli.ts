import type { ExitCode, Output } from '#electron/cli/output'
import { run } from '#electron/cli/run'

/** What the command line answered: its texts and its exit code. */
export type CliAnswer = { readonly out: string; readonly err: string; readonly code: ExitCode }

/** Runs the command line as a person would type it, without another process. */
export async function wardwright(...args: readonly string[]): Promise<CliAnswer> {
  let [out, err] = ['', '']
  const output: Output = { out: (text) => (out += text), err: (text) => (err += text) }
  const code = await run(args, output)
  return { out, err, code }
}
