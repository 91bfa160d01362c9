import { type ElectronApplication, type Page, test as playwrightTest } from '@playwright/test'
import { type LaunchedApp, launchApp } from '../support/electron-app'
import { unexpectedLines } from './foreign-lines'

export { expect } from '@playwright/test'

type Holder = { file: string; launched: LaunchedApp | undefined }

type Fixtures = {
  /** True in tests that provoke refusals, which Chromium reports on the console. */
  readonly mayComplain: boolean
  readonly launched: LaunchedApp
  readonly app: ElectronApplication
  readonly page: Page
}

/**
 * One launch a file, the page loaded afresh for each test: no document, no selection, nothing on the clipboard of the last one.
 * Every test also fails on a console line that is not a known foreign one.
 */
export const test = playwrightTest.extend<Fixtures, { holder: Holder }>({
  holder: [
    async ({ playwright: _needed }, use) => {
      // Playwright wants to see what a fixture needs, even if it needs nothing.
      const holder: Holder = { file: '', launched: undefined }
      await use(holder)
      await holder.launched?.close()
    },
    { scope: 'worker' },
  ],
  mayComplain: [false, { option: true }],
  launched: async ({ holder, mayComplain }, use, testInfo) => {
    if (holder.launched === undefined || holder.file !== testInfo.file) {
      await holder.launched?.close()
      holder.launched = await launchApp()
      holder.file = testInfo.file
    } else {
      // What the last test did not save would be offered to this one.
      await holder.launched.page.evaluate(async () => {
        await window.wardwright.endJournal({})
        for (const { unsaved } of await window.wardwright.unsavedWork({})) await window.wardwright.dropUnsaved({ unsaved })
      })
      await holder.launched.page.reload()
    }
    const { consoleLines } = holder.launched
    const before = consoleLines.length
    await use(holder.launched)
    const unexpected = mayComplain ? [] : unexpectedLines(consoleLines.slice(before))
    if (unexpected.length > 0) throw new Error(`The console should be silent, but said:\n${unexpected.join('\n')}`)
  },
  app: async ({ launched }, use) => use(launched.app),
  page: async ({ launched }, use) => use(launched.page),
})
