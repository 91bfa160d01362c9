import { buildBuilding } from '#shared/building/build-building'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { MetricKey, MetricValue } from '#shared/metrics/measurement'
import { changeText, figureText } from '../panels/figure-text'
import { headline } from '../panels/tiles'
import { PlanPicture } from '../plan/PlanPicture'
import { catalogue } from '../state/catalogue'
import type { Glimpse } from '../state/files-store'
import { shownStorey } from '../state/shown-storey'
import { words } from '../state/words'
import { inOrder } from './designs-in-order'

/** The measures that say most at a glance. */
const SHOWN: readonly { readonly metric: MetricKey; readonly label: Parameters<typeof words>[0] }[] = [
  { metric: 'patientTravel', label: 'board.patient-travel' },
  { metric: 'staffTravelPerPatient', label: 'board.staff-travel' },
  { metric: 'handoffs', label: 'board.handoffs' },
]

/** As many as stand side by side on the smallest screen. */
const MOST = 4

/** The sample's designs as pictures, with what they come to: a result before anything is opened. */
export function SampleGlimpse({ glimpse }: { readonly glimpse: Glimpse }) {
  const { document, values } = glimpse
  const designs = inOrder(designsOf(document)).slice(0, MOST)
  const today = designs.find(({ isCurrentState }) => isCurrentState)
  const smallest = recordsOf(document.workshop, 'settings')[0]?.smallestDifference ?? 0.05
  return (
    <div className="glimpse">
      {designs.map((design) => (
        <GlimpseOf
          key={design.id}
          document={document}
          design={design}
          values={values?.get(design.id) ?? []}
          today={today === undefined || today.id === design.id ? [] : (values?.get(today.id) ?? [])}
          smallest={smallest}
        />
      ))}
    </div>
  )
}

type GlimpseOfProps = {
  readonly document: WardDocument
  readonly design: Design
  readonly values: readonly MetricValue[]
  readonly today: readonly MetricValue[]
  readonly smallest: number
}

function GlimpseOf({ document, design, values, today, smallest }: GlimpseOfProps) {
  const table = document.designs[design.id]
  const storey = table === undefined ? undefined : shownStorey(buildBuilding(table, document.workshop), document, undefined)
  return (
    <figure>
      {storey !== undefined && <PlanPicture storey={storey} catalogue={catalogue} label={words('glimpse.plan', { design: design.name })} />}
      <figcaption>
        <h3>{design.name}</h3>
        <dl>
          {SHOWN.map(({ metric, label }) => {
            const value = headline(values, metric)
            const change = value === undefined ? undefined : changeText(value, headline(today, metric), smallest)
            return (
              <div key={metric}>
                <dt>{words(label)}</dt>
                <dd>
                  {value === undefined && <span className="glimpse-waiting" aria-hidden />}
                  {value !== undefined && (value.result.status === 'available' ? figureText(value.unit, value.result.value) : '–')}
                  {change !== undefined && change.verdict !== 'same' && (
                    <span className={`is-${change.verdict}`}>
                      {' '}
                      {change.share} {change.word}
                    </span>
                  )}
                </dd>
              </div>
            )
          })}
        </dl>
      </figcaption>
    </figure>
  )
}
