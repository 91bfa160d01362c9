import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { withoutBand } from '#shared/metrics/published-bands'
import { figuresWhole } from '#shared/report/figures-whole'
import { rangeText, simulatedFigureText } from '#shared/report/simulated-figures'
import type { SimulatedInput } from '#shared/report/simulated-input'
import { simulatedName } from '#shared/report/simulated-text'
import { say, table, words } from '../../state/words'

/** What was published of real units, beside what was simulated here, and what to make of it where they differ; why not, of what is beside nothing. */
export function PublishedBands({
  input: { comparison, bands },
  designs,
  document,
}: {
  readonly input: SimulatedInput
  readonly designs: readonly Design[]
  readonly document: WardDocument
}) {
  return (
    <details className="bands">
      <summary>{words('simulate.bands')}</summary>
      {bands.some((checks) => checks.length > 0) && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words('sheet.design')}</th>
              <th scope="col">{words('report.measure')}</th>
              <th scope="col">{words('simulate.simulated')}</th>
              <th scope="col">{words('simulate.published')}</th>
              <th scope="col">{words('simulate.held')}</th>
            </tr>
          </thead>
          <tbody>
            {comparison.designs.flatMap(({ runs }, index) =>
              (bands[index] ?? []).map(({ key, name, mean, low, high, verdict, source, why }) => {
                const Icon = verdict === 'inside' ? CircleCheck : TriangleAlert
                return (
                  <tr key={`${runs.design} ${key} ${name.subject}`}>
                    <th scope="row">{designs.find(({ id }) => id === runs.design)?.name}</th>
                    <td>{simulatedName(name, table, document)}</td>
                    <td>{figuresWhole(simulatedFigureText(name, mean, table))}</td>
                    <td>
                      {figuresWhole(rangeText(name, low, high, table))}
                      <span className="quiet small">{say(source)}</span>
                    </td>
                    <td>
                      <span className={`band-verdict is-${verdict}`}>
                        <Icon size={16} aria-hidden /> {words(`band.${verdict}`)}
                      </span>
                      {verdict !== 'inside' && <span className="small">{figuresWhole(say(why))}</span>}
                    </td>
                  </tr>
                )
              }),
            )}
          </tbody>
        </table>
      )}
      {withoutBand(bands).map((why) => (
        <p key={why.key} className="quiet small">
          {say(why)}
        </p>
      ))}
    </details>
  )
}
