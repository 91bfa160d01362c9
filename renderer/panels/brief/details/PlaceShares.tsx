import { Equal } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { namedPlaces } from '#shared/building/named-places'
import { nameOfFixture } from '#shared/building/names'
import { assignedShares, leastWeights, statedShares } from '#shared/building/place-shares'
import { evenWeight } from '#shared/building/places'
import { MOST_WEIGHT, setPlaceShares } from '#shared/commands/set-place-shares'
import type { WardDocument } from '#shared/document/document'
import type { PlaceOfType } from '#shared/document/pathway'
import { placeTypeKey, typeNames } from '#shared/document/place-type'
import { useDesk, useView } from '../../../state/react'
import { say, words } from '../../../state/words'
import { useEdits } from '../edits'
import { Amount } from '../Sheet'

type SharesProps = {
  readonly document: WardDocument
  /** The design whose shares these are: the one that is measured. */
  readonly design: Id
  readonly place: PlaceOfType
}

/** How the visits of a step that goes by shares are shared over the places of one design: weights to be typed, and what they come to. */
export function PlaceShares({ document, design: id, place }: SharesProps) {
  const edits = useEdits(document)
  const desk = useDesk()
  const typedOf = `${id} ${placeTypeKey(place)}`
  const typed = useView(({ typedWeights }) => typedWeights[typedOf])
  const table = document.designs[id]
  const design = table?.[id]
  if (table === undefined || design?.kind !== 'design') return null
  const places = namedPlaces(buildBuilding(table, document.workshop), place, nameOfFixture)
  const stated = statedShares(design, place)
  const shares = assignedShares(design, place, places)
  const isAsTyped = typed !== undefined && typed.said === JSON.stringify(stated)
  const least = leastWeights(shares)
  const weightOf = (element: Id, at: number) =>
    isAsTyped ? (typed.weights[element] ?? 0) : stated === undefined ? evenWeight(places[at] ?? { capacity: 1 }) : (least[at] ?? 0)
  const type = typeNames(place, document.workshop).join(', ')
  const put = (element: Id, weight: number) => {
    const weights = Object.fromEntries(places.map((each, at) => [each.element, each.element === element ? weight : weightOf(each.element, at)]))
    const edit = setPlaceShares(document, { design: id, place, weights })
    const refusal = edits.commit(edit)
    const [said] = edit.status === 'done' ? edit.change.updated.flatMap(([, to]) => (to.kind === 'design' ? [statedShares(to, place)] : [])) : []
    if (refusal === undefined) desk.keepTypedWeights(typedOf, { weights, said: JSON.stringify(said) })
    return refusal
  }
  return (
    <fieldset className="detail place-shares">
      <legend className="detail-name">{words('brief.shares-in', { design: design.name })}</legend>
      {places.length === 0 ? (
        <p className="quiet">{words('brief.shares-none', { design: design.name, type })}</p>
      ) : (
        <>
          <ul>
            {places.map(({ element, name }, at) => (
              <li key={element} className="place-share">
                <span>{say(name)}</span>
                <Amount
                  label={words('brief.share-at', { name: say(name) })}
                  value={weightOf(element, at)}
                  least={0}
                  most={MOST_WEIGHT}
                  isDisabled={design.locked || places.length === 1}
                  onCommit={(weight) => put(element, weight ?? 0)}
                />
                <span className="place-percent">{words('brief.share-percent', { percent: (shares[at] ?? 0) * 100 })}</span>
              </li>
            ))}
          </ul>
          <p className="quiet">{words(hintOf(design.locked, places.length), { design: design.name })}</p>
          {stated !== undefined && !design.locked && (
            <button
              type="button"
              className="sheet-add"
              onClick={() => edits.commit(setPlaceShares(document, { design: id, place, weights: undefined }))}
            >
              <Equal size={18} aria-hidden /> {words('brief.shares-equal')}
            </button>
          )}
        </>
      )}
    </fieldset>
  )
}

function hintOf(isLocked: boolean, count: number) {
  if (isLocked) return 'brief.shares-locked'
  return count === 1 ? 'brief.shares-one' : 'brief.shares-hint'
}
