import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Comparison } from '#shared/comparison/comparison'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { roomTypeName } from '#shared/document/place-type'
import { areaText, durationText } from '#shared/report/figures'
import { PUBLISHED } from '#shared/report/published'
import { type Writer, writerOf } from '#shared/report/report-input'
import { type SettingFact, settingFacts } from '#shared/report/settings-facts'
import { assumptionsOf, factText } from '#shared/report/settings-section'
import { stepTimes } from '#shared/report/step-times'
import { table, words } from '../../state/words'
import './assumptions.css'

/** What every figure rests on: in words, then each setting with where it is from, the times of steps, and the brief's sums. */
export function Assumptions({
  document,
  comparison,
  isSimulated,
}: {
  readonly document: WardDocument
  readonly comparison: Comparison
  /** Days were run, whose figures stand beside those of the layout. */
  readonly isSimulated: boolean
}) {
  const [isChangedOnly, setChangedOnly] = useState(false)
  const writer = useMemo(
    () => writerOf({ document, comparison, measured: [], plans: [], rooms: [], findings: () => [], words: table }),
    [document, comparison],
  )
  const facts = useMemo(() => settingFacts(writer).filter(({ source }) => !isChangedOnly || source === 'set'), [writer, isChangedOnly])
  const groups = [...new Set(facts.map(({ group }) => group))]
  const times = stepTimes(document)
  const brief = recordsOf(document.workshop, 'requirement')
  return (
    <div className="assumptions">
      <section>
        <h2>{words('report.assumptions')}</h2>
        <ul className="assumption-list">
          {assumptionsOf(isSimulated, writer.scenario).map((key) => (
            <li key={key}>{words(`report.assumption.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <header>
          <h2>{words('report.settings')}</h2>
          <SegmentedControl
            aria-label={words('compare.which-settings')}
            value={isChangedOnly ? 'set' : 'all'}
            onChange={(value) => setChangedOnly(value === 'set')}
            data={[
              { value: 'all', label: words('compare.all-settings') },
              { value: 'set', label: words('compare.changed-settings') },
            ]}
          />
        </header>
        <p className="quiet">{words('report.settingsNote')}</p>
        {facts.length === 0 && <p>{words('compare.no-changed-settings')}</p>}
        {groups.map((group) => (
          <Facts key={group} group={group} facts={facts.filter((fact) => fact.group === group)} writer={writer} />
        ))}
      </section>
      <section>
        <h2>{words('compare.step-times')}</h2>
        <p className="quiet">{words('compare.step-times-hint')}</p>
        <Grid
          caption={words('compare.step-times')}
          columns={[words('report.pathway'), words('report.step'), words('report.value'), words('report.source')]}
          rows={times.map(({ pathway, step, design, seconds, instead }) => ({
            key: `${design ?? ''} ${pathway} ${step}`,
            isMarked: design !== undefined,
            cells: [
              pathway,
              step,
              durationText(seconds),
              design === undefined
                ? words('source.file')
                : instead === undefined
                  ? words('compare.assumed-new', { design })
                  : words('compare.assumed-instead', { design, usual: instead }),
            ],
          }))}
        />
      </section>
      {brief.length > 0 && (
        <section>
          <h2>{words('compare.brief')}</h2>
          <Grid
            caption={words('compare.brief')}
            columns={[words('compare.room-type'), words('compare.count'), words('compare.minimum'), words('compare.basis')]}
            rows={brief.map(({ id, roomType, count, minimumArea, basis }) => ({
              key: id,
              isMarked: false,
              cells: [
                roomTypeName(roomType, document.workshop),
                String(count),
                minimumArea === undefined ? '–' : areaText(minimumArea),
                basis === '' ? '–' : basis,
              ],
            }))}
          />
        </section>
      )}
      <section>
        <h2>{words('compare.published')}</h2>
        <p className="quiet">{words('compare.published-hint')}</p>
        <Grid
          caption={words('compare.published')}
          columns={[words('compare.finding'), words('report.source')]}
          rows={PUBLISHED.map((key) => ({ key, isMarked: false, cells: [words(`published.${key}`), words(`published.${key}.source`)] }))}
        />
      </section>
    </div>
  )
}

function Facts({ group, facts, writer }: { readonly group: string; readonly facts: readonly SettingFact[]; readonly writer: Writer }) {
  return (
    <Grid
      caption={group}
      isCaptionShown
      columns={[words('report.setting'), words('report.value'), words('report.source')]}
      rows={facts.map((fact) => ({
        key: `${fact.name} ${fact.value}`,
        isMarked: fact.source === 'set',
        cells: [fact.name, factText(fact, writer), words(`source.${fact.source}`)],
      }))}
    />
  )
}

type GridRow = { readonly key: string; readonly isMarked: boolean; readonly cells: readonly string[] }

function Grid({
  caption,
  columns,
  rows,
  isCaptionShown = false,
}: {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly GridRow[]
  readonly isCaptionShown?: boolean
}) {
  if (rows.length === 0) return null
  return (
    <table className="assumption-table">
      <caption className={isCaptionShown ? '' : 'visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, isMarked, cells }) => (
          <tr key={key} className={isMarked ? 'is-marked' : undefined}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={columns[index]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={columns[index]}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
