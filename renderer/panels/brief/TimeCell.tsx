import { TextCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'
import { clockText, secondsOfClock } from './time-of-day'

type TimeProps = { readonly label: string; readonly seconds: number; readonly onCommit: (seconds: number) => Refusal }

/** A time of the day in a table. Seconds after midnight. */
export function TimeCell({ label, seconds, onCommit }: TimeProps) {
  return (
    <TextCell
      label={label}
      value={clockText(seconds)}
      onCommit={(typed) => {
        const read = secondsOfClock(typed)
        return read === undefined ? words('brief.no-time') : onCommit(read)
      }}
    />
  )
}
