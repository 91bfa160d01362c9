import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures'

test('axe finds nothing to mend on the first screen', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  // Legacy mode: Electron cannot open the second page that axe otherwise works in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`)).toEqual([])
})
