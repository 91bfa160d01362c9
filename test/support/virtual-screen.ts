import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * On Linux, a screen of our own in memory, so that pictures have one size and nobody's desktop flickers; elsewhere the screen there is.
 * Sets DISPLAY for everything started afterwards, and returns what closes the screen.
 */
export async function openVirtualScreen(): Promise<() => void> {
  if (process.platform !== 'linux') return () => undefined
  const before = process.env.DISPLAY
  // `-ac`: the test of the sandbox runs as another user. The server chooses a free number and writes it to file 3.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-ac', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const numbers = server.stdio[3]
  if (numbers === null || numbers === undefined) throw new Error('Xvfb cannot say its number')
  const started = await Promise.race([once(numbers, 'data'), once(server, 'error'), once(server, 'exit')])
  const number = Number.parseInt(String(started[0]), 10)
  if (!Number.isInteger(number) || server.exitCode !== null) throw new Error(`Xvfb does not start: ${String(started[0])}`)
  process.env.DISPLAY = `:${number}`
  return () => {
    server.kill()
    if (before === undefined) delete process.env.DISPLAY
    else process.env.DISPLAY = before
  }
}
