import { ActionIcon, Button, Select } from '@mantine/core'
import { ArrowLeft, ArrowRight, ArrowRightLeft, Footprints, Hourglass, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Id } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { valueName } from '#shared/document/value-name'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import type { Story, StoryStep } from '#shared/journeys/story'
import { storyStepAt } from '#shared/journeys/story'
import type { Reading } from '#shared/metrics/measurement'
import { shortText } from '#shared/report/figures'
import { useStory } from '../state/flowing'
import { useDesk, useView } from '../state/react'
import { say, words } from '../state/words'
import './journey.css'
import { nameOf } from './PassingsSection'
import { ridesText } from './rides-text'

/** Pathways of patients that the day has visits of, in the order of names. */
function followedPathways(workshop: RecordTable): readonly Pathway[] {
  const measured = new Set(scenarioOf(workshop)?.volumes.map(({ pathway }) => pathway))
  return recordsOf(workshop, 'pathway').filter(({ flow, key, design }) => flow === 'patient' && design === undefined && measured.has(key))
}

/** Starts and stops following one patient. */
export function JourneyButton({ workshop }: { readonly workshop: RecordTable }) {
  const desk = useDesk()
  const isOn = useView((view) => view.journey !== undefined)
  const first = followedPathways(workshop)[0]
  if (first === undefined) return null
  return (
    <Button
      className="canvas-button"
      variant="default"
      leftSection={<Footprints size={18} aria-hidden />}
      aria-pressed={isOn}
      data-changed={isOn || undefined}
      onClick={() => desk.setJourney(isOn ? undefined : { pathway: first.key, traits: {}, step: undefined, order: [] })}
    >
      {words('journey.open')}
    </Button>
  )
}

/** One patient's journey, step by step: what it is, where, who leads it, how the patient got there. Arrow keys step. */
export function JourneyBar({ design, reading, workshop }: { readonly design: Id; readonly reading: Reading; readonly workshop: RecordTable }) {
  const desk = useDesk()
  const journey = useView((view) => view.journey)
  const story = useStory(design, reading)
  const next = useRef<HTMLButtonElement>(null)
  const isShown = story !== undefined
  // The journey leads from storey to storey, and so does the view.
  const storey = story === undefined ? undefined : storyStepAt(story, journey?.step, journey?.order ?? [])?.storey
  useEffect(() => {
    if (storey !== undefined) desk.lookAtStorey(storey)
  }, [desk, storey])
  useEffect(() => {
    if (isShown) next.current?.focus({ preventScroll: true })
  }, [isShown])
  if (journey === undefined) return null
  const keys = story?.steps.map(({ key }) => key) ?? []
  const step = story === undefined ? undefined : storyStepAt(story, journey.step, journey.order)
  const at = step === undefined ? -1 : keys.indexOf(step.key)
  const go = (to: number) => {
    const key = keys[to]
    if (key !== undefined) desk.setJourney({ ...journey, step: key, order: keys })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0 || (event.target instanceof HTMLElement && event.target.closest('input, [role="listbox"]') !== null)) return
    event.preventDefault()
    event.stopPropagation()
    go(at + by)
  }
  return (
    <section className="journey-bar" aria-label={words('journey.bar')} onKeyDown={onKeyDown}>
      <Button variant="default" aria-disabled={at <= 0} leftSection={<ArrowLeft size={18} aria-hidden />} onClick={() => go(at - 1)}>
        {words('journey.previous')}
      </Button>
      <div className="journey-step" aria-live="polite">
        {story === undefined || step === undefined ? (
          <p className="quiet">{words('journey.waiting')}</p>
        ) : (
          <>
            <p className="journey-name">
              <span className="journey-count">{words('journey.count', { step: at + 1, steps: story.steps.length })}</span>
              {nameOfStep(step)}
            </p>
            <p className="journey-way quiet">
              {[
                step.place?.name ?? '',
                step.leg === undefined ? '' : words('journey.leg', { metres: step.leg.metres, from: step.leg.from.name ?? '' }),
                ridesOfLeg(step.leg),
              ]
                .filter((text) => text !== '')
                .join(' · ')}
            </p>
            {step.handoff !== undefined && <p className="journey-passed-on">{handoffText(step.handoff, workshop)}</p>}
          </>
        )}
      </div>
      <Button ref={next} aria-disabled={at >= keys.length - 1} rightSection={<ArrowRight size={18} aria-hidden />} onClick={() => go(at + 1)}>
        {words('journey.next')}
      </Button>
    </section>
  )
}

/** All about the step of the journey that is looked at. */
export function JourneyPanel({ design, reading, workshop }: { readonly design: Id; readonly reading: Reading; readonly workshop: RecordTable }) {
  const desk = useDesk()
  const journey = useView((view) => view.journey)
  const story = useStory(design, reading)
  const step = story === undefined ? undefined : storyStepAt(story, journey?.step, journey?.order ?? [])
  return (
    <section className="journey-panel" aria-labelledby="journey-title">
      <header>
        <h2 id="journey-title">{words('journey.title')}</h2>
        <ActionIcon aria-label={words('journey.close')} onClick={() => desk.setJourney(undefined)}>
          <X size={20} />
        </ActionIcon>
      </header>
      {story !== undefined && step !== undefined && <Facts step={step} workshop={workshop} />}
      {story?.metres !== undefined && <p className="journey-whole">{words('journey.whole', { metres: story.metres })}</p>}
      <Choices workshop={workshop} story={story} />
    </section>
  )
}

/** Which pathway, and of each trait which value. */
function Choices({ workshop, story }: { readonly workshop: RecordTable; readonly story: Story | undefined }) {
  const desk = useDesk()
  const journey = useView((view) => view.journey)
  const pathways = followedPathways(workshop)
  const pathway = pathways.find(({ key }) => key === journey?.pathway)
  if (journey === undefined) return null
  return (
    <div className="journey-choices">
      {pathways.length > 1 && (
        <Select
          label={words('journey.pathway')}
          data={pathways.map(({ key, name }) => ({ value: key, label: name }))}
          value={journey.pathway}
          allowDeselect={false}
          onChange={(key) => key !== null && desk.setJourney({ pathway: key, traits: {}, step: undefined, order: [] })}
        />
      )}
      {pathway?.traits.map(({ key, name, values, names }) => (
        <Select
          key={key}
          label={name}
          data={values.map((value) => ({ value, label: valueName({ names }, value) }))}
          value={story?.traits[key] ?? journey.traits[key] ?? null}
          allowDeselect={false}
          onChange={(value) => value !== null && desk.setJourney({ ...journey, traits: { ...story?.traits, ...journey.traits, [key]: value } })}
        />
      ))}
    </div>
  )
}

function Facts({ step, workshop }: { readonly step: StoryStep; readonly workshop: RecordTable }) {
  const role = (key: string) => nameOf(workshop, 'role', key)
  const { leg, handoff, items, place, lead, assisting, escorts } = step
  const others = assisting.map((each) =>
    each.people === 1 ? role(each.role) : words('journey.people', { people: each.people, role: role(each.role) }),
  )
  const led = lead === undefined ? undefined : [role(lead), ...(others.length === 0 ? [] : [words('journey.with', { roles: others })])].join(' ')
  return (
    <div className="journey-about">
      <h3>{nameOfStep(step)}</h3>
      <dl className="journey-facts">
        {place?.name !== undefined && place.name !== '' && (
          <Fact name={words('journey.where')}>{typeof place.name === 'string' ? place.name : say(place.name)}</Fact>
        )}
        <Fact name={words('journey.walk')}>
          {leg === undefined ? words('journey.no-walk') : words('journey.leg', { metres: leg.metres, from: leg.from.name ?? '' })}
          {ridesOfLeg(leg) !== '' && `, ${ridesOfLeg(leg)}`}
          {escorts.length > 0 && `, ${words('journey.escort', { roles: escorts.map(role) })}`}
          {` (${words('journey.walked', { metres: step.walked })})`}
        </Fact>
        {step.kind === 'step' && <Fact name={words('journey.lead')}>{led ?? words('journey.nobody')}</Fact>}
        {step.minutes > 0 && <Fact name={words('journey.takes')}>{words('journey.minutes', { minutes: shortText(step.minutes, 1) })}</Fact>}
        <Fact name={words('journey.state')}>{stateOf(step)}</Fact>
        {items.length > 0 && (
          <Fact name={words('journey.items')}>
            {items
              .map(({ pathway, direction, carrier }) =>
                words(direction === 'needed' ? 'journey.item-needed' : 'journey.item-left', {
                  item: nameOf(workshop, 'pathway', pathway),
                  role: role(carrier),
                }),
              )
              .join(', ')}
          </Fact>
        )}
      </dl>
      {handoff !== undefined && (
        <p className="journey-handoff">
          <ArrowRightLeft size={18} aria-hidden />
          {handoffText(handoff, workshop)}
        </p>
      )}
      {step.isQueuePoint && (
        <p className="journey-queue">
          <Hourglass size={18} aria-hidden />
          {words('journey.queue')}
        </p>
      )}
      {step.isParallel && <p className="quiet small">{words('journey.parallel')}</p>}
      {step.problem !== undefined && <p className="journey-problem">{words('journey.problem', { reason: say(step.problem) })}</p>}
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function handoffText({ from, to, isWarm }: NonNullable<StoryStep['handoff']>, workshop: RecordTable): string {
  return words(isWarm ? 'journey.handoff-warm' : 'journey.handoff', { from: nameOf(workshop, 'role', from), to: nameOf(workshop, 'role', to) })
}

/** The lifts and stairs on the way to a step. */
function ridesOfLeg(leg: StoryStep['leg']): string {
  return ridesText((leg?.rides ?? []).map(({ kind, name, toStorey }) => ({ kind, name, to: { storeyName: toStorey } })))
}

function nameOfStep({ kind, name }: StoryStep): string {
  if (kind === 'arrive') return words('journey.arrive')
  if (kind === 'leave') return words('journey.leave')
  return kind === 'wait' ? words('journey.wait', { step: name }) : name
}

function stateOf({ dress, mobility, leaves }: StoryStep): string {
  const said = (state: Pick<StoryStep, 'dress' | 'mobility'>) => `${words(`dress.${state.dress}`)}, ${words(`mobility.${state.mobility}`)}`
  const before = said({ dress, mobility })
  const after = said(leaves)
  return before === after ? before : words('journey.becomes', { before, after })
}
