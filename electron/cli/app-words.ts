import { COMMANDS } from './usage'

/**
 * The words of the command line among those that the packaged app was started with (its own path left out), or nothing where it was
 * started to show its window. Chromium's switches come first: root must give one.
 */
export function appWords(words: readonly string[]): readonly string[] | undefined {
  const start = words.findIndex((word) => !word.startsWith('-'))
  const first = words[start]
  return first === 'help' || COMMANDS.some(({ name }) => name === first) ? words.slice(start) : undefined
}
