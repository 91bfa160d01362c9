import { TriangleAlert } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import type { DesignComparison } from '#shared/comparison/comparison'
import type { WardDocument } from '#shared/document/document'
import type { SimulatedName } from '#shared/metrics/simulated-day'
import type { PlainSentence, PlainWords } from '#shared/report/plain-words'
import { DesignSwatch } from '../../panels/compare/DesignSwatch'
import { PlainSentences } from '../../panels/compare/PlainSentences'
import { PlanPicture } from '../../plan/PlanPicture'
import { catalogue } from '../../state/catalogue'
import { useDesk } from '../../state/react'
import { shownStorey } from '../../state/shown-storey'
import { say, words } from '../../state/words'
import type { MeasureRef } from '../../workers/messages'

export type DesignCardsProps = {
  readonly designs: readonly DesignComparison[]
  readonly document: WardDocument
  readonly plain: readonly PlainWords[]
  readonly isWhySaid: boolean
  /** Every sentence, also where the window is so low that they would push the figures out of it. */
  readonly isAllSaid: boolean
  readonly onOpen: (design: Id, measure: MeasureRef) => void
  readonly onSimulated: (design: Id, name: SimulatedName) => void
}

/** The designs in a row: what each looks like, its idea, what it does in plain words, and whether it can carry the demand. */
export function DesignCards({ designs, document, plain, isWhySaid, isAllSaid, onOpen, onSimulated }: DesignCardsProps) {
  const desk = useDesk()
  return (
    <ul className={`design-cards ${isAllSaid ? 'is-all-said' : ''}`}>
      {designs.map(({ design, isDatum, overloaded }, index) => {
        return (
          <li key={design.id}>
            <button type="button" onClick={() => desk.lookAt(design.id)} title={words('compare.show-design', { design: design.name })}>
              <Picture document={document} design={design.id} name={design.name} />
              <span className="design-card-name">
                <DesignSwatch index={index} /> {design.name}
              </span>
            </button>
            {overloaded.length > 0 && (
              <p className="design-card-flag">
                <TriangleAlert size={18} aria-hidden />
                <span>
                  <strong>{words('compare.cannot-carry')}</strong> {overloaded.map(say).join(' ')} {words('board.not-ranked')}
                </span>
              </p>
            )}
            {design.idea !== '' && <p className="design-card-idea">{design.idea}</p>}
            {isDatum ? (
              <p className="design-card-idea">{words('compare.is-today')}</p>
            ) : (
              <PlainSentences
                isWhySaid={isWhySaid}
                sentences={sentencesOf(plain, design.id)}
                onOpen={(measure) => onOpen(design.id, measure)}
                onSimulated={(name) => onSimulated(design.id, name)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** That it cannot carry the demand stands above them, with every place and role. */
function sentencesOf(plain: readonly PlainWords[], design: Id): readonly PlainSentence[] {
  const sentences = plain.find((each) => each.design === design)?.sentences ?? []
  return sentences.filter(({ says }) => says.key !== 'plain.overloaded')
}

function Picture({ document, design, name }: { readonly document: WardDocument; readonly design: string; readonly name: string }) {
  const table = document.designs[design]
  const storey = table === undefined ? undefined : shownStorey(buildBuilding(table, document.workshop), document, undefined)
  return storey === undefined ? null : <PlanPicture storey={storey} catalogue={catalogue} label={words('glimpse.plan', { design: name })} />
}
