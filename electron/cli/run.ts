import { compareCommand } from './compare-command'
import { exportCommand } from './export-command'
import { measureCommand } from './measure-command'
import { type ExitCode, type Output, said } from './output'
import { routeCommand } from './route-command'
import { simulateCommand } from './simulate-command'
import { type CommandSpec, helpText, type Options, wordsOf } from './usage'
import { validateCommand } from './validate-command'
import { VERSION } from './version'

type Command = (file: string | undefined, options: Options, output: Output) => Promise<ExitCode>

const RUN: Readonly<Record<CommandSpec['name'], Command>> = {
  validate: validateCommand,
  route: routeCommand,
  measure: measureCommand,
  simulate: simulateCommand,
  compare: compareCommand,
  export: exportCommand,
}

/** Does what the words of the command line ask for. Never throws: whatever goes wrong is one sentence. */
export async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const words = wordsOf(args)
  if (words.status === 'help') {
    output.out(helpText(words.command, said))
    return 0
  }
  if (words.status === 'version') {
    output.out(`Wardwright ${VERSION}\n`)
    return 0
  }
  if (words.status === 'wrong') {
    output.err(`wardwright: ${said(words.problem)}\n`)
    return 2
  }
  try {
    return await RUN[words.command.name](words.file, words.options, output)
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    output.err(`wardwright: ${said({ key: 'cli.unexpected', values: { why: why ?? '' } })}\n`)
    return 1
  }
}
