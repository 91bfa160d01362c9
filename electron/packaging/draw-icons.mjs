import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { build } from '../build/build.mjs'
import { root } from '../build/targets.mjs'
import { icnsOf, icoOf } from './icon-files.mjs'

// `node electron/packaging/draw-icons.mjs`, after one of the drawings in resources/icons was changed: draws them in every size with the
// app's own browser, and packs them for Windows and macOS. Needs a screen.

const folder = join(root, 'resources', 'icons')
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const FILE_SIZES = [16, 24, 32, 48, 64, 128, 256]

await build()
const userData = mkdtempSync(join(tmpdir(), 'wardwright-icons-'))
const app = await _electron.launch({ cwd: root, args: ['.', `--user-data-dir=${userData}`], chromiumSandbox: process.getuid?.() !== 0 })
const page = await app.firstWindow()

/** What the page does, as text: this file is read by a compiler that knows no page. */
const DRAW = `async ([svg, side]) => {
  const image = new Image()
  image.src = 'data:image/svg+xml;base64,' + btoa(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = side
  canvas.getContext('2d').drawImage(image, 0, 0, side, side)
  return canvas.toDataURL('image/png')
}`

/**
 * @param {string} svg
 * @param {number} size
 */
async function drawn(svg, size) {
  /** @type {string} */
  const address = await page.evaluate(`(${DRAW})(${JSON.stringify([svg, size])})`)
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}

/**
 * @param {string} drawing
 * @param {readonly number[]} sizes
 * @param {(size: number) => string} nameOf
 */
async function draw(drawing, sizes, nameOf) {
  const svg = readFileSync(join(folder, `${drawing}.svg`), 'utf8')
  /** @type {Map<number, Buffer>} */
  const pictures = new Map()
  for (const size of sizes) {
    const picture = await drawn(svg, size)
    pictures.set(size, picture)
    writeFileSync(join(folder, nameOf(size)), picture)
  }
  writeFileSync(join(folder, `${drawing}.ico`), icoOf(pictures))
  writeFileSync(join(folder, `${drawing}.icns`), icnsOf(pictures))
}

await draw('icon', APP_SIZES, (size) => `${size}x${size}.png`)
await draw('ward', FILE_SIZES, (size) => `ward-${size}.png`)
await app.close()
rmSync(userData, { recursive: true, force: true })
