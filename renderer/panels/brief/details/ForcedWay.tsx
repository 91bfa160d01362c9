import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { setVia } from '#shared/commands/set-via'
import type { WardDocument } from '#shared/document/document'
import { forcedWay } from '#shared/document/forced-way'
import type { Pathway, Step } from '#shared/document/pathway'
import { ChoiceCell } from '../../../controls/Cells'
import { words } from '../../../state/words'
import { useEdits } from '../edits'
import { RemoveButton } from '../Sheet'
import { waysThrough } from './ways-through'

type WayProps = {
  readonly document: WardDocument
  /** The design whose way it is: the one that is measured. */
  readonly design: Id
  readonly pathway: Pathway
  /** Where it leads; undefined: to the pathway's end. */
  readonly step?: Step
}

/** The rooms and doors that a way is sent past in one design, where people would not take the shortest or two are nearly as short. */
export function ForcedWay({ document, design: id, pathway, step }: WayProps) {
  const edits = useEdits(document)
  const table = document.designs[id]
  const design = table?.[id]
  if (table === undefined || design?.kind !== 'design') return null
  const leg = { design: id, pathway: pathway.key, step: step?.key }
  const through = forcedWay(design, pathway.key, step?.key)
  const places = waysThrough(buildBuilding(table, document.workshop))
  const name = step?.name ?? pathway.name
  const labelOf = (place: Id) => places.find(({ value }) => value === place)?.label ?? place
  const set = (to: readonly Id[]) => edits.commit(setVia(document, { ...leg, through: to }))
  return (
    <fieldset className="detail forced-way">
      <legend className="detail-name">{words(step === undefined ? 'brief.via-end' : 'brief.via-to', { design: design.name })}</legend>
      {through.map((place) => (
        <div key={place} className="detail-line">
          <span>{labelOf(place)}</span>
          <RemoveButton
            label={words('brief.via-no-longer', { place: labelOf(place), name })}
            isDisabled={design.locked}
            onRemove={() => set(through.filter((other) => other !== place))}
          />
        </div>
      ))}
      <ChoiceCell
        label={words('brief.via-add', { name })}
        value=""
        choices={[
          { value: '', label: words(through.length === 0 ? 'brief.via-choose' : 'brief.via-more') },
          ...places.filter(({ value }) => !through.includes(value)),
        ]}
        isDisabled={design.locked}
        onCommit={(place) => (place === '' ? undefined : set([...through, place]))}
      />
      {design.locked && <p className="quiet">{words('brief.via-locked', { design: design.name })}</p>}
      {through.length > 0 && !design.locked && <p className="quiet">{words('brief.via-hint')}</p>}
    </fieldset>
  )
}
