import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../build/build.mjs'
import { root } from '../build/targets.mjs'
import { ensureElectron } from '../runtime/ensure-electron.mjs'

/**
 * Packages the app with electron-builder for this system, on the Electron that runs here. What is made on the substitute says
 * TEST-RUNTIME in its name, because it is not for users. Returns the folder of the packages.
 * @param {readonly string[]} words electron-builder's own, such as `--linux dir`
 * @param {string} [folder] where the packages go
 * @param {'inherit' | 'pipe'} [stdio]
 */
export async function packageApp(words, folder = join(root, 'release'), stdio = 'inherit') {
  const electron = await ensureElectron()
  await build(['main', 'preload', 'renderer'])
  const output = electron.isSubstitute ? join(folder, 'TEST-RUNTIME') : folder
  const settings = [`electronDist=${electron.folder}`, `electronVersion=${electron.version}`, `directories.output=${output}`]
  if (electron.isSubstitute) settings.push(`artifactName=\${productName}-\${version}-TEST-RUNTIME-\${os}-\${arch}.\${ext}`)
  rmSync(join(output, 'linux-unpacked'), { recursive: true, force: true })
  const builder = join(root, 'node_modules', '.bin', 'electron-builder')
  const made = spawnSync(builder, [...words, '--publish', 'never', ...settings.map((setting) => `-c.${setting}`)], {
    cwd: root,
    stdio,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (made.status !== 0) throw new Error(`electron-builder failed.\n${made.stdout ?? ''}${made.stderr ?? ''}`)
  return output
}

// `npm run dist`, and `npm run dist -- --linux dir` for one target.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`Packages are in ${await packageApp(process.argv.slice(2))}`)
}
