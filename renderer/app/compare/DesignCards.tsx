import { TriangleAlert } from 'lucide-react'
import { buildBuilding } from '#shared/building/build-building'
import type { DesignComparison } from '#shared/comparison/comparison'
import type { WardDocument } from '#shared/document/document'
import { DesignSwatch } from '../../panels/compare/DesignSwatch'
import { PlainWords } from '../../panels/compare/PlainWords'
import { PlanPicture } from '../../plan/PlanPicture'
import { catalogue } from '../../state/catalogue'
import { useDesk } from '../../state/react'
import { say, words } from '../../state/words'

/** The designs in a row: what each looks like, its idea, what it does in plain words, and whether it can carry the demand. */
export function DesignCards({ designs, document }: { readonly designs: readonly DesignComparison[]; readonly document: WardDocument }) {
  const desk = useDesk()
  return (
    <ul className="design-cards">
      {designs.map((compared, index) => {
        const { design, isDatum, overloaded } = compared
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
            <PlainWords compared={compared} document={document} isToday={isDatum} />
          </li>
        )
      })}
    </ul>
  )
}

function Picture({ document, design, name }: { readonly document: WardDocument; readonly design: string; readonly name: string }) {
  const table = document.designs[design]
  const storey = table === undefined ? undefined : buildBuilding(table, document.workshop).storeys[0]
  return storey === undefined ? null : <PlanPicture storey={storey} catalogue={catalogue} label={words('glimpse.plan', { design: name })} />
}
