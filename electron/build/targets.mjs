import { spawnSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gatherLicences } from './licences.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const distFolder = join(root, 'dist')

/**
 * What `dist/` is made of. `output` is the file whose age is compared with that of everything under `sources`; `begin` and `finish` are done before
 * and after the bundle.
 * @typedef {{ name: string, output: string, sources: readonly string[], config: import('vite').InlineConfig, begin?: () => void, finish?: () => void }} Target
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

/**
 * The command line: its bundle as one function, what Node makes of that, and the file that starts both, which comes last.
 * @param {Target} target
 * @returns {Target}
 */
function started(target) {
  const compiled = join(distFolder, 'cli.compiled')
  const output = join(distFolder, 'cli.mjs')
  const asFunction = {
    name: 'as-function',
    /** @param {unknown} _ @param {import('vite').Rolldown.OutputBundle} made */
    generateBundle(_, made) {
      for (const part of Object.values(made)) if (part.type === 'chunk') part.code = `(function (exports, require) {'use strict';${part.code}})`
    },
  }
  return {
    ...target,
    output,
    config: { ...target.config, plugins: [...(target.config.plugins ?? []), asFunction] },
    // Code is told apart by its length alone: what was made of older code must be gone before there is newer.
    begin: () => rmSync(compiled, { force: true }),
    finish() {
      const sample = join(root, 'resources', 'samples', 'endoscopy.ward')
      const words = ['simulate', sample, '--replications', '3', '--threads', '1', '--json']
      const script = join(root, 'electron', 'build', 'keep-compiled.mjs')
      // Where it cannot be had, commands compile as they go.
      spawnSync(process.execPath, [script, target.output, compiled, ...words], { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } })
      copyFileSync(join(root, 'electron', 'cli', 'start.mjs'), output)
    },
  }
}

const ofRenderer = gatherLicences(join(distFolder, 'licences', 'renderer.json'))

/** @type {readonly Target[]} */
export const TARGETS = [
  bundle('main', 'electron/main.ts', 'main.mjs', 'es', ['electron', 'resources'], { isSplit: true }),
  bundle('preload', 'electron/preload.ts', 'preload.cjs', 'cjs', ['electron/preload.ts']),
  // A command that is over in seconds feels what reading its code takes: a twentieth of a hundred days of four designs.
  started(bundle('cli', 'electron/cli/main.ts', 'cli.js', 'cjs', ['electron/cli', 'electron/files', 'resources'], { minify: true })),
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
