import { useState } from 'react'
import type { Pathway, Step } from '#shared/document/pathway'
import { valueName } from '#shared/document/value-name'
import type { Refusal } from '../../../controls/use-draft'
import { words } from '../../../state/words'
import type { DetailProps } from './detail-props'

type Trait = Pathway['traits'][number]

/** Which of those who come a step is for: of each thing in which they differ, some values or all. */
export function StepForWhom({ pathway, step, isDisabled, onSet }: DetailProps) {
  const [refusal, setRefusal] = useState<Refusal>(undefined)
  const wanted = (trait: Trait) => step.onlyFor.find(({ trait: key }) => key === trait.key)?.values ?? trait.values
  const tick = (trait: Trait, value: string, isIn: boolean) => {
    const values = trait.values.filter((each) => (each === value ? isIn : wanted(trait).includes(each)))
    const isAll = values.length === trait.values.length
    const set = { trait: trait.key, values }
    const isThere = step.onlyFor.some(({ trait: key }) => key === trait.key)
    const onlyFor: Step['onlyFor'] = isAll
      ? step.onlyFor.filter(({ trait: key }) => key !== trait.key)
      : isThere
        ? step.onlyFor.map((each) => (each.trait === trait.key ? set : each))
        : [...step.onlyFor, set]
    setRefusal(onSet(words('brief.only-for'), { onlyFor }))
  }
  return (
    <section className="is-wide" aria-label={words('brief.only-for')}>
      <h3>{words('brief.only-for')}</h3>
      {pathway.traits.length === 0 && <p className="quiet">{words('brief.only-for-none')}</p>}
      {pathway.traits.map((trait) => (
        <fieldset key={trait.key} className="detail-ticks">
          <legend className="detail-name">{trait.name}</legend>
          {trait.values.map((value) => (
            <label key={value} className="detail-tick">
              <input
                type="checkbox"
                checked={wanted(trait).includes(value)}
                disabled={isDisabled}
                onChange={(event) => tick(trait, value, event.currentTarget.checked)}
              />
              {valueName(trait, value)}
            </label>
          ))}
        </fieldset>
      ))}
      {refusal !== undefined && (
        <p className="cell-refusal" role="alert">
          {refusal}
        </p>
      )}
    </section>
  )
}
