import { Button, TextInput } from '@mantine/core'
import { Lock, LockOpen } from 'lucide-react'
import { useState } from 'react'
import { words } from '../state/words'
import './underlay.css'

/** Something that may be held in its place, with the reason that whoever tries to move it is told. */
export function LockSection({
  title,
  what,
  reason,
  isDisabled,
  onLock,
  onUnlock,
}: {
  readonly title: string
  /** What is held, and why one would. */
  readonly what: string
  /** Why it is held; undefined while it is not. */
  readonly reason: string | undefined
  readonly isDisabled: boolean
  readonly onLock: (reason: string) => void
  readonly onUnlock: () => void
}) {
  const [draft, setDraft] = useState('')
  const lock = () => {
    onLock(draft.trim())
    setDraft('')
  }
  return (
    <section className="lock-section" aria-label={title}>
      <h3>{title}</h3>
      {reason === undefined ? (
        <>
          <p className="quiet small">{what}</p>
          <TextInput
            label={words('lock.reason')}
            placeholder={words('lock.reason-example')}
            value={draft}
            maxLength={200}
            disabled={isDisabled}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && draft.trim() !== '') lock()
            }}
          />
          <Button variant="default" disabled={isDisabled || draft.trim() === ''} leftSection={<Lock size={18} aria-hidden />} onClick={lock}>
            {words('lock.lock')}
          </Button>
        </>
      ) : (
        <>
          <p>{words('lock.because', { reason })}</p>
          <Button variant="default" disabled={isDisabled} leftSection={<LockOpen size={18} aria-hidden />} onClick={onUnlock}>
            {words('lock.unlock')}
          </Button>
        </>
      )}
    </section>
  )
}
