import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { type Mark, type Page, patchedList } from '../../../renderer/plan/patched-list'

type Node = { readonly tag: Mark['tag']; shows: string }
type Item = { readonly name: string; readonly tags: readonly Mark['tag'][] }

/** Children of an element, and what was done to them. */
function page() {
  const children: Node[] = []
  const done: string[] = []
  const take = (node: Node) => {
    const at = children.indexOf(node)
    if (at >= 0) children.splice(at, 1)
    return at >= 0
  }
  const on: Page<Node> = {
    create(mark) {
      done.push(`create ${mark.attributes.d}`)
      return { tag: mark.tag, shows: mark.attributes.d ?? '' }
    },
    change(node, from, to) {
      if (node.shows !== from.attributes.d || node.tag !== to.tag) throw new Error('It does not show that')
      done.push(`change ${node.shows} to ${to.attributes.d}`)
      node.shows = to.attributes.d ?? ''
    },
    put(node, before) {
      if (take(node)) done.push(`move ${node.shows}`)
      if (before !== undefined && !children.includes(before)) throw new Error('Nothing there to lie before')
      children.splice(before === undefined ? children.length : children.indexOf(before), 0, node)
    },
    remove(node) {
      if (!take(node)) throw new Error('It is gone already')
      done.push(`remove ${node.shows}`)
    },
  }
  return { on, done, shows: () => children.map(({ tag, shows }) => `${tag} ${shows}`) }
}

function marksOf({ name, tags }: Item): readonly Mark[] {
  return tags.map((tag, i) => ({ tag, attributes: { d: `${name}${i}` } }))
}

function item(name: string, tags: Item['tags'] = ['path']): Item {
  return { name, tags }
}

/** What is done to a page that shows the first list to show the second. */
function doneBetween(before: readonly Item[], now: readonly Item[]): readonly string[] {
  const { on, done, shows } = page()
  const list = patchedList(on, marksOf)
  list.show(before)
  done.length = 0
  list.show(now)
  expect(shows()).toEqual(now.flatMap((each) => marksOf(each).map(({ tag, attributes }) => `${tag} ${attributes.d}`)))
  return [...done]
}

const [a, b, c, d, e] = [item('a'), item('b'), item('c'), item('d'), item('e')]

it('leaves alone what is the same object, and changes in its place what is another', () => {
  expect(doneBetween([a, b, c, d], [a, e, c, d])).toEqual(['change b0 to e0'])
  expect(doneBetween([a, b, c], [a, b, c])).toEqual([])
})

it('creates what comes between others, and removes what goes, without touching what lies behind it', () => {
  expect(doneBetween([a, c, d], [a, b, c, d])).toEqual(['create b0'])
  expect(doneBetween([a, b, c, d], [a, c, d])).toEqual(['remove b0'])
  expect(doneBetween([], [a, b])).toEqual(['create a0', 'create b0'])
  expect(doneBetween([a, b], [])).toEqual(['remove a0', 'remove b0'])
})

it('takes what goes for what comes elsewhere', () => {
  expect(doneBetween([a, b, c], [b, d, c, e])).toEqual(['change a0 to d0', 'move d0', 'create e0'])
})

it('moves what changes its place', () => {
  expect(doneBetween([a, b, c], [c, a, b])).toEqual(['move c0'])
})

it('draws anew what its nodes cannot show', () => {
  expect(doneBetween([a, b, c], [a, item('d', ['text']), c])).toEqual(['create d0', 'remove b0'])
  expect(doneBetween([a, item('b', ['path', 'text']), c], [a, item('d', ['path', 'text']), c])).toEqual(['change b0 to d0', 'change b1 to d1'])
})

const TAGS: readonly Item['tags'][] = [['path'], ['text'], ['path', 'path'], ['path', 'text', 'path']]
const ITEMS = Array.from({ length: 12 }, (_, i) => item(String.fromCharCode(97 + i), TAGS[i % 5 === 0 ? (i / 5) % 4 : 0]))
/** Lists that have much in common, an item twice among them, as edits leave them. */
const LISTS = fc.array(fc.array(fc.constantFrom(...ITEMS), { maxLength: 14 }), { maxLength: 8 })

test.prop([LISTS])('shows every list after any other as if it were the first', (lists) => {
  const { on, shows } = page()
  const list = patchedList(on, marksOf)
  for (const items of lists) {
    list.show(items)
    expect(shows()).toEqual(items.flatMap((each) => marksOf(each).map(({ tag, attributes }) => `${tag} ${attributes.d}`)))
  }
})
