import { useEffect, useState } from 'react'
import { buildBuilding } from '#shared/building/build-building'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { MetricValue } from '#shared/metrics/measurement'
import { changeText, figureText } from '../panels/figure-text'
import { headline, TILES } from '../panels/tiles'
import { PlanPicture } from '../plan/PlanPicture'
import { catalogue } from '../state/catalogue'
import type { OpenDocument } from '../state/document-store'
import { useDesk } from '../state/react'
import { say, words } from '../state/words'
import './compare.css'
import { inOrder } from './DesignBar'

const BESIDE_LABEL: Readonly<Record<string, Parameters<typeof words>[0]>> = {
  conflictPlaces: 'compare.conflict-places',
  dignityMinutes: 'compare.dignity-minutes',
}

type Row = { readonly label: Parameters<typeof words>[0]; readonly metric: (typeof TILES)[number]['metric'] }

const ROWS: readonly Row[] = TILES.flatMap(({ metric, label, beside }) =>
  beside === undefined
    ? [{ metric, label }]
    : [
        { metric, label },
        { metric: beside.metric, label: BESIDE_LABEL[beside.metric] ?? label },
      ],
)

/** The values of every design, of the last revision that was measured. */
type Last = { readonly revision: number; readonly values: ReadonlyMap<string, readonly MetricValue[]> }

/** Every design with its own pathways, held against today. */
export function CompareStage({ open }: { readonly open: OpenDocument }) {
  const desk = useDesk()
  const [last, setLast] = useState<Last | undefined>(undefined)
  const { revision, document } = open
  useEffect(() => {
    let isWanted = true
    void desk.measureAll().then((values) => isWanted && setLast({ revision, values }))
    return () => {
      isWanted = false
    }
  }, [desk, revision])
  const designs = inOrder(designsOf(document))
  const today = designs.find(({ isCurrentState }) => isCurrentState)
  const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0.05
  if (last === undefined) return <p className="stage-empty">{words('compare.busy')}</p>
  const measured = last.values
  return (
    <main className="compare">
      <h2>{words('compare.title')}</h2>
      {designs.length < 2 && <p className="quiet">{words('compare.only-one')}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{words('compare.measure')}</th>
            {designs.map(({ id, name, idea }) => (
              <th key={id} scope="col">
                <button type="button" onClick={() => desk.lookAt(id)}>
                  {name}
                </button>
                <Picture document={document} design={id} name={name} />
                <span className="quiet">{idea}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ metric, label }) => (
            <tr key={metric}>
              <th scope="row">{words(label)}</th>
              {designs.map(({ id }) => {
                const value = headline(measured.get(id) ?? [], metric)
                const then = today === undefined || today.id === id ? undefined : headline(measured.get(today.id) ?? [], metric)
                return <Cell key={id} value={value} today={then} smallest={smallest} />
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}

function Picture({ document, design, name }: { readonly document: WardDocument; readonly design: string; readonly name: string }) {
  const table = document.designs[design]
  const storey = table === undefined ? undefined : buildBuilding(table, document.workshop).storeys[0]
  return storey === undefined ? null : <PlanPicture storey={storey} catalogue={catalogue} label={words('glimpse.plan', { design: name })} />
}

function Cell({
  value,
  today,
  smallest,
}: {
  readonly value: MetricValue | undefined
  readonly today: MetricValue | undefined
  readonly smallest: number
}) {
  if (value === undefined) return <td>–</td>
  if (value.result.status === 'unavailable') return <td className="quiet small">{say(value.result.reason)}</td>
  const change = changeText(value, today, smallest)
  return (
    <td>
      <span className="compare-figure">{figureText(value.unit, value.result.value)}</span>
      {change !== undefined && (
        <span className={`compare-change is-${change.verdict}`}>
          {change.amount} {change.share !== '' && `(${change.share}) `}
          {change.verdict === 'same' ? change.word : <strong>{change.word}</strong>}
        </span>
      )}
    </td>
  )
}
