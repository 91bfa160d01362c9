import { firstBreak } from '#shared/demand/set-breaks'
import { type Break, isTakeable } from '#shared/document/breaks'
import type { Scenario } from '#shared/document/workshop'
import { ChoiceCell } from '../../controls/Cells'
import { words } from '../../state/words'
import type { Edits } from './edits'
import { Amount, RemoveCell, Sheet } from './Sheet'
import { TimeCell } from './TimeCell'

/** A break with the shift it is of, by its place in the list: shifts have no ids. */
type Taken = { readonly shift: number; readonly pause: Break }

const MINUTE_S = 60

/** The breaks of each shift, which everybody on it takes, one after the other. */
export function BreakTable({ scenario, edits }: { readonly scenario: Scenario; readonly edits: Edits }) {
  const { shifts } = scenario
  const taken = shifts.flatMap(({ breaks = [] }, shift): readonly Taken[] => breaks.map((pause) => ({ shift, pause })))
  const put = (list: readonly Taken[]) =>
    edits.put({
      ...scenario,
      shifts: shifts.map(({ breaks: _before, ...shift }, index) => {
        const own = list.filter((each) => each.shift === index).map(({ pause }) => pause)
        return own.length === 0 ? shift : { ...shift, breaks: own }
      }),
    })
  const replace = (at: number, to: Taken) =>
    isTakeable(to.pause) ? put(taken.map((each, index) => (index === at ? to : each))) : words('brief.break-too-long')
  const add = () => {
    const [first] = shifts
    if (first === undefined) return words('brief.no-shift')
    return put([...taken, { shift: 0, pause: firstBreak(first) }])
  }
  return (
    <Sheet
      title={words('brief.breaks')}
      hint={words('brief.breaks-hint')}
      columns={[
        { name: words('brief.shift'), width: 200 },
        { name: words('brief.break-from'), width: 140 },
        { name: words('brief.break-to'), width: 140 },
        { name: words('brief.break-long'), isNumber: true, width: 160 },
        { name: '' },
      ]}
      onAdd={add}
      add={words('brief.add-break')}
    >
      {taken
        .map((each, at) => ({ each, at, name: words('brief.break-name', { number: at + 1, shift: shifts[each.shift]?.name ?? '' }) }))
        .map(({ each, at, name }) => (
          <tr key={at}>
            <td>
              <ChoiceCell
                label={words('brief.shift-of', { name })}
                value={String(each.shift)}
                choices={shifts.map((shift, index) => ({ value: String(index), label: shift.name }))}
                onCommit={(shift) => replace(at, { ...each, shift: Number(shift) })}
              />
            </td>
            <td>
              <TimeCell
                label={words('brief.break-from-of', { name })}
                seconds={each.pause.from}
                onCommit={(from) => replace(at, { ...each, pause: { ...each.pause, from } })}
              />
            </td>
            <td>
              <TimeCell
                label={words('brief.break-to-of', { name })}
                seconds={each.pause.to}
                onCommit={(to) => replace(at, { ...each, pause: { ...each.pause, to } })}
              />
            </td>
            <td className="is-number">
              <Amount
                label={words('brief.break-long-of', { name })}
                value={each.pause.duration / MINUTE_S}
                unit={words('unit.minute')}
                least={1}
                most={720}
                onCommit={(minutes) => replace(at, { ...each, pause: { ...each.pause, duration: (minutes ?? 1) * MINUTE_S } })}
              />
            </td>
            <RemoveCell name={name} onRemove={() => put(taken.filter((_, index) => index !== at))} />
          </tr>
        ))}
    </Sheet>
  )
}
