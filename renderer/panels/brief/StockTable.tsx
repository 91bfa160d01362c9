import type { Key } from '#shared/base/ids'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Scenario } from '#shared/document/workshop'
import { words } from '../../state/words'
import type { Edits } from './edits'
import { Amount, Sheet } from './Sheet'

type TableProps = { readonly scenario: Scenario; readonly document: WardDocument; readonly edits: Edits }

/** How many there are of each thing that is used, made clean and used again. */
export function StockTable({ scenario, document, edits }: TableProps) {
  const pathways = recordsOf(document.workshop, 'pathway').filter(({ design }) => design === undefined)
  const round = new Set(pathways.flatMap(({ becomes }) => (becomes === undefined ? [] : [becomes])))
  const loops = pathways.filter(({ key }) => round.has(key))
  if (loops.length === 0) return null
  const put = (key: Key, count: number | undefined) => {
    const { [key]: _before, ...others } = scenario.stock ?? {}
    return edits.put({ ...scenario, stock: count === undefined ? others : { ...others, [key]: count } })
  }
  return (
    <Sheet
      title={words('brief.stock')}
      hint={words('brief.stock-hint')}
      columns={[{ name: words('report.pathway'), width: 340 }, { name: words('brief.count'), isNumber: true, width: 160 }, { name: '' }]}
    >
      {loops.map(({ key, name }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          <td className="is-number">
            <Amount
              label={words('brief.stock-of', { name })}
              value={scenario.stock?.[key]}
              least={1}
              most={10_000}
              isWhole
              isOptional
              onCommit={(count) => put(key, count)}
            />
          </td>
          <td />
        </tr>
      ))}
    </Sheet>
  )
}
