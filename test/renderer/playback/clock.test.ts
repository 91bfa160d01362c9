import { expect, it } from 'vitest'
import { clockText, createPlayClock, type Frames } from '../../../renderer/playback/clock'

/** Frames that are turned by hand, so many milliseconds apart. */
function handTurned() {
  let waiting: ((milliseconds: number) => void) | undefined
  let now = 1000
  const frames: Frames = {
    next(frame) {
      waiting = frame
      return 1
    },
    drop() {
      waiting = undefined
    },
  }
  return {
    frames,
    isWaiting: () => waiting !== undefined,
    turn(milliseconds: number) {
      now += milliseconds
      const frame = waiting
      waiting = undefined
      frame?.(now)
    },
  }
}

function playing(from: number, to: number) {
  const hand = handTurned()
  const clock = createPlayClock(hand.frames)
  clock.setRange(from, to)
  return { hand, clock }
}

it('stands still until it is played, then runs at its speed and stops at the end', () => {
  const { hand, clock } = playing(100, 110)
  expect([clock.now(), clock.store.getState().isPlaying, hand.isWaiting()]).toEqual([100, false, false])
  clock.play()
  hand.turn(16)
  hand.turn(50)
  expect(clock.now()).toBeCloseTo(103, 9) // 50 ms at sixty times
  hand.turn(50)
  hand.turn(50)
  hand.turn(50)
  expect([clock.now(), clock.store.getState().isPlaying, hand.isWaiting()]).toEqual([110, false, false])
  clock.play()
  expect(clock.now()).toBe(100)
})

it('takes a window that slept for a pause, not for a jump', () => {
  const { hand, clock } = playing(0, 86_400)
  clock.play()
  hand.turn(16)
  hand.turn(60_000)
  expect(clock.now()).toBeCloseTo(6, 9) // a tenth of a second at sixty times
})

it('tells each frame and each jump, and says the time a few times a second', () => {
  const { hand, clock } = playing(0, 1000)
  const told: number[] = []
  const said: number[] = []
  const stop = clock.onFrame((time) => told.push(time))
  clock.store.subscribe(({ time }, before) => time !== before.time && said.push(time))
  clock.play()
  for (let frame = 0; frame < 21; frame++) hand.turn(20)
  expect(told.length).toBe(22)
  expect(said.length).toBe(3)
  clock.pause()
  clock.seek(5000)
  expect([told.at(-1), said.at(-1)]).toEqual([1000, 1000])
  stop()
  clock.seek(3)
  expect(told.at(-1)).toBe(1000)
})

it('has speeds in steps, and none beyond the last', () => {
  const { clock } = playing(0, 1)
  const speeds: number[] = []
  for (let step = 0; step < 5; step++) {
    clock.stepSpeed(1)
    speeds.push(clock.store.getState().speed)
  }
  expect(speeds).toEqual([120, 300, 600, 600, 600])
  clock.stepSpeed(-1)
  expect(clock.store.getState().speed).toBe(300)
})

it('says a time of day', () => {
  expect(clockText(9 * 3600 + 5 * 60 + 7, true)).toEqual({ day: 1, text: '09:05:07' })
  expect(clockText(86_400 + 23 * 3600 + 59 * 60 + 59.9)).toEqual({ day: 2, text: '23:59' })
})
