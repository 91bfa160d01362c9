import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/**
 * What somebody else made and a bundle holds. `licence`: its short name as the package gives it.
 * @typedef {{ name: string, version: string, licence: string, text: string }} Licence
 */

/**
 * Notes which packages a bundle is made of while it is built, and writes their licences to `file`. `forWorkers` notes those of the
 * threads of a page, which are bundles of their own.
 * @param {string} file
 * @returns {{ plugin: import('vite').Plugin, forWorkers: () => import('vite').Plugin }}
 */
export function gatherLicences(file) {
  /** @type {Map<string, Licence>} */
  const found = new Map()
  /** @param {Iterable<string>} ids */
  const note = (ids) => {
    for (const id of ids) {
      const folder = packageFolder(id)
      if (folder !== undefined && !found.has(folder)) found.set(folder, licenceOf(folder))
    }
  }
  return {
    plugin: {
      name: 'gather-licences',
      generateBundle() {
        note(this.getModuleIds())
      },
      writeBundle() {
        mkdirSync(dirname(file), { recursive: true })
        const sorted = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
        writeFileSync(file, JSON.stringify(sorted))
      },
    },
    forWorkers: () => ({
      name: 'gather-licences-of-workers',
      generateBundle() {
        note(this.getModuleIds())
      },
    }),
  }
}

/**
 * The folder of the package that a module lies in; undefined for a module of ours or one that the bundler makes.
 * @param {string} id
 */
export function packageFolder(id) {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/')
  const mark = '/node_modules/'
  const at = path.lastIndexOf(mark)
  if (at < 0) return undefined
  const [first = '', second = ''] = path.slice(at + mark.length).split('/')
  const name = first.startsWith('@') ? `${first}/${second}` : first
  const folder = path.slice(0, at + mark.length) + name
  return existsSync(join(folder, 'package.json')) ? folder.replaceAll('/', sep) : undefined
}

/** @param {string} folder */
function licenceOf(folder) {
  /** @type {{ name: string, version: string, license?: string }} */
  const { name, version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder)
    .filter((each) => /^(licen[cs]e|copying|notice)/i.test(each))
    .sort()
  const text = texts.map((each) => readFileSync(join(folder, each), 'utf8').trim()).join('\n\n')
  if (text === '' && license === '') throw new Error(`${name} says nothing of its licence, so it cannot be shipped.`)
  return { name, version, licence: license, text }
}
