import { posix } from 'node:path'
import type { SourceFacts } from './source-file'

/** Who may import whom in `shared/`: a stage imports itself and those named, all of them above it. */
export const STAGES: Readonly<Record<string, readonly string[]>> = {
  base: [],
  geometry: ['base'],
  document: ['base', 'geometry'],
  building: ['base', 'geometry', 'document'],
  commands: ['base', 'geometry', 'document', 'building'],
  walkable: ['base', 'geometry', 'document', 'building'],
  routing: ['base', 'geometry', 'document', 'building', 'walkable'],
  journeys: ['base', 'geometry', 'document', 'building', 'routing'],
  demand: ['base', 'document'],
  simulation: ['base', 'geometry', 'document', 'building', 'routing', 'journeys', 'demand'],
  metrics: ['base', 'geometry', 'document', 'building', 'routing', 'journeys', 'simulation'],
  comparison: ['base', 'document', 'metrics'],
  search: ['base', 'geometry', 'document', 'building', 'commands', 'routing', 'journeys', 'metrics'],
  drawing: ['base', 'geometry', 'document', 'building', 'routing', 'journeys', 'metrics'],
  report: ['base', 'document', 'metrics', 'comparison', 'drawing'],
  exchange: ['base', 'geometry', 'document', 'building', 'drawing', 'report'],
  ipc: ['base', 'document'],
}

/** Packages that are sums and nothing else. */
const PURE_PACKAGES = ['zod', 'fflate', 'robust-predicates', 'clipper2-ts']

const FORBIDDEN_IN_SHARED =
  /^(Math(\.(random|sin|cos|tan))?|Date(\..+)?|performance(\..+)?|console(\..+)?|(set|clear)(Timeout|Interval|Immediate)|requestAnimationFrame|queueMicrotask|process(\..+)?|globalThis(\..+)?|window(\..+)?|self(\..+)?|navigator(\..+)?|localStorage(\..+)?|fetch|crypto(\..+)?|eval|Function|WeakRef|FinalizationRegistry|Intl(\..+)?|Buffer(\..+)?|__dirname|require)$/

/** Panes of the window: each must work without the others. */
const SEPARATE_PANES = ['renderer/plan', 'renderer/scene', 'renderer/panels']

const SCREEN_PACKAGE = /^(react|react-dom|three|zustand|lucide-react|tinykeys)(\/|$)|^@(react-three|mantine)\//

/** A file may break a rule in one way a line: `file -> what it should not lean on`. */
export function violationsOf(files: readonly SourceFacts[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return files.flatMap((file) => [...importViolations(file), ...globalViolations(file), ...screenViolations(file, byPath)])
}

function importViolations(file: SourceFacts): string[] {
  return file.imports.flatMap(({ module, isTypeOnly }) => {
    if (module === undefined) return file.path.endsWith('.mjs') || file.path.endsWith('.js') ? [] : [`${file.path} -> a module named at run time`]
    return isAllowed(file.path, module, isTypeOnly) ? [] : [`${file.path} -> ${module}`]
  })
}

function isAllowed(path: string, module: string, isTypeOnly: boolean): boolean {
  const target = resolve(path, module)
  if (target === undefined) return isPackageAllowed(path, module, isTypeOnly)
  if (path.startsWith('shared/')) return isStageAllowed(path, module, target)
  if (isUnder(path, 'electron/cli') || isUnder(path, 'electron/files')) {
    return ['shared', 'electron/cli', 'electron/files', 'resources'].some((folder) => isUnder(target, folder))
  }
  if (path === 'electron/preload.ts') return isUnder(target, 'shared/ipc')
  if (path.startsWith('electron/')) return ['shared', 'electron', 'resources', 'package.json'].some((folder) => isUnder(target, folder))
  if (path.startsWith('renderer/'))
    return isPaneAllowed(path, target) && ['shared', 'renderer', 'resources'].some((folder) => isUnder(target, folder))
  return true
}

function isStageAllowed(path: string, module: string, target: string): boolean {
  const own = path.split('/')[1] ?? ''
  const other = target.split('/')[1] ?? ''
  const allowed = STAGES[own]
  if (allowed === undefined || !target.startsWith('shared/')) return false
  // Crossing a stage is always visible as #shared/: a relative path stays at home.
  return other === own || (allowed.includes(other) && module.startsWith('#shared/'))
}

function isPaneAllowed(path: string, target: string): boolean {
  const own = SEPARATE_PANES.find((pane) => isUnder(path, pane))
  return own === undefined || !SEPARATE_PANES.some((pane) => pane !== own && isUnder(target, pane))
}

function isPackageAllowed(path: string, module: string, isTypeOnly: boolean): boolean {
  const isNode = module.startsWith('node:')
  const isElectron = module === 'electron' || module.startsWith('electron/')
  const isPure = PURE_PACKAGES.some((name) => isUnder(module, name))
  if (path.startsWith('shared/')) return isPure
  if (isUnder(path, 'electron/cli') || isUnder(path, 'electron/files')) return isNode || isPure
  if (path === 'electron/preload.ts') return isElectron
  if (isUnder(path, 'electron/runtime/default-app')) return isElectron || isNode
  if (['electron/runtime', 'electron/build', 'electron/packaging'].some((folder) => isUnder(path, folder))) return !isElectron
  if (path.startsWith('electron/')) return isElectron || isNode || isPure
  if (path === 'renderer/vite.config.ts') return !isElectron
  if (path.startsWith('renderer/')) return !isElectron && !isNode
  return !isElectron || isTypeOnly
}

function globalViolations(file: SourceFacts): string[] {
  if (file.path.startsWith('shared/')) {
    return file.globals.filter((name) => FORBIDDEN_IN_SHARED.test(name)).map((name) => `${file.path} -> ${name}`)
  }
  return []
}

/** `renderer/tools` must run without a screen, also through what it imports. */
function screenViolations(file: SourceFacts, byPath: ReadonlyMap<string, SourceFacts>): string[] {
  if (!isUnder(file.path, 'renderer/tools')) return []
  const reached = new Set([file.path])
  const found: string[] = []
  for (const path of reached) {
    for (const { module } of byPath.get(path)?.imports ?? []) {
      if (module === undefined) continue
      if (SCREEN_PACKAGE.test(module)) found.push(`${file.path} -> ${module}${path === file.path ? '' : ` through ${path}`}`)
      const source = sourceOf(path, module, byPath)
      if (source !== undefined) reached.add(source)
    }
  }
  return found
}

/**
 * The circles that imports run in, types included, each as the files that reach one another (Tarjan 1972), in the order of paths. Whoever stands in one cannot
 * be read, tested or moved without all the others.
 */
export function circlesOf(files: readonly SourceFacts[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const numbers = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []

  function visit(path: string): void {
    const number = numbers.size
    numbers.set(path, number)
    lowest.set(path, number)
    open.push(path)
    for (const { module } of byPath.get(path)?.imports ?? []) {
      const target = module === undefined ? undefined : sourceOf(path, module, byPath)
      if (target === undefined) continue
      if (!numbers.has(target)) visit(target)
      if (open.includes(target)) lowest.set(path, Math.min(lowest.get(path)!, lowest.get(target)!))
    }
    if (lowest.get(path) !== number) return
    const circle = open.splice(open.indexOf(path))
    if (circle.length > 1) circles.push(circle.sort())
  }

  for (const { path } of files) if (!numbers.has(path)) visit(path)
  return circles.map((circle) => circle.join(' <-> ')).sort()
}

function sourceOf(path: string, module: string, byPath: ReadonlyMap<string, SourceFacts>): string | undefined {
  const target = resolve(path, module)
  return target === undefined ? undefined : ['', '.ts', '.tsx'].map((ending) => `${target}${ending}`).find((candidate) => byPath.has(candidate))
}

/** The project's path a module names, from the root and perhaps without its ending; undefined for a package. */
function resolve(path: string, module: string): string | undefined {
  if (module.startsWith('#')) return module.slice(1)
  return module.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), module)) : undefined
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
