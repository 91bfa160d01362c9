import { describe, expect, it } from 'vitest'
import { demandOf } from '#shared/demand/demand'
import { boxesNear, boxIndex } from '#shared/geometry/box-index'
import { boxOf, sideOfRing } from '#shared/geometry/polygon'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { walksOfLeg } from '#shared/metrics/leg-walks'
import { openSimulator } from '#shared/metrics/simulate'
import { modelOfDesign } from '#shared/simulation/lay-design'
import type { Model } from '#shared/simulation/model'
import { runModel } from '#shared/simulation/run-model'
import { DOING, type Trace } from '#shared/simulation/trace'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { LONG_DESIGN, type LongHall, longHall } from '#test/support/long-hall'
import { queueStep } from '#test/support/queueing-unit'

const lie = queueStep('lie', 'bed', { shape: 'fixed', value: 600 })
const hall: LongHall = { walking: 1.33, bed: 0.9, roles: {}, steps: [lie], times: [0], gateOut: 'main' }

function dayOf(unit: LongHall) {
  const document = longHall(unit)
  const compiled = modelOfDesign(document, LONG_DESIGN, 'own')
  if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
  return { model: compiled.model, ...runModel(compiled.model, demandOf(scenarioOf(document.workshop)!, 1, 0, 1)) }
}

function walks({ model, trace }: { readonly model: Model; readonly trace: Trace }) {
  return [...trace.doing.keys()].flatMap((row) =>
    trace.doing[row] === DOING.walk
      ? [{ who: trace.who[row]!, from: trace.from[row]!, to: trace.to[row]!, metres: trace.metres[row]!, leg: model.legs.legs[trace.where[row]!]! }]
      : [],
  )
}

describe('Movement (RiMEA and ISO 20414, what of them applies to walkers who do not push each other):', () => {
  it('40 m at 1.33 m/s take 30.075 s', () => {
    const [way] = walks(dayOf(hall))
    expect(way!.metres).toBeCloseTo(40, 9)
    expect(way!.to - way!.from).toBeCloseTo(30.075, 3)
  })

  it('everybody sets out after a delay of their own, and nobody holds anybody up', () => {
    const times = [0, 7, 31.5]
    const ways = walks(dayOf({ ...hall, times })).slice(0, 3)
    expect(ways.map(({ from }) => from)).toEqual(times)
    for (const { from, to } of ways) expect(to - from).toBeCloseTo(40 / 1.33, 9)
  })

  it('the exit that a pathway names is taken, though another is nearer', () => {
    const [, out] = walks(dayOf({ ...hall, gateOut: 'main' }))
    // From (40, 6), the goods gate is 20 m away, the main one 40.
    expect(out!.metres).toBeCloseTo(40, 9)
    expect(walks(dayOf({ ...hall, gateOut: 'goods' }))[1]!.metres).toBeCloseTo(20, 9)
  })

  it('a group moves at its slowest member: the patient’s bed, or whoever pushes it', () => {
    const steps = [
      { ...lie, leaves: { mobility: 'bed' as const } },
      { ...queueStep('next', 'desk', { shape: 'fixed', value: 60 }), lead: 'nurse', escorts: ['nurse', 'porter'] },
    ]
    const speedOf = (porter: number) => {
      const day = dayOf({ ...hall, steps, roles: { nurse: 1.3, porter } })
      const all = walks(day)
      const [, way] = all.filter(({ who }) => day.trace.agents.kind[who] === 1)
      const same = all.filter((one) => one.from === way!.from && one.to === way!.to)
      return { people: same.length, speed: way!.metres / (way!.to - way!.from) }
    }
    // The patient and two who push, once both have come.
    expect(speedOf(0.5)).toEqual({ people: 3, speed: expect.closeTo(0.5, 9) })
    expect(speedOf(1.3)).toEqual({ people: 3, speed: expect.closeTo(0.9, 9) })
  })

  it('a door that is closed is never passed: the way is by the other one', () => {
    const both = walks(dayOf({ ...hall, doors: [5, 0] }))[0]!
    expect(both.metres).toBeCloseTo(40, 9)
    // Only the door at y 0 to 2: from (0, 6) to its upper jamb (20, 2), and on to (40, 6).
    const one = walks(dayOf({ ...hall, doors: [0] }))[0]!
    expect(one.metres).toBeCloseTo(2 * Math.hypot(20, 4), 9)
    const none = dayOf({ ...hall, doors: [] })
    expect(none.status).toBe('stopped')
    expect(none.status === 'stopped' && none.reason.key).toBe('unavailable.walls')
  })
})

describe('On a day of the sample', () => {
  const document = endoscopyWorkshop(shippedCatalogue())
  const { person, wheelchair, bed } = [...Object.values(document.workshop)].find((record) => record.kind === 'settings')!.bodies
  const days = Object.keys(document.designs).map((design) => {
    const simulator = openSimulator(document, design, 'own', { seed: 5, days: 1 })
    return { model: simulator.model!, trace: simulator.trace(0).trace! }
  })

  it('nobody is ever inside a wall', () => {
    let points = 0
    for (const { model } of days) {
      const storeys = model.ground.premises.building.storeys.map(({ walls }) => {
        const rings = walls.map(({ ring }) => ring).filter((ring) => ring.length > 2)
        return { rings, boxes: boxIndex(rings.map(boxOf)) }
      })
      model.legs.legs.forEach((_, leg) => {
        for (const { pieces } of walksOfLeg(model, leg)) {
          for (const { facts, storey } of pieces) {
            const { rings, boxes } = storeys[storey]!
            for (const { ax, ay, bx, by, length } of facts.pieces.segments) {
              const count = Math.ceil(length / 0.25)
              const around = boxOf([
                { x: ax, y: ay },
                { x: bx, y: by },
              ])
              const near = boxesNear(boxes, around).map((wall) => rings[wall]!)
              for (let i = 0; i <= count; i++) {
                const [x, y] = [ax + ((bx - ax) * i) / count, ay + ((by - ay) * i) / count]
                points += 1
                // A millimetre inside is rounding.
                if (near.some((ring) => isWellInside(ring, x, y))) throw new Error(`${x}, ${y} is inside a wall`)
              }
            }
          }
        }
      })
    }
    expect(points).toBeGreaterThan(50_000)
  })

  it('speeds stay in their band', () => {
    let count = 0
    for (const { model, trace } of days) {
      const slowest = Math.min(person.speed, wheelchair.speed, bed.speed)
      const { agents } = trace
      for (const { who, from, to, metres, leg } of walks({ model, trace })) {
        if (metres === 0) continue
        // Doors take seconds of their own, which are spread over a leg that is broken off.
        const speed = metres / (to - from - leg.delay * (metres / leg.metres))
        const own = agents.kind[who] === 0 ? model.roles[agents.of[who]!]!.speed : Math.max(person.speed, wheelchair.speed, bed.speed)
        expect(speed).toBeLessThanOrEqual(own + 1e-6)
        expect(speed).toBeGreaterThanOrEqual(slowest - 1e-6)
        count += 1
      }
    }
    expect(count).toBeGreaterThan(2000)
  })

  it('each leg begins where the one before ended', () => {
    for (const { model, trace } of days) {
      const at = new Map<number, number>()
      for (let row = 0; row < trace.rows; row++) {
        const who = trace.who[row]!
        if (trace.doing[row] !== DOING.walk || trace.agents.kind[who] !== 1) continue
        const { from, to } = model.legs.legs[trace.where[row]!]!
        const before = at.get(who)
        const elementOf = (end: number) => model.legs.ends[end]!.replace(/[#!].*$/, '')
        if (before !== undefined) expect(elementOf(from)).toBe(elementOf(before))
        at.set(who, to)
      }
    }
  })
})

function isWellInside(ring: readonly { readonly x: number; readonly y: number }[], x: number, y: number): boolean {
  const d = 0.001
  return sideOfRing(ring, x, y) > 0 && [-d, d].every((dx) => [-d, d].every((dy) => sideOfRing(ring, x + dx, y + dy) > 0))
}
