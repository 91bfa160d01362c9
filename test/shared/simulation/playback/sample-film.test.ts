import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { sideOfRing } from '#shared/geometry/polygon'
import { openSimulator } from '#shared/metrics/simulate'
import { AWAY, isWalking } from '#shared/simulation/playback/film'
import { soFar } from '#shared/simulation/playback/film-lines'
import { agentName, tellDay } from '#shared/simulation/playback/film-story'
import { nextEvent, previousEvent } from '#shared/simulation/playback/film-times'
import { makeFilm } from '#shared/simulation/playback/make-film'
import { Player } from '#shared/simulation/playback/player'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { sampleDesigns } from '#test/support/lone-visits'

const document = endoscopyWorkshop(shippedCatalogue())
const [design] = sampleDesigns(document).filter(({ isCurrentState }) => !isCurrentState)
const simulator = openSimulator(document, design!.id, 'own', { seed: 1, days: 1 })
const { trace } = simulator.trace(0)
const model = simulator.model!
const film = makeFilm(model, trace!)
const { building } = model.ground.premises
const agents = Array.from(film.agents.kind.keys())
/** Outside a gate people stand on the pavement. Metres. */
const GATE_M = 1.1

const anyTime = fc.double({ min: film.from, max: film.to, noNaN: true })

test.prop([anyTime, anyTime], { numRuns: 60 })('shows the same, whatever was shown before', (first, second) => {
  const moved = new Player(film)
  moved.at(first)
  const after = moved.at(second)
  const fresh = new Player(film).at(second)
  for (const agent of agents) {
    expect(after.segment[agent]).toBe(fresh.segment[agent])
    if (fresh.segment[agent]! >= 0) expect([after.x[agent], after.y[agent]]).toEqual([fresh.x[agent], fresh.y[agent]])
  }
})

test.prop([anyTime], { numRuns: 100 })('shows everybody on a floor', (time) => {
  const { x, y, storey, doing } = new Player(film).at(time)
  for (const agent of agents) {
    if (doing[agent] === AWAY) continue
    const ground = building.storeys[storey[agent]!]!
    const isInside = ground.rooms.some(({ polygon }) => sideOfRing(polygon, x[agent]!, y[agent]!) >= 0)
    const isInOutline = ground.storey.outline !== undefined && sideOfRing(ground.storey.outline, x[agent]!, y[agent]!) >= 0
    const isAtGate = ground.openings.some(({ opening, from, to }) => opening.gate !== undefined && near(from, to, x[agent]!, y[agent]!))
    expect([agent, doing[agent], isInside || isInOutline || isAtGate]).toEqual([agent, doing[agent], true])
  }
})

function near(from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }, x: number, y: number): boolean {
  return Math.hypot((from.x + to.x) / 2 - x, (from.y + to.y) / 2 - y) < GATE_M + Math.hypot(from.x - to.x, from.y - to.y)
}

describe('a day of the sample as a film', () => {
  it('has as many metres of each as the trace', () => {
    const metres = new Float64Array(agents.length)
    for (let row = 0; row < trace!.rows; row++) {
      if (isWalking(trace!.doing[row]!)) metres[trace!.who[row]!]! += trace!.metres[row]!
    }
    for (const agent of agents) expect(soFar(film, agent, film.to + 1).metres).toBeCloseTo(metres[agent]!, 6)
  })

  it('has no gap and no overlap while somebody is there', () => {
    const { first, from, to } = film.segments
    let gaps = 0
    for (const agent of agents) {
      for (let at = first[agent]!; at < first[agent + 1]!; at++) {
        expect(to[at]!).toBeGreaterThan(from[at]!)
        if (at === first[agent]) continue
        expect(from[at]!).toBeGreaterThanOrEqual(to[at - 1]! - 1e-9)
        if (from[at]! > to[at - 1]! + 1e-9) gaps += 1
      }
    }
    // Staff go off duty and come again; nobody else is lost sight of.
    expect(gaps).toBe(0)
  })

  it('has each walk begin where the one before ended', () => {
    const player = new Player(film)
    const jumps = agents.filter((agent) => {
      for (let at = film.segments.first[agent]! + 1; at < film.segments.first[agent + 1]!; at++) {
        const time = film.segments.from[at]!
        const before = player.at(time - 1e-6)
        const [x, y] = [before.x[agent]!, before.y[agent]!]
        const after = player.at(time + 1e-6)
        if (before.segment[agent]! >= 0 && after.segment[agent]! >= 0 && Math.hypot(after.x[agent]! - x, after.y[agent]! - y) > 3) return true
      }
      return false
    })
    expect(jumps.map((agent) => agentName(film, agent))).toEqual([])
  })

  it('has a story of everybody, in the order of time', () => {
    for (const agent of agents) {
      const told = tellDay(film, agent)
      for (let at = 1; at < told.length; at++) expect(told[at]!.at).toBeGreaterThanOrEqual(told[at - 1]!.at - 1e-9)
    }
    const patient = agents.find((agent) => film.agents.kind[agent] === 1 && film.flows[film.agents.of[agent]!]!.flow === 'patient')!
    const kinds = new Set(tellDay(film, patient).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['arrive', 'hand', 'leave', 'step', 'wait', 'walk'])
  })

  it('goes through its events forwards and back', () => {
    const forwards: number[] = []
    for (let time = film.from; time < film.to; time = nextEvent(film, time)) forwards.push(time)
    expect(forwards.length).toBeGreaterThan(500)
    const back: number[] = []
    for (let time = forwards.at(-1)!; time > film.from; time = previousEvent(film, time)) back.push(time)
    expect(back.reverse()).toEqual(forwards.slice(1))
  })
})
