import { dirname } from 'node:path'
import { codeOf } from './error-code'
import { disk, type FileSystem } from './file-system'

/**
 * Makes a folder and those above it; fine if it is there. Node's own recursive mkdir never ends where
 * the system says "no such folder" for one that cannot be made (Linux, /proc).
 */
export async function makeFolder(path: string, files: FileSystem = disk): Promise<void> {
  try {
    await files.mkdir(path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' && (await files.stat(path)).isDirectory()) return
    const above = dirname(path)
    if (code !== 'ENOENT' || above === path) throw error
    await makeFolder(above, files)
    await files.mkdir(path)
  }
}
