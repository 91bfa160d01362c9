import { rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Electron's own welcome page comes along with an unpacked runtime; what is shipped holds one app only.
 * @param {{ readonly appOutDir: string }} packed
 */
export default function afterPack({ appOutDir }) {
  rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true })
}
