import { PlaceChoice } from '#shared/document/vocabulary'
import { ChoiceCell } from '../../../controls/Cells'
import { words } from '../../../state/words'
import { Amount } from '../Sheet'
import { Detail } from './Detail'
import type { DetailProps } from './detail-props'
import { ForcedWay } from './ForcedWay'
import { PlaceShares } from './PlaceShares'

const MINUTE_S = 60
/** Longer than a place takes to be made ready. Minutes. */
const MOST_MIN = 1440

/** Which of several places a step takes and how it is made ready after; how often it is done, what it comes before and runs beside. */
export function StepOrder({ document, design, pathway, step, choices, isDisabled, onSet, onPlace }: DetailProps) {
  const { name, place, turnaround } = step
  const label = (what: string) => words('brief.detail-of', { what, name })
  const others = pathway.steps.filter(({ key, parallelWith }) => key !== step.key && (parallelWith === undefined || key === step.parallelWith))
  const turned = words('brief.turnaround')
  return (
    <section aria-label={words('brief.place-and-time')}>
      <h3>{words('brief.place-and-time')}</h3>
      {'roomType' in place && (
        <Detail name={words('brief.which-place')}>
          <ChoiceCell
            label={label(words('brief.which-place'))}
            value={place.choice ?? ''}
            choices={[
              { value: '', label: words('brief.choice-usual') },
              ...PlaceChoice.options.map((value) => ({ value, label: words(`brief.choice-${value}`) })),
            ]}
            isDisabled={isDisabled}
            onCommit={(to) => {
              const { choice: _before, ...rest } = place
              return onPlace(words('brief.which-place'), to === '' ? rest : { ...rest, choice: PlaceChoice.parse(to) })
            }}
          />
        </Detail>
      )}
      {'roomType' in place && place.choice === 'assigned' && design !== undefined && (
        <PlaceShares key={`${design} ${place.roomType} ${place.fixtureType}`} document={document} design={design} place={place} />
      )}
      <Detail name={turned} isShort>
        <Amount
          label={label(turned)}
          value={(turnaround?.duration ?? 0) / MINUTE_S}
          unit={words('unit.minute')}
          least={0}
          most={MOST_MIN}
          isDisabled={isDisabled}
          onCommit={(minutes) => onSet(turned, { turnaround: minutes ? { ...turnaround, duration: minutes * MINUTE_S } : undefined })}
        />
      </Detail>
      {turnaround !== undefined && (
        <Detail name={words('brief.turned-by')} isShort>
          <ChoiceCell
            label={label(words('brief.turned-by'))}
            value={turnaround.role ?? ''}
            choices={[{ value: '', label: words('brief.nobody') }, ...choices.roles]}
            isDisabled={isDisabled}
            onCommit={(role) => {
              const { role: _before, ...rest } = turnaround
              return onSet(words('brief.turned-by'), { turnaround: role === '' ? rest : { ...rest, role } })
            }}
          />
        </Detail>
      )}
      <Detail name={words('brief.repeat')} isShort>
        <Amount
          label={label(words('brief.repeat'))}
          value={step.repeat}
          unit={words(step.repeat === 1 ? 'brief.time-done' : 'brief.times-done')}
          least={1}
          most={100}
          isWhole
          isDisabled={isDisabled}
          onCommit={(repeat) => onSet(words('brief.repeat'), { repeat: repeat ?? 1 })}
        />
      </Detail>
      <Detail name={words('brief.priority')} isShort>
        <Amount
          label={label(words('brief.priority'))}
          value={step.priority ?? 0}
          least={0}
          most={9}
          isWhole
          isDisabled={isDisabled}
          onCommit={(priority) => onSet(words('brief.priority'), { priority: priority === 0 ? undefined : priority })}
        />
      </Detail>
      <Detail name={words('brief.beside')}>
        <ChoiceCell
          label={label(words('brief.beside'))}
          value={step.parallelWith ?? ''}
          choices={[{ value: '', label: words('brief.beside-none') }, ...others.map((each) => ({ value: each.key, label: each.name }))]}
          isDisabled={isDisabled}
          onCommit={(key) => onSet(words('brief.beside'), { parallelWith: key === '' ? undefined : key })}
        />
      </Detail>
      {design !== undefined && <ForcedWay document={document} design={design} pathway={pathway} step={step} />}
    </section>
  )
}
