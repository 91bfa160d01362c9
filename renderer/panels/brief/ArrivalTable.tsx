import { type ArrivalKind, firstArrivals, withArrivals } from '#shared/demand/set-arrivals'
import { type Arrivals, MOST_TOGETHER, type Scenario } from '#shared/document/workshop'
import { ChoiceCell, TextCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'
import { Amount, Sheet } from './Sheet'
import { clockText, secondsOfClock } from './time-of-day'

type Volume = Scenario['volumes'][number]
type Listed = Extract<Arrivals, { by: 'list' }>
type AtRandom = Extract<Arrivals, { by: 'rate' }>

const KINDS: readonly ArrivalKind[] = ['evenly', 'list', 'rate']
const MINUTE_S = 60
/** As long as a list of set times may be typed: a thousand of them. */
const LONGEST_LIST = 6000

type TableProps = {
  readonly scenario: Scenario
  readonly nameOf: (volume: Volume) => string
  readonly onPut: (index: number, volume: Volume) => Refusal
}

/** When those who come in a simulated day do: evenly, at set times and how punctually, or at random and how many at a time. */
export function ArrivalTable({ scenario, nameOf, onPut }: TableProps) {
  return (
    <Sheet
      title={words('brief.arrivals')}
      hint={words('brief.arrivals-hint')}
      columns={[
        { name: words('report.pathway'), width: 200 },
        { name: words('brief.they-come'), width: 200 },
        { name: words('brief.times') },
        { name: words('brief.early'), isNumber: true, width: 110 },
        { name: words('brief.spread'), isNumber: true, width: 110 },
        { name: words('brief.absent'), isNumber: true, width: 110 },
      ]}
    >
      {scenario.volumes.map((volume, index) => {
        const { arrivals } = volume
        const name = nameOf(volume)
        const put = (to: Arrivals | undefined) => onPut(index, withArrivals(volume, to))
        return (
          <tr key={volume.pathway}>
            <th scope="row">{name}</th>
            <td>
              <ChoiceCell
                label={words('brief.come-of', { name })}
                value={arrivals?.by ?? 'evenly'}
                choices={KINDS.map((kind) => ({ value: kind, label: words(`arrives.${kind}`) }))}
                onCommit={(kind) => put(firstArrivals(KINDS.find((each) => each === kind) ?? 'evenly', volume, scenario.opening))}
              />
            </td>
            {arrivals?.by === 'list' && <ListCells name={name} arrivals={arrivals} onPut={put} />}
            {arrivals?.by === 'rate' && <RateCells name={name} arrivals={arrivals} onPut={put} />}
            {arrivals === undefined && <td colSpan={4} />}
          </tr>
        )
      })}
    </Sheet>
  )
}

type CellsProps<A> = { readonly name: string; readonly arrivals: A; readonly onPut: (arrivals: Arrivals) => Refusal }

function ListCells({ name, arrivals, onPut }: CellsProps<Listed>) {
  const { times, punctuality, didNotAttend } = arrivals
  const { mean, sd } = punctuality ?? { mean: 0, sd: 0 }
  const punctual = (to: { readonly mean: number; readonly sd: number }) => onPut({ ...arrivals, punctuality: to })
  return (
    <>
      <td>
        <TextCell
          label={words('brief.times-of', { name })}
          value={times.map(clockText).join(' ')}
          longest={LONGEST_LIST}
          onCommit={(typed) => {
            const read = typed.split(/[\s,;]+/).map(secondsOfClock)
            const known = read.filter((time) => time !== undefined)
            return known.length < read.length ? words('brief.no-times') : onPut({ ...arrivals, times: known.sort((a, b) => a - b) })
          }}
        />
      </td>
      <td className="is-number">
        <Amount
          label={words('brief.early-of', { name })}
          value={-mean / MINUTE_S + 0}
          unit={words('unit.minute')}
          least={-1440}
          most={1440}
          onCommit={(early) => punctual({ mean: -(early ?? 0) * MINUTE_S + 0, sd })}
        />
      </td>
      <td className="is-number">
        <Amount
          label={words('brief.spread-of', { name })}
          value={sd / MINUTE_S}
          unit={words('unit.minute')}
          least={0}
          most={1440}
          onCommit={(spread) => punctual({ mean, sd: (spread ?? 0) * MINUTE_S })}
        />
      </td>
      <td className="is-number">
        <Amount
          label={words('brief.absent-of', { name })}
          value={Math.round((didNotAttend ?? 0) * 1000) / 10}
          unit="%"
          least={0}
          most={99}
          onCommit={(percent) => onPut({ ...arrivals, didNotAttend: Math.round((percent ?? 0) * 10) / 1000 })}
        />
      </td>
    </>
  )
}

function RateCells({ name, arrivals, onPut }: CellsProps<AtRandom>) {
  const { overDay, ...alike } = arrivals
  const { together = 1, ...alone } = arrivals
  return (
    <>
      <td>
        <TextCell
          label={words('brief.rates-of', { name })}
          value={(overDay ?? []).join(' ')}
          placeholder={words('brief.rates-alike')}
          longest={LONGEST_LIST}
          onCommit={(typed) => {
            if (typed === '') return onPut(alike)
            const rates = typed.split(/[\s;]+/).map(Number)
            const isUsable = rates.length === 24 && rates.every((rate) => rate >= 0 && rate <= 1e6) && rates.some((rate) => rate > 0)
            return isUsable ? onPut({ ...alike, overDay: rates }) : words('brief.no-rates')
          }}
        />
      </td>
      <td className="is-number" colSpan={3}>
        <Amount
          label={words('brief.together-of', { name })}
          value={together}
          unit={words('brief.together')}
          least={1}
          most={MOST_TOGETHER}
          isWhole
          onCommit={(typed) => onPut(typed === undefined || typed === 1 ? alone : { ...arrivals, together: typed })}
        />
      </td>
    </>
  )
}
