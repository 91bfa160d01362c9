import { isOnFoot } from '#shared/commands/hanging'
import { addTrait, removeTrait, renameTrait } from '#shared/commands/set-traits'
import { addTraitValue, removeTraitValue, renameTraitValue } from '#shared/commands/trait-values'
import type { WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { valueName } from '#shared/document/value-name'
import { TextCell } from '../../controls/Cells'
import { words } from '../../state/words'
import { LONGEST_NAME } from './AddForm'
import { useEdits } from './edits'
import { RemoveButton, RemoveCell, Sheet } from './Sheet'

/** What values of a trait may be called at most: letters. */
const LONGEST_VALUE = 60

type TableProps = { readonly document: WardDocument; readonly pathway: Pathway; readonly isDisabled: boolean }

/** In what those who come by a pathway differ, and what they may be: the steps that are only for some of them go by it. */
export function TraitTable({ document, pathway, isDisabled }: TableProps) {
  const edits = useEdits(document)
  const of = { pathway: pathway.key }
  // Things that are carried are all alike.
  if (!isOnFoot(pathway.flow) && pathway.traits.length === 0) return null
  const add = () => edits.commit(addTrait(document, { ...of, name: words('brief.new-trait'), values: [words('brief.yes'), words('brief.no')] }))
  return (
    <Sheet
      title={words('brief.traits')}
      hint={words('brief.traits-hint')}
      columns={[{ name: words('brief.trait'), width: 240 }, { name: words('brief.trait-values') }, { name: '', width: 48 }]}
      {...(isDisabled ? {} : { onAdd: add, add: words('brief.add-trait') })}
    >
      {pathway.traits.map((trait) => {
        const own = { ...of, trait: trait.key }
        return (
          <tr key={trait.key}>
            <td>
              <TextCell
                label={words('brief.name-of', { name: trait.name })}
                value={trait.name}
                longest={LONGEST_NAME}
                isDisabled={isDisabled}
                onCommit={(name) => edits.commit(renameTrait(document, { ...own, name }))}
              />
            </td>
            <td>
              <div className="trait-values">
                {trait.values.map((value) => (
                  <span key={value} className="trait-value">
                    <TextCell
                      label={words('brief.value-of-trait', { trait: trait.name, value: valueName(trait, value) })}
                      value={valueName(trait, value)}
                      longest={LONGEST_VALUE}
                      isDisabled={isDisabled}
                      onCommit={(name) => edits.commit(renameTraitValue(document, { ...own, value, name }))}
                    />
                    <RemoveButton
                      label={words('brief.remove-value', { trait: trait.name, value: valueName(trait, value) })}
                      isDisabled={isDisabled}
                      onRemove={() => edits.commit(removeTraitValue(document, { ...own, value }))}
                    />
                  </span>
                ))}
                <span className="trait-value">
                  <TextCell
                    // What was typed has become a value: the field is empty for the next.
                    key={trait.values.length}
                    label={words('brief.add-value-of', { trait: trait.name })}
                    value=""
                    placeholder={words('brief.add-value')}
                    longest={LONGEST_VALUE}
                    isDisabled={isDisabled}
                    onCommit={(name) => edits.commit(addTraitValue(document, { ...own, name }))}
                  />
                </span>
              </div>
            </td>
            {isDisabled ? <td /> : <RemoveCell name={trait.name} onRemove={() => edits.commit(removeTrait(document, own))} />}
          </tr>
        )
      })}
    </Sheet>
  )
}
