import { expect, it } from 'vitest'
import { openSimulator } from '#shared/metrics/simulate'
import { tellDay } from '#shared/simulation/playback/film-story'
import { makeFilm } from '#shared/simulation/playback/make-film'
import { Player } from '#shared/simulation/playback/player'
import { walkedBetween } from '#shared/simulation/playback/walked'
import { DOING } from '#shared/simulation/trace'
import { QUEUEING_DESIGN, queueingUnit } from '#test/support/queueing-unit'
import { SPOT } from '#test/support/spot'
import { adding } from '#test/support/worked-additions'

/** One patient: from the middle of a hall, (3, 3), by a lift at (5, 5), 30 s until it comes and 15 s up, to a bed upstairs at (1, 1); 1 m/s. */
function upstairs() {
  const on = { design: QUEUEING_DESIGN }
  const corner = (key: string, x: number, y: number) => ({ key, x, y })
  const fixture = (name: string, fixtureType: string, storey: string, at: number) => ({
    id: `fixture_${name}`,
    kind: 'fixture' as const,
    ...on,
    storey,
    fixtureType,
    entry: fixtureType,
    name: fixtureType,
    x: at,
    y: at,
    footprint: [...SPOT],
    blocks: false,
    usePoints: [{ x: 0, y: 0 }],
  })
  const usual = { value: 'necessary' as const }
  const steps = [
    { ...usual, key: 'arrive', name: 'Arrive', place: { roomType: 'hall' }, duration: { shape: 'fixed' as const, value: 0 } },
    {
      ...usual,
      key: 'treat',
      name: 'Treat',
      place: { roomType: 'ward', fixtureType: 'bed' },
      duration: { shape: 'fixed' as const, value: 600 },
    },
  ]
  return adding(
    queueingUnit({
      places: {},
      pathways: [{ key: 'visit0', steps, flow: 'patient' }],
      volumes: [{ pathway: 'visit0', perDay: 1, arrivals: { by: 'list', times: [3600] } }],
    }),
    { id: 'roomtype_ward00', kind: 'roomType', key: 'ward', name: 'Ward', use: 'care', zone: 'patient', through: true },
    { id: 'storey_upper0', kind: 'storey', ...on, name: 'Upper', elevation: 3.6 },
    {
      id: 'room_ward00',
      kind: 'room',
      ...on,
      storey: 'storey_upper0',
      roomType: 'ward',
      name: 'Ward',
      corners: [corner('a', 0, 0), corner('b', 6, 0), corner('c', 6, 6), corner('d', 0, 6)],
    },
    fixture('bedone', 'bed', 'storey_upper0', 1),
    fixture('liftlow', 'lift', 'storey_ground', 5),
    fixture('liftupp', 'lift', 'storey_upper0', 5),
    {
      id: 'connector_lift00',
      kind: 'connector',
      ...on,
      connector: 'lift',
      name: 'L1',
      landings: ['fixture_liftlow', 'fixture_liftupp'],
      wait: 30,
      travel: 15,
    },
  )
}

const simulator = openSimulator(upstairs(), QUEUEING_DESIGN, 'own', { seed: 1, days: 1 })
const film = makeFilm(simulator.model!, simulator.trace(0).trace!)
const patient = film.agents.kind.indexOf(1)
/** Metres to the lift and from it, which are seconds too. */
const [TO_LIFT, FROM_LIFT] = [2 * Math.SQRT2, 4 * Math.SQRT2]

function at(seconds: number) {
  const { x, y, storey, doing } = new Player(film).at(3600 + seconds)
  return [Math.round(x[patient]! * 100) / 100, Math.round(y[patient]! * 100) / 100, storey[patient], doing[patient]]
}

it('shows somebody walk to a lift, wait in it, and walk on upstairs', () => {
  expect(at(TO_LIFT / 2)).toEqual([4, 4, 0, DOING.walk])
  expect(at(TO_LIFT + 20)).toEqual([5, 5, 0, DOING.lift])
  expect(at(TO_LIFT + 44.9)).toEqual([5, 5, 0, DOING.lift])
  expect(at(TO_LIFT + 45 + FROM_LIFT / 2)).toEqual([3, 3, 1, DOING.walk])
  expect(at(TO_LIFT + 45 + FROM_LIFT + 300)).toEqual([1, 1, 1, DOING.step])
})

it('draws on each storey what was walked on it', () => {
  const walkedOn = (storey: number) => {
    let metres = 0
    walkedBetween(film, storey, film.from, film.to, (_agent, ax, ay, bx, by) => (metres += Math.hypot(bx - ax, by - ay)))
    return metres
  }
  expect(walkedOn(0)).toBeCloseTo(TO_LIFT, 6)
  expect(walkedOn(1)).toBeCloseTo(FROM_LIFT, 6)
})

it('tells of the lift', () => {
  expect(tellDay(film, patient).map(({ kind, says }) => `${kind} ${says.key.replace('playback.tale.', '')}`)).toEqual([
    'arrive arrive',
    'walk walk-on',
    'walk lift',
    'walk walk',
    'step step',
    'leave leave',
  ])
})
