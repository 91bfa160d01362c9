import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gatherLicences } from './licences.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const distFolder = join(root, 'dist')

/**
 * What `dist/` is made of. `output` is the file whose age is compared with that of everything under `sources`.
 * @typedef {{ name: string, output: string, sources: readonly string[], config: import('vite').InlineConfig }} Target
 */

const COMMON = ['shared', 'package.json', 'package-lock.json', 'electron/build']
const nodeModules = builtinModules.flatMap((name) => [name, `node:${name}`])

/**
 * A bundle for Node or Electron's main process: everything in one file but what they bring themselves.
 * @param {string} name
 * @param {string} entry
 * @param {string} file
 * @param {'es' | 'cjs'} format
 * @param {readonly string[]} sources
 * @param {{ isSplit?: boolean, minify?: boolean }} [how] split: what is imported only when needed lies in files of its own, named after this one
 * @returns {Target}
 */
function bundle(name, entry, file, format, sources, { isSplit = false, minify = false } = {}) {
  return {
    name,
    output: join(distFolder, file),
    sources: [...COMMON, ...sources],
    config: {
      configFile: false,
      root,
      publicDir: false,
      plugins: [gatherLicences(join(distFolder, 'licences', `${name}.json`)).plugin],
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, entry),
        outDir: distFolder,
        emptyOutDir: false,
        target: 'node20',
        minify,
        reportCompressedSize: false,
        rolldownOptions: {
          external: ['electron', ...nodeModules],
          output: { format, entryFileNames: file, chunkFileNames: `${name}-[name].mjs`, codeSplitting: isSplit },
        },
      },
    },
  }
}

const ofRenderer = gatherLicences(join(distFolder, 'licences', 'renderer.json'))

/** @type {readonly Target[]} */
export const TARGETS = [
  bundle('main', 'electron/main.ts', 'main.mjs', 'es', ['electron', 'resources'], { isSplit: true }),
  bundle('preload', 'electron/preload.ts', 'preload.cjs', 'cjs', ['electron/preload.ts']),
  // A command that is over in seconds feels what reading its code takes: a twentieth of a hundred days of four designs.
  bundle('cli', 'electron/cli/main.ts', 'cli.mjs', 'es', ['electron/cli', 'electron/files', 'resources'], { minify: true }),
  {
    name: 'renderer',
    output: join(distFolder, 'renderer', 'index.html'),
    sources: [...COMMON, 'renderer', 'resources'],
    config: {
      configFile: join(root, 'renderer', 'vite.config.ts'),
      logLevel: 'error',
      plugins: [ofRenderer.plugin],
      worker: { plugins: () => [ofRenderer.forWorkers()] },
    },
  },
]
