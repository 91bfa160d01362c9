import { memo, useLayoutEffect, useRef } from 'react'
import { type Mark, type Page, type PatchedList, patchedList } from './patched-list'

type DrawnListProps<T> = {
  readonly className?: string | undefined
  readonly items: readonly T[]
  /** The same function each time: another one draws everything anew. */
  readonly draw: (item: T) => readonly Mark[]
}

/**
 * A long list of shapes as a group. React keeps the group and goes past what is in it: asking thousands of elements whether they are what
 * they were would be most of what a move of a drag costs. Hidden from screen readers: lists and panels say in words what is drawn.
 */
function Drawn<T extends object>({ className, items, draw }: DrawnListProps<T>) {
  const group = useRef<SVGGElement>(null)
  const last = useRef<{ readonly draw: DrawnListProps<T>['draw']; readonly list: PatchedList<T> } | undefined>(undefined)
  useLayoutEffect(() => {
    if (group.current === null) return
    if (last.current?.draw !== draw) {
      group.current.replaceChildren()
      last.current = { draw, list: patchedList(childrenOf(group.current), draw) }
    }
    last.current.list.show(items)
  }, [items, draw])
  return <g ref={group} className={className} aria-hidden />
}

export const DrawnList = memo(Drawn) as typeof Drawn

const SVG = 'http://www.w3.org/2000/svg'

function childrenOf(group: SVGGElement): Page<SVGElement> {
  return {
    create({ tag, attributes, text }) {
      const node = document.createElementNS(SVG, tag)
      for (const name in attributes) node.setAttribute(name, attributes[name]!)
      if (text !== undefined) node.textContent = text
      return node
    },
    change(node, from, to) {
      for (const name in to.attributes) if (to.attributes[name] !== from.attributes[name]) node.setAttribute(name, to.attributes[name]!)
      for (const name in from.attributes) if (!(name in to.attributes)) node.removeAttribute(name)
      if (to.text !== from.text) node.textContent = to.text ?? ''
    },
    put: (node, before) => group.insertBefore(node, before ?? null),
    remove: (node) => node.remove(),
  }
}
