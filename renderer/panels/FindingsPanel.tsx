import { ActionIcon, Button } from '@mantine/core'
import { Check, EyeOff, SquareDashed, TriangleAlert, X } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { type Finding, findingKey } from '#shared/document/finding'
import type { Findings } from '../state/use-findings'
import { say, words } from '../state/words'
import { groupedFindings } from './finding-groups'
import './findings.css'
import './list-panel.css'

export type FindingsPanelProps = {
  readonly found: Findings
  /** The key of the one that is shown on the plan. */
  readonly picked: string | undefined
  readonly onPick: (finding: Finding | undefined) => void
  /** Answers whether it was taken. */
  readonly onIgnore: (finding: Finding, reason: string) => boolean
  readonly onHeed: (finding: Finding) => void
  readonly onClose: () => void
}

/** What is wrong with the design, under headings; each goes to its place, and can be left as it is because of a reason. */
export function FindingsPanel({ found, picked, onPick, onIgnore, onHeed, onClose }: FindingsPanelProps) {
  const { heeded, toCome, ignored, isWhole } = found
  const title = useRef<HTMLHeadingElement>(null)
  // What had the focus is gone from its place in the list.
  const ignore = (finding: Finding, reason: string) => {
    const isTaken = onIgnore(finding, reason)
    if (isTaken) title.current?.focus()
    return isTaken
  }
  const heed = (finding: Finding) => {
    onHeed(finding)
    title.current?.focus()
  }
  const row = (finding: Finding) => {
    const key = findingKey(finding)
    const isToCome = toCome.includes(finding)
    return <FindingRow key={key} finding={finding} isToCome={isToCome} isPicked={picked === key} onPick={onPick} onIgnore={ignore} onHeed={heed} />
  }
  return (
    <section className="list-panel findings-panel" aria-labelledby="findings-title">
      <header>
        <h2 id="findings-title" ref={title} tabIndex={-1}>
          {words('findings.title')}
        </h2>
        <ActionIcon aria-label={words('findings.close')} onClick={onClose}>
          <X size={20} />
        </ActionIcon>
      </header>
      {heeded.length === 0 && (
        <p className="findings-none">
          {isWhole && <Check size={18} aria-hidden />}
          {words(isWhole ? 'findings.none' : 'findings.looking')}
        </p>
      )}
      {groupedFindings(heeded).map(({ label, findings }) => (
        <section key={label} aria-labelledby={label}>
          <h3 id={label}>{words('findings.group-count', { name: words(label), count: findings.length })}</h3>
          <ul>{findings.map(row)}</ul>
        </section>
      ))}
      {toCome.length > 0 && (
        <section aria-labelledby="findings-to-come">
          <h3 id="findings-to-come">{words('findings.group-count', { name: words('findings.to-come'), count: toCome.length })}</h3>
          <p className="quiet small">{words('findings.to-come-hint')}</p>
          <ul>{toCome.map(row)}</ul>
        </section>
      )}
      {ignored.length > 0 && (
        <section aria-labelledby="findings-ignored">
          <h3 id="findings-ignored">{words('findings.group-count', { name: words('findings.ignored'), count: ignored.length })}</h3>
          <ul>{ignored.map(row)}</ul>
        </section>
      )}
    </section>
  )
}

type RowProps = Pick<FindingsPanelProps, 'onPick' | 'onIgnore' | 'onHeed'> & {
  readonly finding: Finding
  /** Not wrong, only not drawn yet. */
  readonly isToCome: boolean
  readonly isPicked: boolean
}

function FindingRow({ finding, isToCome, isPicked, onPick, onIgnore, onHeed }: RowProps) {
  const [isAsking, setAsking] = useState(false)
  const sentence = say(finding.message)
  const isIgnored = finding.ignored !== undefined
  const icon = isIgnored ? (
    <EyeOff size={18} aria-hidden />
  ) : isToCome ? (
    <SquareDashed size={18} aria-hidden className="finding-to-come" />
  ) : (
    <TriangleAlert size={18} aria-hidden className={`finding-${finding.severity}`} />
  )
  return (
    <li className={isIgnored ? 'is-ignored' : ''}>
      <div className="finding-line">
        <button type="button" className="finding-row" aria-pressed={isPicked} onClick={() => onPick(isPicked ? undefined : finding)}>
          {icon}
          <span>
            {sentence}
            {isIgnored && <span className="finding-reason">{words('findings.because', { reason: finding.ignored ?? '' })}</span>}
          </span>
        </button>
      </div>
      {isIgnored ? (
        <Button
          className="finding-act"
          variant="subtle"
          size="compact-md"
          aria-label={words('findings.heed-this', { finding: sentence })}
          onClick={() => onHeed(finding)}
        >
          {words('findings.heed')}
        </Button>
      ) : isAsking ? (
        <ReasonForm label={sentence} onCancel={() => setAsking(false)} onReason={(reason) => onIgnore(finding, reason) && setAsking(false)} />
      ) : isPicked ? (
        <Button
          className="finding-act"
          variant="subtle"
          color="dark"
          size="compact-md"
          aria-label={words('findings.ignore-this', { finding: sentence })}
          onClick={() => setAsking(true)}
        >
          {words('findings.ignore')}
        </Button>
      ) : null}
    </li>
  )
}

function ReasonForm({
  label,
  onReason,
  onCancel,
}: {
  readonly label: string
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onReason(reason)
  }
  return (
    <form className="finding-form" onSubmit={submit} aria-label={words('findings.ignore-this', { finding: label })}>
      <label>
        {words('findings.reason')}
        <textarea
          ref={(field) => field?.focus()}
          rows={2}
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation()
              onCancel()
            } else if (event.key === 'Enter' && !event.shiftKey) submit(event)
          }}
        />
      </label>
      <div>
        <Button type="submit" disabled={reason.trim() === ''}>
          {words('findings.do-ignore')}
        </Button>
        <Button variant="subtle" color="dark" onClick={onCancel}>
          {words('findings.keep')}
        </Button>
      </div>
    </form>
  )
}
