/**
 * The console lines that are not ours and that we cannot silence, word for word. All of them come with 3D drawn in software; the addresses in
 * them differ from run to run and are written as 0x0.
 */
export const FOREIGN_LINES = [
  // @react-three/fiber still measures its frames with what three has renamed.
  'page warning: THREE.Clock: This module has been deprecated. Please use THREE.Timer instead.',
  // Chromium, when a picture is taken of a canvas that no graphics card draws.
  'page warning: [.WebGL-0x0]GL Driver Message (OpenGL, Performance, GL_CLOSE_PATH_NV, High): GPU stall due to ReadPixels',
] as const

/** A console line without what differs from run to run; Chromium says of the last of several that there will be no more. */
export function timeless(line: string): string {
  return line.replaceAll(/0x[0-9a-f]+/g, '0x0').replace(/ \(this message will no longer repeat\)$/, '')
}

/** The lines that nobody expects. */
export function unexpectedLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !FOREIGN_LINES.some((foreign) => foreign === timeless(line)))
}
