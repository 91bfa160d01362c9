import { build } from '../../electron/build/build.mjs'
import { ensureElectron } from '../../electron/runtime/ensure-electron.mjs'
import { ensureSystemLibraries } from '../../electron/runtime/system-libraries.mjs'
import { openVirtualScreen } from '../support/virtual-screen'

/** Before all end-to-end tests: an Electron, what it needs, a fresh build and a screen. Returns what ends the screen. */
export default async function setUp(): Promise<() => void> {
  const electron = await ensureElectron()
  console.log(electron.sentence)
  if (!ensureSystemLibraries(electron.executable)) throw new Error('Electron cannot run here: see the command above.')
  await build()
  return openVirtualScreen()
}
