import { createStore } from 'zustand/vanilla'

/** Seconds of the day that pass in a second. */
export const SPEEDS = [1, 10, 30, 60, 120, 300, 600] as const
export type Speed = (typeof SPEEDS)[number]

/** What is written about the time is written again so often: figures that change faster cannot be read. Milliseconds. */
const SAY_MS = 120
/** A frame that took longer than this was a pause, not a jump of the day. Milliseconds. */
const LONGEST_FRAME_MS = 100

export type ClockState = {
  readonly from: number
  readonly to: number
  readonly isPlaying: boolean
  readonly speed: Speed
  /** As it was last said; `now()` is exact. Seconds after the first midnight. */
  readonly time: number
}

export type PlayClock = ReturnType<typeof createPlayClock>

/** As much of a window as a clock needs; tests hand in one that they turn themselves. */
export type Frames = { readonly next: (frame: (milliseconds: number) => void) => number; readonly drop: (handle: number) => void }

const WINDOW: Frames = { next: (frame) => requestAnimationFrame(frame), drop: (handle) => cancelAnimationFrame(handle) }

/**
 * The clock of a day that is watched. It runs only while it plays; who draws listens to each frame, who writes follows the store, which
 * changes a few times a second.
 */
export function createPlayClock(frames: Frames = WINDOW) {
  const store = createStore<ClockState>(() => ({ from: 0, to: 1, isPlaying: false, speed: 60, time: 0 }))
  const listeners = new Set<(time: number) => void>()
  let time = 0
  let handle = 0
  let before: number | undefined
  let said = 0

  function tell(isSaid: boolean): void {
    for (const listener of listeners) listener(time)
    if (isSaid && store.getState().time !== time) store.setState({ time })
  }

  function frame(milliseconds: number): void {
    const { to, speed, isPlaying } = store.getState()
    if (!isPlaying) return
    const passed = Math.min(LONGEST_FRAME_MS, milliseconds - (before ?? milliseconds))
    before = milliseconds
    time = Math.min(to, time + (passed / 1000) * speed)
    const isOver = time >= to
    const isSaid = isOver || milliseconds - said >= SAY_MS
    if (isSaid) said = milliseconds
    if (isOver) store.setState({ isPlaying: false })
    else handle = frames.next(frame)
    tell(isSaid)
  }

  function pause(): void {
    frames.drop(handle)
    before = undefined
    store.setState({ isPlaying: false, time })
  }

  function play(): void {
    const { isPlaying, from, to } = store.getState()
    if (isPlaying) return
    if (time >= to) time = from
    before = undefined
    store.setState({ isPlaying: true, time })
    handle = frames.next(frame)
  }

  function seek(to: number): void {
    const { from, to: last } = store.getState()
    time = Math.min(last, Math.max(from, to))
    tell(true)
  }

  return {
    store,
    now: () => time,
    play,
    pause,
    seek,
    toggle: () => (store.getState().isPlaying ? pause() : play()),
    setSpeed: (speed: Speed) => store.setState({ speed }),
    /** Faster by so many steps, or slower. */
    stepSpeed(by: number): void {
      const at = SPEEDS.indexOf(store.getState().speed) + by
      store.setState({ speed: SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at))]! })
    },
    /** Another day: what is outside it is not gone to. */
    setRange(from: number, to: number): void {
      store.setState({ from, to })
      if (time < from || time > to) seek(from)
      else tell(true)
    },
    onFrame(listener: (time: number) => void): () => void {
      listeners.add(listener)
      listener(time)
      return () => listeners.delete(listener)
    },
  }
}

/** A time of day as it is said: 10:35, of several days with the day before it. */
export function clockText(seconds: number, hasSeconds = false): { readonly day: number; readonly text: string } {
  const whole = Math.floor(seconds + 1e-6)
  const two = (value: number) => String(value).padStart(2, '0')
  const text = `${two(Math.floor(whole / 3600) % 24)}:${two(Math.floor(whole / 60) % 60)}`
  return { day: Math.floor(whole / 86_400) + 1, text: hasSeconds ? `${text}:${two(whole % 60)}` : text }
}
