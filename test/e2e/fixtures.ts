import { type ElectronApplication, type Page, test as playwrightTest } from '@playwright/test'
import { type LaunchedApp, launchApp, resize, WINDOW_SIZE } from '../support/electron-app'
import { unexpectedLines } from './foreign-lines'

export { expect } from '@playwright/test'

type Holder = { file: string; isWorn: boolean; launched: LaunchedApp | undefined }

type Fixtures = {
  /** True in tests that provoke refusals, which Chromium reports on the console. */
  readonly mayComplain: boolean
  /** True in files that look at what an app knows that was just installed, or that leave one behind that nobody else should have. */
  readonly isFresh: boolean
  readonly launched: LaunchedApp
  readonly app: ElectronApplication
  readonly page: Page
}

/**
 * One launch for all files but the fresh ones, which have one each, and the page loaded afresh for each test: no document, no selection,
 * nothing on the clipboard of the last one. What main keeps over a load of its page are the files opened before, and the place of its
 * window. Every test also fails on a console line that is not a known foreign one.
 */
export const test = playwrightTest.extend<Fixtures, { holder: Holder }>({
  holder: [
    async ({ playwright: _needed }, use) => {
      // Playwright wants to see what a fixture needs, even if it needs nothing.
      const holder: Holder = { file: '', isWorn: false, launched: undefined }
      await use(holder)
      await holder.launched?.close()
    },
    { scope: 'worker' },
  ],
  mayComplain: [false, { option: true }],
  isFresh: [false, { option: true }],
  launched: async ({ holder, mayComplain, isFresh }, use, testInfo) => {
    const isOtherFile = holder.file !== testInfo.file
    if (holder.launched === undefined || (isOtherFile && (isFresh || holder.isWorn))) {
      await holder.launched?.close()
      holder.launched = await launchApp()
    } else {
      // What the last test did not save would be offered to this one.
      await holder.launched.page.evaluate(async () => {
        await window.wardwright.endJournal({})
        for (const { unsaved } of await window.wardwright.unsavedWork({})) await window.wardwright.dropUnsaved({ unsaved })
      })
      if (isOtherFile) await resize(holder.launched.app, WINDOW_SIZE)
      await holder.launched.page.reload()
    }
    holder.file = testInfo.file
    holder.isWorn = isFresh
    const { consoleLines } = holder.launched
    const before = consoleLines.length
    await use(holder.launched)
    const unexpected = mayComplain ? [] : unexpectedLines(consoleLines.slice(before))
    if (unexpected.length > 0) throw new Error(`The console should be silent, but said:\n${unexpected.join('\n')}`)
  },
  app: async ({ launched }, use) => use(launched.app),
  page: async ({ launched }, use) => use(launched.page),
})
