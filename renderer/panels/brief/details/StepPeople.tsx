import type { Step } from '#shared/document/pathway'
import { isPatientFlow } from '#shared/journeys/course'
import { ChoiceCell } from '../../../controls/Cells'
import { words } from '../../../state/words'
import { Amount, RemoveButton } from '../Sheet'
import { type DetailProps, labelOf } from './detail-props'

/** As many of a role as may help at one step. */
const MOST_PEOPLE = 20

/** Who helps the one who leads a step, and who goes there with the patient. */
export function StepPeople({ pathway, step, choices, isDisabled, onSet }: DetailProps) {
  const { name, assisting, escorts } = step
  const free = (taken: readonly string[]) => [
    { value: '', label: words('brief.choose') },
    ...choices.roles.filter(({ value }) => !taken.includes(value)),
  ]
  const setHelping = (to: Step['assisting']) => onSet(words('brief.helping'), { assisting: to })
  const setEscorts = (to: Step['escorts']) => onSet(words('brief.escorting'), { escorts: to })
  const leads = step.lead === undefined ? [] : [step.lead]
  return (
    <section aria-label={words('brief.who-takes-part')}>
      <h3>{words('brief.who-takes-part')}</h3>
      <div className="detail">
        <span className="detail-name">{words('brief.helping')}</span>
        {assisting.map(({ role, people }) => (
          <div key={role} className="detail-line">
            <span>{labelOf(choices.roles, role)}</span>
            <Amount
              label={words('brief.people-helping', { role: labelOf(choices.roles, role), name })}
              value={people}
              least={1}
              most={MOST_PEOPLE}
              isWhole
              isDisabled={isDisabled}
              onCommit={(count) => setHelping(assisting.map((each) => (each.role === role ? { role, people: count ?? 1 } : each)))}
            />
            <RemoveButton
              label={words('brief.no-longer', { role: labelOf(choices.roles, role), name })}
              isDisabled={isDisabled}
              onRemove={() => setHelping(assisting.filter((each) => each.role !== role))}
            />
          </div>
        ))}
        <ChoiceCell
          label={words('brief.detail-of', { what: words('brief.add-helping'), name })}
          value=""
          choices={free([...leads, ...assisting.map(({ role }) => role)])}
          isDisabled={isDisabled}
          onCommit={(role) => (role === '' ? undefined : setHelping([...assisting, { role, people: 1 }]))}
        />
      </div>
      {(isPatientFlow(pathway.flow) || escorts.length > 0) && (
        <div className="detail">
          <span className="detail-name">{words('brief.escorting')}</span>
          {escorts.map((role) => (
            <div key={role} className="detail-line">
              <span>{labelOf(choices.roles, role)}</span>
              <RemoveButton
                label={words('brief.no-longer', { role: labelOf(choices.roles, role), name })}
                isDisabled={isDisabled}
                onRemove={() => setEscorts(escorts.filter((each) => each !== role))}
              />
            </div>
          ))}
          <ChoiceCell
            label={words('brief.detail-of', { what: words('brief.add-escort'), name })}
            value=""
            choices={free(escorts)}
            isDisabled={isDisabled}
            onCommit={(role) => (role === '' ? undefined : setEscorts([...escorts, role]))}
          />
        </div>
      )}
    </section>
  )
}
