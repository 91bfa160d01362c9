// What stock Electron does when it is started as `electron [-r module] FOLDER`: packed as resources/default_app.asar.
// It has to be a module with a top-level await, so that `ready` waits for the modules of the app.

import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const words = process.argv.slice(1)
const preloads = []
let target
for (let at = 0; at < words.length && target === undefined; at++) {
  if (words[at] === '-v' || words[at] === '--version') {
    console.log(`v${process.versions.electron}`)
    process.exit(0)
  } else if (words[at] === '-r' || words[at] === '--require') preloads.push(words[++at])
  else if (!words[at].startsWith('-')) target = words[at]
}
for (const preload of preloads) require(resolve(preload))
if (target === undefined) {
  console.error('This Electron has no app of its own: name the folder of one.')
  process.exit(1)
}

let main = resolve(target)
try {
  let folder = dirname(main)
  if (statSync(main).isDirectory()) {
    folder = main
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (about.version) app.setVersion(about.version)
    if (about.productName ?? about.name) app.name = about.productName ?? about.name
    if (about.desktopName) app.setDesktopName(about.desktopName)
    main = resolve(folder, about.main ?? 'index.js')
  }
  app.setAppPath(folder)
} catch (error) {
  console.error(`Cannot find an app at ${main}: ${error.message}`)
  process.exit(1)
}
process.defaultApp = true
await import(pathToFileURL(main).href)
