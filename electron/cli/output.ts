import type { Message } from '#shared/base/message'
import { messageJson as messageOf } from '#shared/report/message-json'
import { say } from '#shared/report/say'
import english from '../../resources/locales/en.json'

/** The one table of English text. */
export const WORDS: Readonly<Record<string, string>> = english

/** Where a command puts what it finds (`out`) and what it has to say of its work (`err`). */
export type Output = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** The file of this very program, where it may start itself as another thread. */
  readonly program?: URL | undefined
  /** Tells the engine how many days are about to be run, all together; undefined where the process is not the command's own. */
  readonly expectDays?: (days: number) => void
}

/** What a command ends with: done, the input is wrong, wrong usage. */
export type ExitCode = 0 | 1 | 2

export function said(message: Message): string {
  return say(message, WORDS)
}

/** A message for machines: its key and values, and its sentence for those who read it. */
export function messageJson(message: Message): object {
  return messageOf(message, WORDS)
}

/** One JSON document with a line break at its end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** Rows as columns, as wide as their widest cell. What ends a row runs on, over what others have beyond it. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => (column === row.length - 1 && row.length < columns ? 0 : [...(row[column] ?? '')].length))),
  )
  const lines = rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '))
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

/** A text in lines of so many characters, where its words allow it; every line but the first begins further in. */
export function wrappedText(text: string, width: number, indent = '  '): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** As wide as a paragraph may be. Characters. */
const PAGE_WIDTH = 100

/** A paragraph after a bullet, or after nothing, its further lines under the first one's words. */
export function paragraphText(text: string, bullet: string): string {
  const lines = wrappedText(text, PAGE_WIDTH - bullet.length, '')
  return lines.map((line, at) => `${at === 0 ? bullet : ' '.repeat(bullet.length)}${line}\n`).join('')
}
