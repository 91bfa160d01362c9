import { Button } from '@mantine/core'
import { Check, TriangleAlert } from 'lucide-react'
import { words } from '../state/words'
import './findings.css'

/** How much there is to look at, quietly; it opens the list. A change is said to those who hear the screen. */
export function FindingsButton({ count, isOpen, onToggle }: { readonly count: number; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const text = count === 0 ? words('findings.count-none') : words('findings.count', { count })
  const icon = count === 0 ? <Check size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />
  return (
    <>
      <Button
        className="findings-button"
        data-found={count === 0 ? 'none' : 'some'}
        variant="default"
        leftSection={icon}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {text}
      </Button>
      <span className="visually-hidden" role="status">
        {text}
      </span>
    </>
  )
}
