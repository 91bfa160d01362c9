import { Modal } from '@mantine/core'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import { keyCaps } from './bindings'
import './palette.css'
import { foundItems, type PaletteItem, paletteItems } from './palette-items'

/** The focus is back where it was before what was chosen is done, so that this may move it. Milliseconds. */
const AFTER_CLOSING_MS = 20

/** Everything that can be done or gone to, by typing some of its name. */
export function Palette() {
  const desk = useDesk()
  const isOpen = useView((view) => view.dialog === 'palette')
  return (
    <Modal.Root
      opened={isOpen}
      onClose={() => desk.showDialog(undefined)}
      returnFocus={false}
      lockScroll={false} // it would lock by a style that the page may not have
      size={640}
      radius={12}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.35} color="#1b2733" />
      <Modal.Content aria-label={words('keys.palette')}>
        <Modal.Body p={0}>
          <Choices />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Choices() {
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const all = useMemo(() => paletteItems(desk), [desk])
  const found = useMemo(() => foundItems(all, typed), [all, typed])
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus()
    },
    [before],
  )
  const field = useRef<HTMLInputElement>(null)
  // At once, not when the dialog's own trap comes round to it: who types on must not lose the first letters.
  useLayoutEffect(() => field.current?.focus(), [])
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    desk.showDialog(undefined)
    setTimeout(item.run, AFTER_CLOSING_MS)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1
    const to: Readonly<Record<string, number>> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(at + 8, last),
      PageUp: Math.max(at - 8, 0),
    }
    const next = to[event.key]
    if (next !== undefined) setAt(Math.max(next, 0))
    else if (event.key === 'Enter') choose(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className="palette">
      <div className="palette-field">
        <Search size={20} aria-hidden />
        <input
          ref={field}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={found[at] === undefined ? undefined : `palette-${at}`}
          aria-label={words('palette.field')}
          placeholder={words('palette.field')}
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id="palette-list" role="listbox" aria-label={words('keys.palette')} ref={list}>
        {found.map((item, index) => (
          <button
            type="button"
            tabIndex={-1}
            key={`${item.group} ${item.key}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(item)}
          >
            <span>{item.label}</span>
            <span className="quiet small">{words(`palette.group.${item.group}`)}</span>
            {item.shortcut !== undefined && (
              <span className="palette-keys">
                {keyCaps(item.shortcut).map((cap) => (
                  <kbd key={cap}>{cap}</kbd>
                ))}
              </span>
            )}
          </button>
        ))}
      </div>
      <p className="palette-count quiet small" role="status">
        {found.length === 0 ? words('palette.none') : words('palette.count', { count: found.length })}
      </p>
    </div>
  )
}
