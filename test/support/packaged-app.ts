import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, expect, type Page } from '@playwright/test'

/** A packaged app with the fuses of users, its page, and what ends it. */
export type StartedPackage = { readonly page: Page; readonly end: () => Promise<void> }

/** Root can have no sandbox. */
export function asRoot(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** With the fuses of users Playwright cannot reach main, so it comes in through the port that Chromium opens on request. */
export async function startPackage(executable: string, userData: string, words: readonly string[] = []): Promise<StartedPackage> {
  const child = spawn(executable, [`--user-data-dir=${userData}`, '--remote-debugging-port=0', ...asRoot(), ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await portOf(child)
  await expect.poll(() => isPageListed(port)).toBe(true) // pages that appear after connecting are not seen
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('the packaged app has no page')
  const end = async () => {
    const ended = once(child, 'exit')
    await browser.close()
    child.kill()
    await ended
  }
  return { page, end }
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said)?.[1]
      if (port !== undefined) resolve(port)
    })
    child.once('exit', () => reject(new Error(`the packaged app ended at once:\n${said}`)))
  })
}

async function isPageListed(port: string): Promise<boolean> {
  const pages: readonly { url: string }[] = await fetch(`http://127.0.0.1:${port}/json/list`).then((answer) => answer.json())
  return pages.some((page) => page.url.startsWith('app://'))
}
