import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { openSimulator } from '#shared/metrics/simulate'
import { makeFilm } from '#shared/simulation/playback/make-film'
import { Player } from '#shared/simulation/playback/player'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { sampleDesigns } from '#test/support/lone-visits'
import { looksOf } from '../../../renderer/playback/figures'
import { placeMarksOf, stateOf, waitingAt } from '../../../renderer/playback/place-marks'
import { agentOf, somebodyOf } from '../../../renderer/playback/watched'

const document = endoscopyWorkshop(shippedCatalogue())
const [first, second] = sampleDesigns(document).map(({ id }) => {
  const simulator = openSimulator(document, id, 'own', { seed: 1, days: 1 })
  return makeFilm(simulator.model!, simulator.trace(0).trace!)
})

describe('of two designs on the same day', () => {
  it('the same patient is found in both, and comes at the same time', () => {
    const patients = Array.from(first!.agents.kind.keys()).filter((agent) => first!.agents.kind[agent] === 1)
    expect(patients.length).toBeGreaterThan(20)
    for (const agent of patients) {
      const other = agentOf(second!, somebodyOf(first!, agent))
      expect(other).toBeDefined()
      expect(second!.agents.came[other!]).toBe(first!.agents.came[agent])
    }
  })

  it('somebody whom only one of them has is nobody in the other', () => {
    expect(agentOf(second!, { kind: 1, key: 'no-such-pathway', number: 0 })).toBeUndefined()
    expect(agentOf(second!, undefined)).toBeUndefined()
  })
})

it('everybody is told apart by shape, and staff by their letters', () => {
  const looks = looksOf(first!, document.workshop, () => '#000000')
  expect(new Set(looks.map(({ shape }) => shape))).toEqual(new Set(['patient', 'companion', 'staff', 'thing']))
  const byRole = new Map(
    Array.from(first!.agents.kind.keys()).flatMap((agent) =>
      first!.agents.kind[agent] === 0 ? [[first!.agents.of[agent]!, looks[agent]!.text]] : [],
    ),
  )
  expect(new Set(byRole.values()).size).toBe(byRole.size)
})

it('a room that is one place is shown whole, one of several by patches, and everybody who waits is in one queue', () => {
  const building = buildBuilding(document.designs[first!.design]!, document.workshop)
  const marks = placeMarksOf(first!, 0, building.storeys[0]!)
  const rooms = new Map<string | undefined, number>()
  for (const { place, ring } of marks.patches) {
    const room = first!.places[place]!.room
    rooms.set(room, (rooms.get(room) ?? 0) + 1)
    if (ring !== undefined) expect(rooms.get(room)).toBe(1)
  }
  expect(marks.patches.some(({ ring }) => ring !== undefined) && marks.patches.some(({ ring }) => ring === undefined)).toBe(true)
  const player = new Player(first!)
  const seen = new Set<string>()
  for (let time = first!.from; time < first!.to; time += 300) {
    player.at(time)
    const waiting = player.places.waiting.reduce((sum, count) => sum + count, 0)
    expect(marks.queues.reduce((sum, queue) => sum + waitingAt(player.places, queue), 0)).toBe(waiting)
    for (const { place } of marks.patches) seen.add(stateOf(player.places, place))
  }
  expect(seen).toEqual(new Set(['free', 'taken', 'turned']))
})
