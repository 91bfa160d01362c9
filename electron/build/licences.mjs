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

/** For packages that name this licence and leave its text out, which has to go along with them. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** @param {string} folder */
function licenceOf(folder) {
  /** @type {{ name: string, version: string, license?: string, author?: string | { name?: string } }} */
  const { name, version, license = '', author = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder)
    .filter((each) => /^(licen[cs]e|copying|notice)/i.test(each))
    .sort()
  const text = texts.map((each) => readFileSync(join(folder, each), 'utf8').trim()).join('\n\n')
  if (text !== '') return { name, version, licence: license, text }
  if (license !== 'MIT') throw new Error(`${name} comes without the text of its licence (${license || 'none'}), so it cannot be shipped.`)
  const holder = (typeof author === 'string' ? author : author.name) || `the authors of ${name}`
  return { name, version, licence: license, text: `Copyright (c) ${holder}\n\n${MIT}` }
}
