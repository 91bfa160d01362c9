import { Button } from '@mantine/core'
import { Check, Ellipsis, SquareDashed, TriangleAlert } from 'lucide-react'
import type { Finding } from '#shared/document/finding'
import { roomsToCome } from '#shared/document/findings/sorted-findings'
import { words } from '../state/words'
import './findings.css'

export type FindingsButtonProps = {
  readonly count: number
  /** Not everything was looked for yet. */
  readonly isLooking: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** How much there is to look at, quietly; it opens the list. A change is said to those who hear the screen. */
export function FindingsButton({ count, isLooking, isOpen, onToggle }: FindingsButtonProps) {
  const text = count > 0 ? words('findings.count', { count }) : words(isLooking ? 'findings.count-looking' : 'findings.count-none')
  const Icon = count > 0 ? TriangleAlert : isLooking ? Ellipsis : Check
  const icon = <Icon size={18} aria-hidden />
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

/**
 * What of the design is only not drawn yet, which nobody has to be warned of: how many rooms of the brief, which leads to the kit that they
 * are taken from; where the brief has them all, what its pathways still need, which leads to the list.
 */
export function ToComeButton({
  toCome,
  onKit,
  onList,
}: {
  readonly toCome: readonly Finding[]
  readonly onKit: () => void
  readonly onList: () => void
}) {
  if (toCome.length === 0) return null
  const rooms = roomsToCome(toCome)
  return (
    <Button className="findings-to-come" variant="default" leftSection={<SquareDashed size={18} aria-hidden />} onClick={rooms > 0 ? onKit : onList}>
      {rooms > 0 ? words('kit.left', { count: rooms }) : words('findings.to-come-count', { count: toCome.length })}
    </Button>
  )
}
