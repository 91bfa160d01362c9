import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import { demandOf } from '#shared/demand/demand'
import type { Room } from '#shared/document/elements/room'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { AWAY, IDLE } from '#shared/simulation/playback/film'
import { linesOf, momentOf, soFar } from '#shared/simulation/playback/film-lines'
import { tellDay } from '#shared/simulation/playback/film-story'
import { nextEvent, nextEventOf, previousEvent, previousEventOf } from '#shared/simulation/playback/film-times'
import { makeFilm } from '#shared/simulation/playback/make-film'
import { Player } from '#shared/simulation/playback/player'
import { addWaiting, addWalking, emptyGrid, walkedBetween } from '#shared/simulation/playback/walked'
import { runModel } from '#shared/simulation/run-model'
import { DOING } from '#shared/simulation/trace'
import { THREE_DESIGN, threePatients } from '#test/support/three-patients'

/** The day of `hand-made-day.test.ts`: gate (0,0), seats (66,0), desk (42,0), beds (96,72) and (96,-72), all at 1 m/s, seconds after eight. */
const EIGHT = 28_800
const document = threePatients()
const compiled = modelOfDesign(document, THREE_DESIGN, 'own')
if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
const { model } = compiled
const { trace } = runModel(model, demandOf(scenarioOf(document.workshop)!, 1, 0, 1))
const film = makeFilm(model, trace)
const [NURSE, P1, P2, P3] = [0, 1, 2, 3] as const

/** Where somebody is so many seconds after eight, to the millimetre. */
function at(player: Player, agent: number, seconds: number) {
  const { x, y, doing } = player.at(EIGHT + seconds)
  return [Math.round(x[agent]! * 1000) / 1000, Math.round(y[agent]! * 1000) / 1000, doing[agent]!]
}

function placed(name: string): number {
  return film.places.findIndex(({ element }) => element.endsWith(name))
}

describe('a hand-made day as a film', () => {
  it('shows everybody where they are on paper, whichever way time is moved', () => {
    const player = new Player(film)
    // On the way to the bed: 120 m by (96, 72) as the crow flies.
    expect(at(player, P1, 60)).toEqual([48, 36, DOING.walk])
    expect(at(player, NURSE, 45)).toEqual([69, 36, DOING.walk])
    expect(at(player, P2, 60)).toEqual([0, 0, AWAY])
    // She is at the bed first and stays at its point; the patient steps in beside her.
    expect(at(player, NURSE, 100)).toEqual([96, 72, DOING.ready])
    expect(at(player, P2, 150)).toEqual([30, 0, DOING.walk])
    expect(at(player, P2, 400)).toEqual([66, 0, DOING.wait])
    // P3 sits beside P2, 80 cm off.
    const [x, y] = at(player, P3, 400) as [number, number]
    expect(Math.hypot(x - 66, y)).toBeCloseTo(0.8, 3)
    expect(at(player, P2, 759)).toEqual([81, -36, DOING.walk])
    expect(at(player, P1, 1080)).toEqual([48, 36, DOING.walk])
    expect(at(player, P1, 1141)[2]).toBe(AWAY)
    expect(at(player, NURSE, 5_000)).toEqual([42, 0, IDLE])
    // Back again, as a hand on the slider would.
    expect(at(player, P1, 60)).toEqual([48, 36, DOING.walk])
    expect(at(player, NURSE, 792)).toEqual([96, 0, DOING.walk])
  })

  it('knows who waits where, and which bed is taken or being turned round', () => {
    const player = new Player(film)
    const [seat, a, b] = [placed('seataa'), placed('bedaaa'), placed('bedbbb')]
    const states = (seconds: number) => {
      player.at(EIGHT + seconds)
      const { waiting, taken, turned } = player.places
      return { waiting: waiting[seat], a: [taken[a], turned[a]], b: [taken[b], turned[b]] }
    }
    expect(states(400)).toEqual({ waiting: 2, a: [1, 0], b: [0, 0] })
    expect(states(1_000)).toEqual({ waiting: 1, a: [1, 0], b: [1, 0] })
    expect(states(1_100)).toEqual({ waiting: 1, a: [0, 1], b: [1, 0] })
    expect(states(1_800)).toEqual({ waiting: 0, a: [1, 0], b: [0, 1] })
    expect(states(3_000)).toEqual({ waiting: 0, a: [0, 0], b: [0, 0] })
  })

  it('counts who waits and who is at work at a moment, as they stand on the plan', () => {
    const counts = (seconds: number) => {
      const { waiting, roles } = momentOf(film, EIGHT + seconds)
      return [waiting, roles[0]?.busy, roles[0]?.onDuty]
    }
    // P1 walks to the bed with the nurse; P2 sits down at 186, in that very second; P3 at 306.
    expect(counts(60)).toEqual([0, 1, 1])
    expect(counts(185.9)).toEqual([0, 1, 1])
    expect(counts(186)).toEqual([1, 1, 1])
    expect(counts(400)).toEqual([2, 1, 1])
    expect(counts(1_000)).toEqual([1, 1, 1])
    // All have gone, and she sits at the desk.
    expect(counts(5_000)).toEqual([0, 0, 1])
    expect(momentOf(film, film.to + 1)).toEqual({ waiting: 0, queues: new Map(), roles: [{ onDuty: 0, busy: 0 }] })
    // Both sit in one place to wait: it is the queue that the chart has a line of.
    const [queue] = linesOf(film).queues
    expect(momentOf(film, EIGHT + 400).queues).toEqual(new Map([[queue!.key, 2]]))
  })

  it('steps from event to event', () => {
    const times: number[] = []
    for (let time = EIGHT; time < EIGHT + 1_200; time = nextEvent(film, time)) times.push(time - EIGHT)
    expect(times).toEqual([0, 120, 186, 240, 306, 720, 798, 864, 1020, 1140])
    expect(previousEvent(film, EIGHT + 800) - EIGHT).toBe(798)
    expect(previousEvent(film, EIGHT + 798) - EIGHT).toBe(720)
    expect(nextEventOf(film, P3, EIGHT + 400) - EIGHT).toBe(1464)
    expect(previousEventOf(film, P3, EIGHT + 400) - EIGHT).toBe(306)
  })

  it('tells the day of a patient', () => {
    const told = tellDay(film, P3).map(({ at: from, until, says }) => [
      from - EIGHT,
      until - EIGHT,
      says.key.replace('playback.tale.', ''),
      says.values,
    ])
    expect(told).toEqual([
      [240, 240, 'arrive', { place: film.places[placed('gateway')]!.name }],
      [240, 306, 'walk', { metres: 66, to: 'hallway, seataa', with: [] }],
      // The bed had been free since 1140; it is the nurse who came free at 1464.
      [306, 1464, 'wait-role', { time: 1158, place: 'hallway, seataa', for: 'Nurse', step: 'Treat' }],
      [1464, 1542, 'walk', { metres: 78, to: 'treata, bedaaa', with: [] }],
      [1542, 1608, 'wait-role', { time: 66, place: 'treata, bedaaa', for: 'Nurse', step: 'Treat' }],
      [1608, 2208, 'step-with', { step: 'Treat', time: 600, place: 'treata, bedaaa', with: ['Nurse'] }],
      [2208, 2508, 'step', { step: 'Rest', time: 300, place: 'treata, bedaaa', with: [] }],
      [2508, 2628, 'walk', { metres: 120, to: film.places[placed('gateway')]!.name, with: [] }],
      [2628, 2628, 'leave', { time: 2388 }],
    ])
  })

  it('sums what has been walked and waited', () => {
    expect(soFar(film, P3, EIGHT + 1_500)).toEqual({ metres: 66 + 36, waited: 1158 })
    // Pieces of a minute each make the whole day.
    let metres = 0
    for (let time = EIGHT; time < film.to; time += 60)
      walkedBetween(film, 0, time, time + 60, (_agent, ax, ay, bx, by) => (metres += Math.hypot(bx - ax, by - ay)))
    expect(metres).toBeCloseTo(
      trace.metres.reduce((sum, value) => sum + value, 0),
      6,
    )
  })

  it('maps where people walked and waited', () => {
    const box = { left: 0, bottom: -120, right: 120, top: 120 }
    const walked = emptyGrid(box, 1)
    addWalking(film, 0, EIGHT, film.to, walked)
    expect(walked.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
      trace.metres.reduce((sum, value) => sum + value, 0),
      2,
    )
    const waited = emptyGrid(box, 2)
    addWaiting(film, 0, EIGHT, film.to, waited)
    // P2 sat for 534 s and P3 for 1158 s; 80 cm apart they may sit in two cells.
    const near = (x: number, y: number) => {
      let sum = 0
      for (let row = 0; row < waited.rows; row++) {
        for (let column = 0; column < waited.columns; column++) {
          if (Math.hypot(column * 2 + 1 - x, row * 2 - 119 - y) < 3) sum += waited.values[row * waited.columns + column]!
        }
      }
      return sum
    }
    expect(near(66, 0)).toBe(534 + 1158)
    expect(near(96, 72)).toBe(66)
  })

  it('calls a queue by the whole name of its room, whatever stands in that', () => {
    const named = 'Hall, north, by the lift'
    const design = document.designs[THREE_DESIGN]!
    const hallway = design['room_hallway' as Id] as Room
    const renamed = { ...document, designs: { ...document.designs, [THREE_DESIGN]: { ...design, [hallway.id]: { ...hallway, name: named } } } }
    const again = modelOfDesign(renamed, THREE_DESIGN, 'own')
    if (again.status !== 'ok') throw new Error(again.reason.key)
    const day = makeFilm(again.model, runModel(again.model, demandOf(scenarioOf(renamed.workshop)!, 1, 0, 1)).trace)
    expect(linesOf(day).queues[0]?.name).toBe(named)
  })

  it('draws the lines of the day', () => {
    const lines = linesOf(film, (film.to - film.from) / 60)
    const [queue] = lines.queues
    const minute = (EIGHT - film.from) / 60
    expect(queue?.name).toBe('hallway')
    expect(queue?.values[minute + 6]).toBeCloseTo(2, 9)
    // From 3 min 6 s on P2 waits: 54 of 60 seconds.
    expect(queue?.values[minute + 3]).toBeCloseTo(54 / 60, 9)
    expect(lines.roles[0]?.values[minute + 1]).toBeCloseTo(1, 9)
    expect(lines.roles[0]?.values[minute + 45]).toBeCloseTo(0, 9)
    expect(lines.inside[minute]).toBeCloseTo(1, 9)
  })
})
