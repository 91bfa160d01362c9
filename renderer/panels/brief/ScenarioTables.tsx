import type { Key } from '#shared/base/ids'
import { MOST_A_DAY } from '#shared/commands/set-volume'
import { withPerDay } from '#shared/demand/set-arrivals'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { valueName } from '#shared/document/value-name'
import type { Scenario } from '#shared/document/workshop'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { TextCell } from '../../controls/Cells'
import { words } from '../../state/words'
import { ArrivalTable } from './ArrivalTable'
import { BreakTable } from './BreakTable'
import { ClosedTable } from './ClosedTable'
import { DayChoice } from './DayChoice'
import { DayFindings } from './DayFindings'
import { type Edits, useEdits } from './edits'
import { Amount, RemoveCell, Sheet } from './Sheet'
import { StockTable } from './StockTable'
import { TimeCell } from './TimeCell'
import { WeekTable } from './WeekTable'

type Volume = Scenario['volumes'][number]
type Shift = Scenario['shifts'][number]

/** The day that every design faces: how many come, of what mix, when it is open and who is on duty. */
export function ScenarioTables({ document }: { readonly document: WardDocument }) {
  const edits = useEdits(document)
  const scenario = scenarioOf(document.workshop)
  if (scenario === undefined) return <p className="quiet">{words('brief.no-scenario')}</p>
  const pathways = new Map(recordsOf(document.workshop, 'pathway').map((pathway) => [pathway.key, pathway]))
  return (
    <>
      <DayChoice document={document} scenario={scenario} />
      <DayFindings document={document} scenario={scenario} />
      <Opening scenario={scenario} edits={edits} />
      <Sheet
        title={words('brief.volumes')}
        hint={words('brief.volumes-hint')}
        columns={[{ name: words('report.pathway'), width: 340 }, { name: words('brief.per-day'), isNumber: true, width: 160 }, { name: '' }]}
      >
        {scenario.volumes.map((volume, index) => {
          const name = pathways.get(volume.pathway)?.name ?? volume.pathway
          return (
            <tr key={volume.pathway}>
              <th scope="row">{name}</th>
              <td className="is-number">
                <Amount
                  label={words('brief.per-day-of', { name })}
                  value={volume.perDay}
                  least={0}
                  most={MOST_A_DAY}
                  onCommit={(perDay) => edits.put(withVolume(scenario, index, withPerDay(volume, perDay ?? 0)))}
                />
              </td>
              <td />
            </tr>
          )
        })}
      </Sheet>
      <ArrivalTable
        scenario={scenario}
        nameOf={({ pathway }) => pathways.get(pathway)?.name ?? pathway}
        onPut={(index, volume) => edits.put(withVolume(scenario, index, volume))}
      />
      <WeekTable document={document} scenario={scenario} edits={edits} />
      {scenario.volumes.map((volume, index) => (
        <Traits key={volume.pathway} scenario={scenario} volume={volume} index={index} pathway={pathways.get(volume.pathway)} edits={edits} />
      ))}
      <Shifts scenario={scenario} document={document} edits={edits} />
      <BreakTable scenario={scenario} edits={edits} />
      <ClosedTable scenario={scenario} document={document} edits={edits} />
      <StockTable scenario={scenario} document={document} edits={edits} />
    </>
  )
}

function withVolume(scenario: Scenario, index: number, volume: Volume): Scenario {
  return { ...scenario, volumes: scenario.volumes.map((each, at) => (at === index ? volume : each)) }
}

function Opening({ scenario, edits }: { readonly scenario: Scenario; readonly edits: Edits }) {
  const { opening } = scenario
  const put = (to: Scenario['opening']) => (to.to <= to.from ? words('brief.ends-before') : edits.put({ ...scenario, opening: to }))
  return (
    <Sheet
      title={words('brief.opening')}
      columns={[{ name: words('brief.opens'), width: 140 }, { name: words('brief.closes'), width: 140 }, { name: '' }]}
    >
      <tr>
        <td>
          <TimeCell label={words('brief.opens')} seconds={opening.from} onCommit={(from) => put({ ...opening, from })} />
        </td>
        <td>
          <TimeCell label={words('brief.closes')} seconds={opening.to} onCommit={(to) => put({ ...opening, to })} />
        </td>
        <td />
      </tr>
    </Sheet>
  )
}

type TraitsProps = {
  readonly scenario: Scenario
  readonly volume: Volume
  readonly index: number
  readonly pathway: Pathway | undefined
  readonly edits: Edits
}

/** What share of the visits has each value of a trait. The others share what one leaves, in the proportion they had. */
function Traits({ scenario, volume, index, pathway, edits }: TraitsProps) {
  if (pathway === undefined || pathway.traits.length === 0) return null
  return (
    <Sheet
      title={words('brief.mix', { pathway: pathway.name })}
      hint={words('brief.mix-hint')}
      columns={[
        { name: words('brief.trait'), width: 240 },
        { name: words('report.value'), width: 240 },
        { name: words('unit.share'), isNumber: true, width: 140 },
        { name: '' },
      ]}
    >
      {pathway.traits.flatMap((trait) =>
        trait.values.map((value, at) => (
          <tr key={`${trait.key} ${value}`}>
            <th scope="row">{at === 0 ? trait.name : <span className="visually-hidden">{trait.name}</span>}</th>
            <td className="sheet-text">{valueName(trait, value)}</td>
            <td className="is-number">
              <Amount
                label={words('brief.share-of', { trait: trait.name, value: valueName(trait, value) })}
                value={Math.round((volume.traits[trait.key]?.[value] ?? 0) * 1000) / 10}
                unit="%"
                least={0}
                most={100}
                onCommit={(percent) => {
                  const shares = sharedOut(volume.traits[trait.key] ?? {}, trait.values, value, (percent ?? 0) / 100)
                  return edits.put(withVolume(scenario, index, { ...volume, traits: { ...volume.traits, [trait.key]: shares } }))
                }}
              />
            </td>
            <td />
          </tr>
        )),
      )}
    </Sheet>
  )
}

/** Shares that add up to the whole, of which `value` has `share`. */
function sharedOut(before: Readonly<Record<Key, number>>, values: readonly Key[], value: Key, share: number): Record<Key, number> {
  const others = values.filter((each) => each !== value)
  const sum = others.reduce((total, each) => total + (before[each] ?? 0), 0)
  const rest = (each: Key) => (sum === 0 ? (1 - share) / others.length : ((before[each] ?? 0) * (1 - share)) / sum)
  const own = others.length === 0 ? 1 : share
  return Object.fromEntries(values.map((each) => [each, Math.round((each === value ? own : rest(each)) * 1e9) / 1e9]))
}

type ShiftsProps = { readonly scenario: Scenario; readonly document: WardDocument; readonly edits: Edits }

function Shifts({ scenario, document, edits }: ShiftsProps) {
  const roles = recordsOf(document.workshop, 'role')
  // Shifts have no ids: a row is the same as long as it stands at the same place.
  const rows = scenario.shifts.map((shift, index) => ({ shift, index }))
  const put = (index: number, shift: Shift) =>
    shift.to <= shift.from
      ? words('brief.shift-ends-before')
      : edits.put({ ...scenario, shifts: scenario.shifts.map((each, at) => (at === index ? shift : each)) })
  const add = () => {
    const { from, to } = scenario.opening
    return edits.put({ ...scenario, shifts: [...scenario.shifts, { name: words('brief.new-shift'), from, to, people: {} }] })
  }
  return (
    <Sheet
      title={words('brief.shifts')}
      hint={words('brief.shifts-hint')}
      columns={[
        { name: words('brief.shift'), width: 150 },
        { name: words('brief.begins'), width: 90 },
        { name: words('brief.ends'), width: 90 },
        ...roles.map(({ name }) => ({ name, isNumber: true })),
        { name: '', width: 48 },
      ]}
      onAdd={add}
      add={words('brief.add-shift')}
    >
      {rows.map(({ shift, index }) => {
        const { name } = shift
        return (
          <tr key={index}>
            <td>
              <TextCell
                label={words('brief.name-of', { name })}
                value={name}
                onCommit={(typed) => (typed === '' ? words('refused.no-name') : put(index, { ...shift, name: typed.slice(0, 120) }))}
              />
            </td>
            <td>
              <TimeCell label={words('brief.begins-of', { name })} seconds={shift.from} onCommit={(from) => put(index, { ...shift, from })} />
            </td>
            <td>
              <TimeCell label={words('brief.ends-of', { name })} seconds={shift.to} onCommit={(to) => put(index, { ...shift, to })} />
            </td>
            {roles.map((role) => (
              <td key={role.id} className="is-number">
                <Amount
                  label={words('brief.people-of', { role: role.name, shift: name })}
                  value={shift.people[role.key] ?? 0}
                  least={0}
                  most={1000}
                  onCommit={(people) => put(index, { ...shift, people: { ...shift.people, [role.key]: people ?? 0 } })}
                />
              </td>
            ))}
            <RemoveCell name={name} onRemove={() => edits.put({ ...scenario, shifts: scenario.shifts.filter((each) => each !== shift) })} />
          </tr>
        )
      })}
    </Sheet>
  )
}
