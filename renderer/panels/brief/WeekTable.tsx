import { setWeek } from '#shared/commands/set-week'
import { weekFactors } from '#shared/demand/week-factors'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { MOST_WEEKDAY, type Scenario } from '#shared/document/workshop'
import { shortText } from '#shared/report/figures'
import { words } from '../../state/words'
import type { Edits } from './edits'
import { Amount, Sheet } from './Sheet'

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const

type TableProps = { readonly document: WardDocument; readonly scenario: Scenario; readonly edits: Edits }

/** On which days of the week more come of those who come at random, and how many that is; nothing where nobody does. */
export function WeekTable({ document, scenario, edits }: TableProps) {
  const names = new Map(recordsOf(document.workshop, 'pathway').map(({ key, name }) => [key, name]))
  const rows = scenario.volumes.flatMap(({ pathway, perDay, arrivals }) => {
    if (arrivals?.by !== 'rate') return []
    const overWeek = arrivals.overWeek ?? WEEK.map(() => 1)
    return [{ pathway, name: names.get(pathway) ?? pathway, overWeek, visits: weekFactors(overWeek).map((factor) => perDay * factor) }]
  })
  if (rows.length === 0) return null
  return (
    <Sheet
      title={words('brief.week')}
      hint={words('brief.week-hint')}
      columns={[
        { name: words('report.pathway'), width: 200 },
        ...WEEK.map((day) => ({ name: words(`brief.weekday.${day}`), isNumber: true, width: 110 })),
      ]}
    >
      {rows.flatMap(({ pathway, name, overWeek, visits }) => [
        <tr key={pathway}>
          <th scope="row">{name}</th>
          {WEEK.map((day) => (
            <td key={day} className="is-number">
              <Amount
                label={words('brief.week-of', { day: words(`brief.weekday.${day}`), name })}
                value={overWeek[day]}
                least={0}
                most={MOST_WEEKDAY}
                onCommit={(weight) =>
                  edits.commit(
                    setWeek(document, {
                      scenario: scenario.id,
                      pathway,
                      overWeek: overWeek.map((before, at) => (at === day ? (weight ?? 0) : before)),
                    }),
                  )
                }
              />
            </td>
          ))}
        </tr>,
        <tr key={`${pathway} visits`} className="quiet">
          <th scope="row" className="sheet-text">
            {words('brief.week-visits')}
          </th>
          {WEEK.map((day) => (
            <td key={day} className="sheet-text is-number">
              {shortText(visits[day] ?? 0, 1)}
            </td>
          ))}
        </tr>,
      ])}
    </Sheet>
  )
}
