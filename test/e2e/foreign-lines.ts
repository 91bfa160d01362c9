/**
 * The console lines that are not ours and that we cannot silence, word for word, each with whose it is. A line counts when it starts
 * with one of these. Lines of software WebGL are only there while the tests open 3D.
 */
export const FOREIGN_LINES: readonly { readonly text: string; readonly whose: string; readonly needs3D: boolean }[] = []

/** The lines that nobody expects. */
export function unexpectedLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !FOREIGN_LINES.some((foreign) => line.includes(foreign.text)))
}
