import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds to mend on what is shown, or on a part of it, in its words. */
export async function violationsOn(page: Page, part = 'html'): Promise<readonly string[]> {
  // Legacy mode: Electron cannot open the second page that axe otherwise works in.
  const { violations } = await new AxeBuilder({ page }).include(part).setLegacyMode(true).analyze()
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' ')}`)
}
