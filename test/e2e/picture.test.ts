import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { resize } from '../support/electron-app'
import { expect, test } from './fixtures'

const folder = fileURLToPath(new URL('../../test-results/pictures/', import.meta.url))

test.use({ isFresh: true }) // no files of other tests on the start page

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]

for (const size of SIZES) {
  test(`the window as a picture, ${size.width} x ${size.height}`, async ({ app, page }) => {
    await resize(app, size)
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
    await expectPicture(page, 'start', size)

    await page.getByRole('button', { name: 'Open the sample' }).click()
    await expect(page.getByRole('application', { name: /^Plan of/ })).toBeVisible()
    await expectPicture(page, 'plan', size)
  })
}

/** Keeps the picture for whoever wants to look, and sees to it that there is something to see. */
async function expectPicture(page: Page, name: string, { width, height }: { readonly width: number; readonly height: number }): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const png = await page.screenshot({ path: `${folder}${name}-${width}x${height}.png`, animations: 'disabled' })
  const picture = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.drawImage(bitmap, 0, 0)
    const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)
    return { width: bitmap.width, height: bitmap.height, colours: new Set(pixels).size }
  }, png.toString('base64'))
  expect(picture).toMatchObject({ width, height })
  expect(picture.colours).toBeGreaterThan(32) // a blank window has one colour; letters alone have dozens of greys
}
