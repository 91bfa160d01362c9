import { type Message, message } from '#shared/base/message'

/** What one command takes. An option with a `value` is followed by it; one with `many` may be given again. */
export type CommandSpec = {
  readonly name: 'validate' | 'route' | 'measure' | 'simulate' | 'compare' | 'export'
  readonly file: 'required' | 'optional'
  readonly options: Readonly<Record<string, { readonly value?: string; readonly many?: boolean }>>
}

/** Which days are run, and by how many threads. */
const DAYS_RUN: CommandSpec['options'] = {
  replications: { value: 'N' },
  days: { value: 'N' },
  seed: { value: 'S' },
  'warm-up': { value: 'DAYS' },
  scenario: { value: 'SCENARIO' },
  worst: {},
  threads: { value: 'N' },
}

/** The help of a command and of its options is in the table of words: `cli.help.route`, `cli.help.route.pairs`. */
export const COMMANDS: readonly CommandSpec[] = [
  { name: 'validate', file: 'required', options: { json: {} } },
  {
    name: 'route',
    file: 'optional',
    options: { design: { value: 'DESIGN' }, floor: { value: 'FLOOR.json' }, radius: { value: 'R' }, pairs: { value: 'PAIRS.json' }, json: {} },
  },
  {
    name: 'measure',
    file: 'required',
    options: { design: { value: 'DESIGN', many: true }, reading: { value: 'own|reference' }, parts: {}, ranges: {}, json: {} },
  },
  { name: 'simulate', file: 'required', options: { design: { value: 'DESIGN', many: true }, ...DAYS_RUN, json: {} } },
  { name: 'compare', file: 'required', options: { out: { value: 'DIR' }, ...DAYS_RUN, json: {} } },
  {
    name: 'export',
    file: 'required',
    options: { design: { value: 'DESIGN' }, routes: { value: 'all|people|supplies|none' }, to: { value: 'OUT.svg' }, json: {} },
  },
]

/** The words of the command line, taken apart; or what is wrong with them. */
export type Words =
  | { readonly status: 'ok'; readonly command: CommandSpec; readonly file: string | undefined; readonly options: Options }
  | { readonly status: 'help'; readonly command: CommandSpec | undefined }
  | { readonly status: 'version' }
  | { readonly status: 'wrong'; readonly problem: Message }

export type Options = {
  readonly value: (name: string) => string | undefined
  readonly values: (name: string) => readonly string[]
  readonly has: (name: string) => boolean
}

export function wordsOf(args: readonly string[]): Words {
  const [name, ...rest] = args
  if (name === undefined) return wrong('cli.usage.nothing')
  if (name === '--help' || name === '-h' || name === 'help') return { status: 'help', command: COMMANDS.find((command) => command.name === rest[0]) }
  if (name === '--version' || name === '-v') return { status: 'version' }
  const command = COMMANDS.find((one) => one.name === name)
  if (command === undefined)
    return name.startsWith('-') ? wrong('cli.usage.unknownOption', { option: name }) : wrong('cli.usage.unknownCommand', { command: name })
  if (rest.includes('--help') || rest.includes('-h')) return { status: 'help', command }

  const given = new Map<string, string[]>()
  const files: string[] = []
  let isOnlyFiles = false
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    if (isOnlyFiles || !word.startsWith('-') || word === '-') files.push(word)
    else if (word === '--') isOnlyFiles = true
    else {
      const [option = '', inline] = splitAt(word.replace(/^--/, ''), '=')
      const spec = word.startsWith('--') && Object.hasOwn(command.options, option) ? command.options[option] : undefined
      if (spec === undefined) return wrong('cli.usage.unknownOption', { option: word })
      if (given.has(option) && spec.many !== true) return wrong('cli.usage.twice', { option })
      if (spec.value === undefined) {
        if (inline !== undefined) return wrong('cli.usage.noValue', { option })
        given.set(option, [])
        continue
      }
      const value = inline ?? rest[++at]
      if (value === undefined || value === '') return wrong('cli.usage.needsValue', { option, value: spec.value })
      given.set(option, [...(given.get(option) ?? []), value])
    }
  }
  if (files.length > 1) return wrong('cli.usage.severalFiles', { command: name, count: files.length })
  if (files.length === 0 && command.file === 'required') return wrong('cli.usage.noFile', { command: name })
  const options: Options = { value: (of) => given.get(of)?.at(-1), values: (of) => given.get(of) ?? [], has: (of) => given.has(of) }
  return { status: 'ok', command, file: files[0], options }
}

/** The help of one command, or of all. */
export function helpText(command: CommandSpec | undefined, say: (message: Message) => string): string {
  if (command === undefined) {
    const rows = COMMANDS.map(({ name }) => [name, say(message(`cli.help.${name}`))] as const)
    return `${say(message('cli.help'))}\n\n${inColumns(rows)}\n${say(message('cli.help.more'))}\n${say(message('cli.help.exit'))}\n`
  }
  const { name, file } = command
  const rows = Object.entries(command.options).map(
    ([option, { value }]) => [`--${option}${value === undefined ? '' : ` ${value}`}`, say(message(`cli.help.${name}.${option}`))] as const,
  )
  const usage = message('cli.help.command', { command: name, file: file === 'required' ? 'FILE' : '[FILE]' })
  return `${say(usage)}\n\n${say(message(`cli.help.${name}`))}\n\n${inColumns(rows)}`
}

function inColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}

function splitAt(word: string, mark: string): readonly [string, string | undefined] {
  const at = word.indexOf(mark)
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

function wrong(key: string, values: Message['values'] = {}): Words {
  return { status: 'wrong', problem: message(key, values) }
}
