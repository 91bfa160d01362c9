import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { circlesOf, STAGES, violationsOf } from './support/architecture/import-rules'
import { factsOf } from './support/architecture/source-file'

const root = fileURLToPath(new URL('..', import.meta.url))
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(`${root}${path}`))
const files = tracked.filter((path) => /\.(ts|tsx|mjs|js)$/.test(path)).map((path) => factsOf({ path, text: readFileSync(`${root}${path}`, 'utf8') }))

/** What the rules say of one planted file, with what it may reach. */
function planted(path: string, text: string, ...others: readonly (readonly [path: string, text: string])[]): string[] {
  return violationsOf([factsOf({ path, text }), ...others.map(([otherPath, otherText]) => factsOf({ path: otherPath, text: otherText }))])
}

describe('the house', () => {
  it('is imported as the table allows, by every file', () => {
    expect(violationsOf(files)).toEqual([])
  })

  it('has no two files that lean on each other, types included', () => {
    expect(circlesOf(files)).toEqual([])
  })

  it('was looked at: the walk saw the stages, the shell, the app and their imports', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(300)
    const counted = (folder: string) => files.filter((file) => file.path.startsWith(folder)).length
    const empty = [
      'base',
      'geometry',
      'document',
      'building',
      'commands',
      'walkable',
      'routing',
      'journeys',
      'metrics',
      'drawing',
      'report',
      'exchange',
      'ipc',
    ]
      .map((stage) => `shared/${stage}/`)
      .concat('electron/cli/', 'electron/files/', 'renderer/plan/', 'renderer/scene/', 'renderer/panels/', 'renderer/tools/')
      .filter((folder) => counted(folder) === 0)
    expect(empty).toEqual([])
  })

  it('has only rooms that the table knows', () => {
    const stages = new Set(files.filter((file) => file.path.startsWith('shared/')).map((file) => file.path.split('/')[1] ?? ''))
    expect([...stages].filter((stage) => STAGES[stage] === undefined)).toEqual([])
  })

  it('has nothing else at its root', () => {
    const allowed = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron-builder.yml', 'README.md', 'CHANGELOG.md', 'LICENSE']
    const folders = ['shared', 'electron', 'renderer', 'resources', 'test']
    const roots = new Set(tracked.map((path) => path.split('/')[0] ?? ''))
    expect([...roots].filter((name) => !name.startsWith('.') && !allowed.includes(name) && !folders.includes(name))).toEqual([])
  })

  it('lets only one file answer messages', () => {
    const answering = files.filter((file) => /\bipcMain\b/.test(file.path.startsWith('electron/') ? readFileSync(`${root}${file.path}`, 'utf8') : ''))
    const importing = answering.filter((file) => file.imports.some(({ module }) => module === 'electron'))
    expect(importing.map((file) => file.path)).toEqual(['electron/ipc/handle.ts'])
  })

  it('silences no check', () => {
    const silenced = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/
    const own = files.filter((file) => /^(shared|electron|renderer)\//.test(file.path))
    expect(own.filter((file) => silenced.test(readFileSync(`${root}${file.path}`, 'utf8'))).map((file) => file.path)).toEqual([])
  })

  it('gives shared/ a compiler that has never heard of a screen or a disk', () => {
    const { compilerOptions } = JSON.parse(readFileSync(`${root}shared/tsconfig.json`, 'utf8'))
    expect(compilerOptions).toMatchObject({ lib: ['ES2023'], types: [], strict: true, noUncheckedIndexedAccess: true })
  })
})

describe('the table', () => {
  it('names only stages above', () => {
    const order = Object.keys(STAGES)
    const upwards = order.flatMap((stage) => (STAGES[stage] ?? []).filter((other) => order.indexOf(other) >= order.indexOf(stage)))
    expect(upwards).toEqual([])
  })

  it.each([
    ['a stage below', 'shared/document/a.ts', `import { measure } from '#shared/metrics/measure'`],
    ['a type of a stage below', 'shared/document/a.ts', `import type { Measure } from '#shared/metrics/measure'`],
    ['a type written in place', 'shared/document/a.ts', `type M = import('#shared/metrics/measure').Measure`],
    ['a re-export', 'shared/document/a.ts', `export * from '#shared/metrics/measure'`],
    ['a dynamic import', 'shared/document/a.ts', `const m = import('#shared/metrics/measure')`],
    ['a stage reached by climbing', 'shared/document/a.ts', `import { metres } from '../base/units'`],
    ['a stage that is above but not named', 'shared/demand/a.ts', `import { wallSolids } from '#shared/building/walls'`],
    ['Node in shared', 'shared/base/a.ts', `import { readFile } from 'node:fs/promises'`],
    ['React in shared', 'shared/drawing/a.ts', `import { memo } from 'react'`],
    ['the renderer in shared', 'shared/ipc/a.ts', `import { tool } from '#renderer/tools/tool'`],
    ['a file of no stage', 'shared/a.ts', `import { metres } from '#shared/base/units'`],
    ['Electron in the command line', 'electron/cli/a.ts', `import { app } from 'electron'`],
    ['main in the files', 'electron/files/a.ts', `import { words } from '../words'`],
    ['more than the messages in preload', 'electron/preload.ts', `import { applyChange } from '#shared/document/change'`],
    ['Electron in the renderer', 'renderer/app/a.ts', `import { ipcRenderer } from 'electron'`],
    ['Node in the renderer', 'renderer/state/a.ts', `import { join } from 'node:path'`],
    ['main in the renderer', 'renderer/state/a.ts', `import { words } from '#electron/words'`],
    ['a pane in a pane', 'renderer/plan/a.tsx', `import { Scene } from '../scene/Scene'`],
    ['a pane in a pane by name', 'renderer/panels/a.tsx', `import { Plan } from '#renderer/plan/Plan'`],
    ['React in a tool', 'renderer/tools/a.ts', `import { useState } from 'react'`],
    ['three in a tool', 'renderer/tools/a.ts', `import type { Vector3 } from 'three'`],
  ])('refuses %s', (_what, path, text) => {
    expect(planted(path, text)).toHaveLength(1)
  })

  it('refuses a tool that reaches a screen through another file', () => {
    expect(planted('renderer/tools/a.ts', `import { b } from '../state/b'`, ['renderer/state/b.ts', `import { create } from 'zustand'`])).toEqual([
      'renderer/tools/a.ts -> zustand through renderer/state/b.ts',
    ])
  })

  it('finds a circle of three files, one of them reached for a type, and no circle where two ways meet again', () => {
    const texts = {
      'shared/base/a.ts': `import { b } from './b'; import { d } from './d'`,
      'shared/base/b.ts': `import type { C } from '#shared/base/c'`,
      'shared/base/c.ts': `export { a } from './a'; export { d } from './d'`,
      'shared/base/d.ts': 'export const d = 1',
    }
    const planted = Object.entries(texts).map(([path, text]) => factsOf({ path, text }))
    expect(circlesOf(planted)).toEqual(['shared/base/a.ts <-> shared/base/b.ts <-> shared/base/c.ts'])
  })

  it.each([
    'Math.random()',
    'Math.sin(1)',
    `Math['cos'](1)`,
    'const { sin } = Math',
    'const m = Math',
    'Date.now()',
    'new Date()',
    'performance.now()',
    'console.log(1)',
    'setTimeout(() => 1, 1)',
    'globalThis.x',
    'new Function()',
  ])('refuses %s in shared', (text) => {
    expect(planted('shared/base/a.ts', text)).toHaveLength(1)
  })

  it('lets through what only looks like it', () => {
    const text = `import { sine } from '#shared/base/angle'
      type Trip = { readonly Date: string; readonly window: number }
      export function at(process: { readonly Date: string }, trip: Trip) { return process.Date + trip.window + sine(1) + Math.hypot(1, 2) }
      export const opening = { window: 1, console: 2 }`
    expect(planted('shared/geometry/a.ts', text)).toEqual([])
  })
})
