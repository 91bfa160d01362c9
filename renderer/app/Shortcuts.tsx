import { Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import type { Binding } from './binding'
import { BINDINGS, keyCaps, POINTER_HINTS } from './bindings'
import './shortcuts.css'

const GROUPS = ['draw', 'edit', 'view', 'file'] as const

/** The keys as they are really bound. */
export function Shortcuts() {
  const desk = useDesk()
  const isOpen = useView((view) => view.dialog === 'shortcuts')
  return (
    <Modal
      opened={isOpen}
      onClose={() => desk.showDialog(undefined)}
      title={words('keys.shortcuts')}
      size={900}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      <div className="shortcuts">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{words(`keys.group.${group}`)}</h3>
            <dl>
              {BINDINGS.filter((binding) => binding.group === group).map((binding) => (
                <Fragment key={binding.label}>
                  <dt data-keys={binding.keys.join(' ')}>{words(binding.label)}</dt>
                  <dd>
                    <Keys binding={binding} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{words('keys.group.pointer')}</h3>
          <ul>
            {POINTER_HINTS.map((hint) => (
              <li key={hint}>{words(hint)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Modal>
  )
}

function Keys({ binding: { keys } }: { readonly binding: Binding }) {
  const isArrows = keys.length === 4
  const shown = isArrows ? [(keys[0] ?? '').replace('ArrowLeft', words('keys.arrows'))] : keys.filter((key) => key !== 'Shift+?').slice(0, 2)
  return shown.map((key, index) => (
    <span key={key}>
      {index > 0 && <span className="quiet"> {words('keys.or')} </span>}
      {keyCaps(key).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  ))
}
