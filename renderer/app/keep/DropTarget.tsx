import { useEffect, useState } from 'react'
import { useDesk } from '../../state/react'
import { words } from '../../state/words'
import './keep.css'

/** A file that is dropped anywhere on the window is opened; nothing else that is dropped does anything. */
export function DropTarget() {
  const desk = useDesk()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!holdsFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFile(event)) return
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) void desk.openDropped(file)
    }
    const listeners = [
      ['dragover', over],
      ['dragleave', leave],
      ['drop', drop],
    ] as const
    for (const [name, listener] of listeners) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener)
    }
  }, [desk])
  return isOver ? (
    <div className="drop-here" aria-hidden>
      <span>{words('drop.here')}</span>
    </div>
  ) : null
}
