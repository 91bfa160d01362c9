import { accessSync, constants, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder in memory where there is such a place: what is tried hundreds of times should not wait for a real disk. */
export function memoryFolder(name: string): string {
  return mkdtempSync(join(placeInMemory() ?? tmpdir(), `wardwright-${name}-`))
}

function placeInMemory(): string | undefined {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return '/dev/shm'
  } catch {
    return undefined
  }
}
