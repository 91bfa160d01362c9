import { ActionIcon, Button, SegmentedControl, Select, Tooltip } from '@mantine/core'
import { Maximize } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import type { Building, BuildingStorey } from '#shared/building/building'
import { designsOf, type WardDocument } from '#shared/document/document'
import { extentOf } from '#shared/drawing/draw-design'
import type { SimulationPlan } from '#shared/metrics/simulate'
import { AWAY, type Film } from '#shared/simulation/playback/film'
import { nextEvent, nextEventOf, previousEvent, previousEventOf } from '#shared/simulation/playback/film-times'
import { Player } from '#shared/simulation/playback/player'
import type { Extent } from '../plan/camera'
import { createPlanLens } from '../plan/plan-lens'
import type { OpenDocument } from '../state/document-store'
import { useDesk, useView } from '../state/react'
import { shownStorey } from '../state/shown-storey'
import { say, words } from '../state/words'
import { createPlayClock, type PlayClock } from './clock'
import { type ChartedDay, DayCharts } from './DayCharts'
import { DayLegend } from './DayLegend'
import { DayPlan } from './DayPlan'
import { tokenColour } from './day-colours'
import { looksOf } from './figures'
import { GROUND_LAYERS, type GroundLayer, mostOf } from './ground-picture'
import { PeoplePanel } from './PeoplePanel'
import './playback.css'
import { takePlayKeys } from './playback-keys'
import { Transport } from './Transport'
import { useFilm } from './use-film'
import { agentOf, createWatched, somebodyOf } from './watched'

/** Three and what draws with it are fetched when the day is first looked at in 3D. */
const DayScene = lazy(() => import('./DayScene'))

/** Somebody of a simulated day to be followed, from a moment on: an agent of its trace, seconds after its first midnight. */
export type Watch = { readonly agent: number; readonly seconds: number }

export type PlaybackProps = {
  /** What is drawn, and what is simulated. */
  readonly open: OpenDocument
  readonly design: Id
  readonly plan: SimulationPlan
  readonly replication: number
  readonly watch: Watch | undefined
  /** What chooses the design and the run, at the left of the bar. */
  readonly controls: ReactNode
}

/** Of a day in the window: the design as built, the storey that is shown, and what moves in it. */
type Side = { readonly design: Id; readonly name: string; readonly building: Building; readonly storey: BuildingStorey; readonly film: Film }

/** One replication of a design as it happened, alone or beside another design under the same patients and the same clock. */
export function Playback({ open, design, plan, replication, watch, controls }: PlaybackProps) {
  const desk = useDesk()
  const { document } = open
  const [beside, setBeside] = useState<Id>()
  const other = beside === design || document.designs[beside ?? ''] === undefined ? undefined : beside
  const own = useFilm(document, design, plan, replication)
  const second = useFilm(document, other, plan, replication)
  const [clock] = useState(() => createPlayClock())
  const [watched] = useState(createWatched)
  const [lens] = useState(createPlanLens)
  const { followed, ground, hasStates, hasCharts, hasKey } = useStore(watched)
  const [isPeopleOpen, setPeopleOpen] = useState(false)
  const [fitCount, setFitCount] = useState(0)
  const show = useView((view) => view.show)
  const wanted = useView((view) => view.storey)
  const sides = useMemo(
    () =>
      [sideOf(document, own.film, wanted), other === undefined ? undefined : sideOf(document, second.film, wanted)].filter(
        (side) => side !== undefined,
      ),
    [document, own.film, second.film, other, wanted],
  )
  const looks = useMemo(() => sides.map(({ film }) => looksOf(film, document.workshop, tokenColour)), [sides, document.workshop])
  const most = useMemo(() => Math.max(0, ...sides.map((side) => mostOf(side.film, storeyIn(side), side.storey, ground))), [sides, ground])
  const whole = useMemo(() => around(sides.flatMap(({ storey }) => extentOf(storey) ?? [])), [sides])
  const [main] = sides
  const film = main?.film

  useEffect(() => {
    if (sides.length === 0) return
    clock.setRange(Math.min(...sides.map((side) => side.film.from)), Math.max(...sides.map((side) => side.film.to)))
  }, [clock, sides])
  useEffect(() => clock.pause, [clock])

  const follow = useCallback(
    (of: Film, agent: number | undefined) => {
      watched.setState({ followed: agent === undefined ? undefined : somebodyOf(of, agent) })
      if (agent !== undefined) setPeopleOpen(true)
    },
    [watched],
  )
  const goTo = useEffectEvent(({ agent, seconds }: Watch, of: Film) => {
    follow(of, agent)
    clock.seek(seconds)
  })
  // Somebody of the run that was asked for, not of the one that is still shown.
  const wantedFilm = own.replication === replication && own.film?.design === design ? own.film : undefined
  useEffect(() => {
    if (watch !== undefined && wantedFilm !== undefined) goTo(watch, wantedFilm)
  }, [watch, wantedFilm])

  const agent = film === undefined ? undefined : agentOf(film, followed)
  useFollowedStorey(clock, film, agent)
  const step = useCallback(
    (isNext: boolean) => {
      if (film === undefined) return
      const now = clock.now()
      const all = isNext ? nextEvent : previousEvent
      const ofOne = isNext ? nextEventOf : previousEventOf
      clock.pause()
      clock.seek(agent === undefined ? all(film, now) : ofOne(film, agent, now))
    },
    [clock, film, agent],
  )
  const next = useCallback(() => step(true), [step])
  const previous = useCallback(() => step(false), [step])
  useEffect(() => takePlayKeys({ clock, next, previous }), [clock, next, previous])
  const followedDays = useMemo(() => sides.map(({ film: of, name }) => ({ film: of, name, agent: agentOf(of, followed) })), [sides, followed])
  const days = useMemo<readonly ChartedDay[]>(() => sides.map(({ film: of, name }) => ({ film: of, name })), [sides])

  if (main === undefined || film === undefined) {
    return (
      <div className="playback is-empty">
        <div className="playback-bar">{controls}</div>
        <p className="stage-empty quiet" role="status">
          {own.isLoading || own.reason === undefined ? words('playback.loading') : say(own.reason)}
        </p>
      </div>
    )
  }
  const names = designsOf(document)
  const isTwo = sides.length > 1
  return (
    <section className="playback" aria-label={words('playback.title', { design: main.name })}>
      <div className="playback-bar" role="toolbar" aria-label={words('playback.bar')}>
        {controls}
        <SegmentedControl
          aria-label={words('view.title')}
          value={show}
          onChange={(value) => desk.show(value === 'scene' ? 'scene' : 'plan')}
          data={[
            { value: 'plan', label: words('menu.view-plan') },
            { value: 'scene', label: words('menu.view-3d') },
          ]}
        />
        {main.building.storeys.length > 1 && (
          <Select
            aria-label={words('playback.storey')}
            value={main.storey.storey.id}
            allowDeselect={false}
            data={main.building.storeys.map(({ storey }) => ({ value: storey.id, label: storey.name }))}
            onChange={(value) => value !== null && desk.lookAtStorey(value)}
          />
        )}
        <Select
          aria-label={words('playback.ground')}
          value={ground}
          allowDeselect={false}
          data={GROUND_LAYERS.map((layer) => ({ value: layer, label: words(`playback.ground.${layer}`) }))}
          onChange={(value) => watched.setState({ ground: (value ?? 'none') as GroundLayer })}
        />
        <Toggle isOn={hasStates} label={words('playback.states')} onToggle={() => watched.setState({ hasStates: !hasStates })} />
        {names.length > 1 && (
          <Select
            aria-label={words('playback.beside')}
            value={other ?? ''}
            allowDeselect={false}
            data={[
              { value: '', label: words('playback.alone') },
              ...names.filter(({ id }) => id !== design).map(({ id, name }) => ({ value: id, label: words('playback.with', { design: name }) })),
            ]}
            onChange={(value) => setBeside(value === null || value === '' ? undefined : value)}
          />
        )}
        <span className="playback-gap" />
        <Toggle isOn={hasKey} label={words('playback.key')} onToggle={() => watched.setState({ hasKey: !hasKey })} />
        <Toggle isOn={hasCharts} label={words('playback.charts')} onToggle={() => watched.setState({ hasCharts: !hasCharts })} />
        <Toggle isOn={isPeopleOpen} label={words('playback.people')} onToggle={() => setPeopleOpen(!isPeopleOpen)} />
        <Tooltip label={words('playback.fit')}>
          <ActionIcon aria-label={words('playback.fit')} onClick={() => setFitCount(fitCount + 1)}>
            <Maximize size={20} />
          </ActionIcon>
        </Tooltip>
      </div>
      {own.reason !== undefined && (
        <p className="playback-note" role="alert">
          {say(own.reason)}
        </p>
      )}
      <div className={`playback-main ${isPeopleOpen ? 'has-people' : ''}`}>
        <div className={`playback-views ${isTwo ? 'is-two' : ''} ${own.isLoading || second.isLoading ? 'is-loading' : ''}`}>
          {sides.map((side, index) => {
            const view = {
              film: side.film,
              storey: side.storey,
              looks: looks[index]!,
              clock,
              ground,
              most,
              hasStates,
              followed: agentOf(side.film, followed),
              onFollow: (of: number | undefined) => follow(side.film, of),
              label: words(show === 'plan' ? 'playback.plan-label' : 'playback.scene-label', { design: side.name }),
            }
            return (
              <div className="playback-view" key={side.design} data-testid={`day-${index}`}>
                {isTwo && <h2 className="playback-name">{side.name}</h2>}
                {show === 'plan' ? (
                  <DayPlan {...view} lens={lens} whole={whole} fitCount={fitCount} />
                ) : (
                  <Suspense fallback={<p className="stage-empty quiet">{words('scene.loading')}</p>}>
                    <DayScene
                      {...view}
                      document={document}
                      building={side.building}
                      fitCount={fitCount}
                      workshop={open.name}
                      hasBar={index === sides.length - 1}
                    />
                  </Suspense>
                )}
              </div>
            )
          })}
        </div>
        {isPeopleOpen && <PeoplePanel film={film} followed={agent} clock={clock} days={followedDays} onFollow={(of) => follow(film, of)} />}
      </div>
      {hasKey && <DayLegend film={film} looks={looks[0]!} hasStates={hasStates} ground={ground} most={most} />}
      <Transport clock={clock} onNext={next} onPrevious={previous} />
      {hasCharts && <DayCharts days={days} workshop={document.workshop} clock={clock} />}
    </section>
  )
}

/** A part of the picture, shown or not. */
function Toggle({ isOn, label, onToggle }: { readonly isOn: boolean; readonly label: string; readonly onToggle: () => void }) {
  return (
    <Button variant={isOn ? 'light' : 'subtle'} color={isOn ? 'accent' : 'dark'} aria-pressed={isOn} onClick={onToggle}>
      {label}
    </Button>
  )
}

function sideOf(document: WardDocument, film: Film | undefined, wanted: Id | undefined): Side | undefined {
  const table = film === undefined ? undefined : document.designs[film.design]
  const design = film === undefined ? undefined : table?.[film.design]
  if (film === undefined || table === undefined || design?.kind !== 'design') return undefined
  const building = buildBuilding(table, document.workshop)
  const storey = shownStorey(building, document, wanted)
  return storey === undefined ? undefined : { design: film.design, name: design.name, building, storey, film }
}

/** Whoever is followed up or down takes the view along. */
function useFollowedStorey(clock: PlayClock, film: Film | undefined, agent: number | undefined): void {
  const desk = useDesk()
  useEffect(() => {
    if (film === undefined || agent === undefined || film.storeys.length < 2) return undefined
    const player = new Player(film)
    let last = -1
    return clock.store.subscribe(({ time }) => {
      const { storey, doing } = player.at(time)
      if (doing[agent] === AWAY || storey[agent] === last) return
      last = storey[agent]!
      desk.lookAtStorey(film.storeys[last]!)
    })
  }, [clock, film, agent, desk])
}

function storeyIn({ film, storey }: Side): number {
  return film.storeys.indexOf(storey.storey.id)
}

function around(extents: readonly Extent[]): Extent | undefined {
  if (extents.length === 0) return undefined
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    bottom: Math.min(...extents.map(({ bottom }) => bottom)),
    right: Math.max(...extents.map(({ right }) => right)),
    top: Math.max(...extents.map(({ top }) => top)),
  }
}
