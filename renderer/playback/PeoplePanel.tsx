import { ActionIcon, Select, Tooltip } from '@mantine/core'
import { ArrowRightLeft, Clock, DoorOpen, Footprints, LogOut, Pause, Stethoscope, X } from 'lucide-react'
import { memo, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { figuresWhole } from '#shared/report/figures-whole'
import type { Film } from '#shared/simulation/playback/film'
import { soFar } from '#shared/simulation/playback/film-lines'
import { agentName, type FilmTale, tellDay } from '#shared/simulation/playback/film-story'
import { say, words } from '../state/words'
import { clockText, type PlayClock } from './clock'
import './people-panel.css'

const SIGNS = { arrive: DoorOpen, wait: Clock, walk: Footprints, step: Stethoscope, hand: ArrowRightLeft, leave: LogOut, pause: Pause } as const

export type FollowedDay = { readonly film: Film; readonly name: string; readonly agent: number | undefined }

/** Whom one follows, and the story of their day: every line is a moment to go to. */
export function PeoplePanel({
  film,
  followed,
  clock,
  days,
  onFollow,
}: {
  readonly film: Film
  readonly followed: number | undefined
  readonly clock: PlayClock
  /** The same day in each design that is shown, and who is followed there: the one whose story is told first. */
  readonly days: readonly FollowedDay[]
  readonly onFollow: (agent: number | undefined) => void
}) {
  const people = useMemo(() => peopleOf(film), [film])
  const groups = useMemo(() => {
    if (followed === undefined || film.agents.kind[followed] !== 2) return people
    return [...people, { group: words('playback.things'), items: [{ value: String(followed), label: say(agentName(film, followed)) }] }]
  }, [people, film, followed])
  return (
    <aside className="people" aria-label={words('playback.people')}>
      <div className="people-choice">
        <Select
          aria-label={words('playback.follow')}
          placeholder={words('playback.nobody')}
          data={groups}
          value={followed === undefined ? null : String(followed)}
          searchable
          clearable={false}
          nothingFoundMessage={words('playback.nobody-found')}
          comboboxProps={{ withinPortal: false }}
          maxDropdownHeight={320}
          onChange={(value) => onFollow(value === null ? undefined : Number(value))}
        />
        {followed !== undefined && (
          <Tooltip label={words('playback.unfollow')}>
            <ActionIcon aria-label={words('playback.unfollow')} onClick={() => onFollow(undefined)}>
              <X size={20} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {followed === undefined ? (
        <p className="quiet people-hint">{words('playback.follow-hint')}</p>
      ) : (
        <Story key={followed} film={film} agent={followed} clock={clock} days={days} />
      )}
    </aside>
  )
}

type StoryProps = { readonly film: Film; readonly agent: number; readonly clock: PlayClock; readonly days: readonly FollowedDay[] }

function Story({ film, agent, clock, days }: StoryProps) {
  const tales = useMemo(() => tellDay(film, agent), [film, agent])
  const time = useStore(clock.store, (state) => state.time)
  const key = `playback.so-far${film.agents.kind[agent] === 1 ? '' : '-staff'}${days.length > 1 ? '-in' : ''}` as const
  return (
    <>
      <div className="story-sum">
        {days.map((day) =>
          day.agent === undefined ? null : (
            <p key={day.film.design}>{figuresWhole(words(key, { ...soFar(day.film, day.agent, time), design: day.name }))}</p>
          ),
        )}
      </div>
      <Lines tales={tales} now={currentOf(tales, time)} label={words('playback.story', { name: say(agentName(film, agent)) })} clock={clock} />
    </>
  )
}

/** Written again when another line begins, not whenever the clock says the time. */
const Lines = memo(function Lines({
  tales,
  now,
  label,
  clock,
}: {
  readonly tales: readonly FilmTale[]
  readonly now: number
  readonly label: string
  readonly clock: PlayClock
}) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const line = list.current?.children[Math.max(0, now)]
    line?.scrollIntoView({ block: 'nearest' })
  }, [now])
  return (
    <ol className="story" ref={list} aria-label={label}>
      {tales.map(({ at, kind, says }, index) => {
        const Sign = SIGNS[kind]
        return (
          <li key={`${at} ${says.key} ${kind}`}>
            <button
              type="button"
              className={`is-${kind} ${index > now ? 'is-ahead' : ''}`}
              aria-current={index === now ? 'step' : undefined}
              onClick={() => clock.seek(at)}
            >
              <span className="story-time">{clockText(at).text}</span>
              <Sign size={18} aria-hidden />
              <span>{say(says)}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
})

/** The last line that has begun. */
function currentOf(tales: readonly FilmTale[], time: number): number {
  let now = -1
  for (const [index, { at }] of tales.entries()) if (at <= time + 1e-6) now = index
  return now
}

/** Everybody of a day, as groups of a list: visits by pathway, and staff. Things are too many: only one that was pressed is listed. */
function peopleOf(film: Film): { group: string; items: { value: string; label: string }[] }[] {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const visitsFirst of [1, 0]) {
    for (const [agent, kind] of film.agents.kind.entries()) {
      if (kind !== visitsFirst || film.segments.first[agent] === film.segments.first[agent + 1]) continue
      const group = kind === 1 ? film.flows[film.agents.of[agent]!]!.name : words('playback.staff')
      const came = film.agents.came[agent]!
      const name = say(agentName(film, agent))
      const label = kind === 1 ? words('playback.came', { name, time: clockText(came).text }) : name
      groups.set(group, [...(groups.get(group) ?? []), { value: String(agent), label }])
    }
  }
  return [...groups].map(([group, items]) => ({ group, items }))
}
