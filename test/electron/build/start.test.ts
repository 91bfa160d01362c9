import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

it.runIf(process.platform === 'linux')('where there is no display, says so, compares the sample and names the report', () => {
  rmSync(`${root}test-results/sample-comparison`, { recursive: true, force: true })
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = process.env
  const started = spawnSync(process.execPath, ['electron/build/start.mjs'], { cwd: root, env, encoding: 'utf8' })
  const lines = started.stdout.trimEnd().split('\n')
  expect(lines[0]).toMatch(/^There is no display here, .*\.$/)
  const report = /^The report: (file:.*)$/.exec(lines.at(-1) ?? '')?.[1] ?? ''
  expect(existsSync(fileURLToPath(report))).toBe(true)
  expect(started.stderr).not.toMatch(/^\s+at /m)
  expect(started.status).toBe(0)
})
