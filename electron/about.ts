import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { arch, cpus, freemem, release, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { app, screen } from 'electron'
import { z } from 'zod'
import type { About, Licence } from '#shared/ipc/bridge'
import type { Log } from './log'

/** Lies beside the program where it was packaged on the substitute. */
const TEST_RUNTIME_MARK = 'TEST-RUNTIME.txt'

/** So many lines of the log go along with the details for support. */
const TOLD_LINES = 200

const Licences = z.array(z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }))

/** True for a package that is not for users: it was made on a runtime that nobody vouches for. */
export function isTestBuild(): boolean {
  return app.isPackaged && existsSync(join(dirname(process.execPath), TEST_RUNTIME_MARK))
}

export function aboutApp(licencesFolder: string): About {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    isTestBuild: isTestBuild(),
    licences: licencesIn(licencesFolder),
  }
}

/** What the builds found to be part of them, each once. */
function licencesIn(folder: string): readonly Licence[] {
  if (!existsSync(folder)) return []
  const all = readdirSync(folder).flatMap((name) => Licences.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  const once = new Map(all.map((each) => [`${each.name} ${each.version}`, each]))
  return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const megabytes = (bytes: number) => Math.round(bytes / 1_048_576)

/** What somebody who helps needs to know of this computer and of what went wrong; no name of a file, a workshop, a person or the computer. */
export function supportDetails(log: Log): string {
  const screens = screen.getAllDisplays().map(({ size, scaleFactor }) => `${size.width}x${size.height} at ${scaleFactor}`)
  const memory = app.getAppMetrics().reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize, 0)
  const graphics = Object.entries(app.getGPUFeatureStatus()).map(([feature, state]) => `${feature} ${state}`)
  return [
    `Wardwright ${app.getVersion()}${isTestBuild() ? ' (test build, not for use)' : ''}${app.isPackaged ? '' : ' (from a checkout)'}`,
    `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}, Node ${process.versions.node}`,
    `System ${process.platform} ${release()} ${arch()}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`,
    `Memory ${megabytes(totalmem())} MB, free ${megabytes(freemem())} MB, Wardwright ${Math.round(memory / 1024)} MB`,
    `Screens ${screens.join(', ')}`,
    `Graphics ${graphics.join(', ')}`,
    `Running for ${Math.round(process.uptime())} s`,
    '',
    ...log.tail(TOLD_LINES),
    '',
  ].join('\n')
}
