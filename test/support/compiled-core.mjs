import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * Compiles `shared/` module by module and answers the folder, which is gone when this process ends. The runner evaluates what it transforms
 * itself anew for every file of tests, half a thousand modules that then run cold; what it imports as it lies there is loaded once a thread.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function compiledCore(root) {
  const all = join(root, '.cache', 'core')
  mkdirSync(all, { recursive: true })
  for (const name of readdirSync(all)) if (!isAlive(Number(name))) rmSync(join(all, name), { recursive: true, force: true })
  const folder = join(all, String(process.pid))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const source = join(root, 'shared')
  const modules = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      sourcemap: 'inline',
      reportCompressedSize: false,
      rolldownOptions: {
        input: modules.map((file) => join(source, file)),
        output: { preserveModules: true, preserveModulesRoot: source, entryFileNames: '[name].js' },
      },
    },
  })
  return folder
}

/** @param {number} id */
function isAlive(id) {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
