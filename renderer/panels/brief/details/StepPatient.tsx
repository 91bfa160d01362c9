import { recordsOf } from '#shared/document/document'
import type { PlaceOfType, Step } from '#shared/document/pathway'
import { Dress, Mobility } from '#shared/document/vocabulary'
import { ChoiceCell } from '../../../controls/Cells'
import { words } from '../../../state/words'
import { fixturesIn } from '../step-choices'
import { Detail } from './Detail'
import type { DetailProps } from './detail-props'

type Waits = 'inPlace' | 'always' | 'ifBusy'

/** Where patients wait for a step, and how they are from its end on. */
export function StepPatient({ document, step, choices, isDisabled, onSet }: DetailProps) {
  const { name, waits, leaves } = step
  const place = waits === undefined || waits.at === 'inPlace' ? undefined : waits.at
  const way: Waits = waits === undefined || waits.at === 'inPlace' ? 'inPlace' : waits.when
  const label = (what: string) => words('brief.detail-of', { what, name })
  const setWaits = (to: Step['waits']) => onSet(words('brief.waits'), { waits: to })
  const waitAt = (at: PlaceOfType) => setWaits({ at, when: way === 'inPlace' ? 'always' : way })
  const types = recordsOf(document.workshop, 'roomType')
  const usual = types.find(({ use }) => use === 'waiting') ?? types[0]
  return (
    <section aria-label={words('brief.patient-at-step')}>
      <h3>{words('brief.patient-at-step')}</h3>
      <Detail name={words('brief.waits')}>
        <ChoiceCell
          label={label(words('brief.waits'))}
          value={way}
          choices={(['inPlace', 'always', 'ifBusy'] as const).map((value) => ({ value, label: words(`brief.waits-${value}`) }))}
          isDisabled={isDisabled}
          onCommit={(to) => {
            if (to !== 'always' && to !== 'ifBusy') return setWaits({ at: 'inPlace' })
            const at = place ?? (usual === undefined ? undefined : { roomType: usual.key })
            return at === undefined ? words('brief.no-room-type') : setWaits({ at, when: to })
          }}
        />
      </Detail>
      {place !== undefined && (
        <>
          <Detail name={words('brief.waits-room')}>
            <ChoiceCell
              label={label(words('brief.waits-room'))}
              value={place.roomType}
              choices={choices.rooms}
              isDisabled={isDisabled}
              onCommit={(roomType) => {
                const { fixtureType } = place
                const isThere = fixtureType !== undefined && choices.inside.get(roomType)?.has(fixtureType) === true
                return waitAt(isThere ? { roomType, fixtureType } : { roomType })
              }}
            />
          </Detail>
          <Detail name={words('brief.waits-at')}>
            <ChoiceCell
              label={label(words('brief.waits-at'))}
              value={place.fixtureType ?? ''}
              choices={fixturesIn(place.roomType, place.fixtureType, choices, words('brief.the-room'))}
              isDisabled={isDisabled}
              onCommit={(fixtureType) => {
                const { fixtureType: _before, ...room } = place
                return waitAt(fixtureType === '' ? room : { ...room, fixtureType })
              }}
            />
          </Detail>
        </>
      )}
      <Detail name={words('brief.when-full')}>
        <ChoiceCell
          label={label(words('brief.when-full'))}
          value={step.whenFull ?? 'queue'}
          choices={(['queue', 'leave'] as const).map((value) => ({ value, label: words(`brief.full-${value}`) }))}
          isDisabled={isDisabled}
          onCommit={(to) => onSet(words('brief.when-full'), { whenFull: to === 'leave' ? 'leave' : undefined })}
        />
      </Detail>
      <Detail name={words('brief.dress-after')}>
        <ChoiceCell
          label={label(words('brief.dress-after'))}
          value={leaves.dress ?? ''}
          choices={[{ value: '', label: words('brief.as-before') }, ...Dress.options.map((value) => ({ value, label: words(`dress.${value}`) }))]}
          isDisabled={isDisabled}
          onCommit={(to) => {
            const { dress: _before, ...rest } = leaves
            return onSet(words('brief.dress-after'), { leaves: to === '' ? rest : { ...rest, dress: Dress.parse(to) } })
          }}
        />
      </Detail>
      <Detail name={words('brief.mobility-after')}>
        <ChoiceCell
          label={label(words('brief.mobility-after'))}
          value={leaves.mobility ?? ''}
          choices={[
            { value: '', label: words('brief.as-before') },
            ...Mobility.options.map((value) => ({ value, label: words(`mobility.${value}`) })),
          ]}
          isDisabled={isDisabled}
          onCommit={(to) => {
            const { mobility: _before, ...rest } = leaves
            return onSet(words('brief.mobility-after'), { leaves: to === '' ? rest : { ...rest, mobility: Mobility.parse(to) } })
          }}
        />
      </Detail>
    </section>
  )
}
