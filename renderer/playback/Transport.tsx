import { ActionIcon, Select, Tooltip } from '@mantine/core'
import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { useStore } from 'zustand'
import { words } from '../state/words'
import { clockText, type PlayClock, SPEEDS, type Speed } from './clock'
import './transport.css'

/** A press of an arrow on the slider moves the day so far. Seconds. */
const ARROW_S = 60

/**
 * The clock of the day: what time it is, play and pause, from event to event, how fast, and any moment of it. Only what shows the time
 * follows it.
 */
export function Transport({
  clock,
  onNext,
  onPrevious,
}: {
  readonly clock: PlayClock
  readonly onNext: () => void
  readonly onPrevious: () => void
}) {
  return (
    <section className="transport" aria-label={words('playback.transport')}>
      <div className="transport-controls">
        <PlayButton clock={clock} />
        <Tooltip label={words('playback.previous')}>
          <ActionIcon aria-label={words('playback.previous')} aria-keyshortcuts="," onClick={onPrevious}>
            <SkipBack size={20} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={words('playback.next')}>
          <ActionIcon aria-label={words('playback.next')} aria-keyshortcuts="." onClick={onNext}>
            <SkipForward size={20} />
          </ActionIcon>
        </Tooltip>
        <Time clock={clock} />
        <SpeedChoice clock={clock} />
      </div>
      <Scrub clock={clock} />
    </section>
  )
}

function PlayButton({ clock }: { readonly clock: PlayClock }) {
  const isPlaying = useStore(clock.store, (state) => state.isPlaying)
  const label = words(isPlaying ? 'playback.pause' : 'playback.play')
  return (
    <Tooltip label={label}>
      <ActionIcon variant="filled" color="accent" aria-label={label} aria-keyshortcuts="Space" onClick={clock.toggle}>
        {isPlaying ? <Pause size={20} /> : <Play size={20} />}
      </ActionIcon>
    </Tooltip>
  )
}

function Time({ clock }: { readonly clock: PlayClock }) {
  return (
    <output className="transport-clock" aria-label={words('playback.clock')} aria-live="off">
      {timeText(useStore(clock.store))}
    </output>
  )
}

/** It lies over the charts, moment over moment. */
function Scrub({ clock }: { readonly clock: PlayClock }) {
  const state = useStore(clock.store)
  const { from, to, time } = state
  return (
    <input
      className="transport-scrub"
      type="range"
      min={from}
      max={to}
      step={ARROW_S}
      value={Math.min(to, Math.max(from, time))}
      aria-label={words('playback.scrub')}
      aria-valuetext={timeText(state)}
      onChange={(event) => clock.seek(Number(event.currentTarget.value))}
    />
  )
}

function timeText({ to, time }: { readonly to: number; readonly time: number }): string {
  const { day, text } = clockText(time, true)
  return to > 86_400 ? words('playback.day-time', { day, time: text }) : text
}

function SpeedChoice({ clock }: { readonly clock: PlayClock }) {
  const speed = useStore(clock.store, (state) => state.speed)
  return (
    <Select
      className="transport-speed"
      aria-label={words('playback.speed')}
      value={String(speed)}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false, position: 'top' }}
      data={SPEEDS.map((each) => ({ value: String(each), label: words('playback.times', { speed: each }) }))}
      onChange={(value) => clock.setSpeed(Number(value) as Speed)}
    />
  )
}
