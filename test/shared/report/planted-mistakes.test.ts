import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/base/ids'
import type { Edit } from '#shared/commands/edit'
import { moveRoomEdge } from '#shared/commands/move-room-edge'
import { removeElements } from '#shared/commands/remove-elements'
import { setOpening } from '#shared/commands/set-opening'
import { setRoomEdge } from '#shared/commands/set-room-edge'
import { compareDesigns } from '#shared/comparison/comparison'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import { measureDesign } from '#shared/metrics/measure'
import type { Measurement, MetricKey, Reading } from '#shared/metrics/measurement'
import { plainWords } from '#shared/report/plain-words'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'

/** Every edit changes exactly these measures of its design, and what is said of it in plain words by exactly so much. */
type Case = {
  readonly mistake: string
  readonly design: string
  readonly edit: (document: WardDocument, plan: Plan) => Edit
  readonly changes: readonly MetricKey[]
  readonly noLonger: readonly string[]
  readonly now: readonly string[]
}

/** What hours and money go by when anybody's walking or waiting at doors changes. */
const WALKING: readonly MetricKey[] = ['walkingHoursPerYear', 'walkingCostPerYear', 'walkingCostPerVisit']

/** What cannot be said any more where something cannot be fetched or taken away; patients walk as before. */
const SUPPLIES: readonly MetricKey[] = [
  'load',
  'staffTravelPerPatient',
  'staffTravelPerPersonShift',
  'sharedMetresPerTrip',
  'sharedMetresPerDay',
  'sharedShare',
  'opposingMetres',
  'conflictPlaces',
  'sharedDoors',
  'separationGrade',
  'flowDistance',
  ...WALKING,
]

const CASES: readonly Case[] = [
  {
    mistake: 'a WC has no door',
    design: 'One way',
    edit: (document, plan) => removeElements(document, { elements: [plan.door('Patient WC', 'north')] }),
    changes: [],
    noLonger: [],
    now: [],
  },
  {
    mistake: 'the clean store has no door',
    design: 'One way',
    edit: (document, plan) => removeElements(document, { elements: [plan.door('Clean utility', 'north')] }),
    changes: SUPPLIES,
    noLonger: ['sharedMetresPerTrip.less'],
    now: ['unavailable'],
  },
  {
    mistake: 'the clean store is shrunk by 0.2 m',
    design: 'One way',
    edit: (document, plan) => moveRoomEdge(document, { room: plan.room('Clean utility'), corner: 'east', outwards: -0.2 }),
    changes: ['netArea', 'circulationShare', 'uncoveredFloor', 'briefBelow', 'briefShortfall'],
    noLonger: ['handoffs.less'],
    now: ['briefBelow.more'],
  },
  {
    mistake: 'an open archway in place of the door from the waiting room',
    design: 'One way',
    edit: (document, plan) => setOpening(document, { opening: plan.door('Waiting and reception', 'east'), fields: { opening: 'archway' } }),
    changes: ['dignityMetres', ...WALKING],
    noLonger: ['dignityMetres.none'],
    now: ['queuePoints.less'],
  },
  {
    mistake: 'the recovery base is walled off to the north',
    design: 'Racetrack',
    edit: (document, plan) => setRoomEdge(document, { room: plan.room('Recovery base'), corner: 'north', fields: { edge: 'wall' } }),
    changes: ['load', 'patientTravel', 'staffTravelPerPatient', 'staffTravelPerPersonShift', 'observation', 'netArea', 'flowDistance', ...WALKING],
    noLonger: ['observation.more', 'grossArea.more'],
    now: ['moves.less', 'observation.less'],
  },
  {
    mistake: 'no interview room',
    design: 'One way',
    edit: (document, plan) => removeElements(document, { elements: [plan.room('Interview room')] }),
    changes: ['netArea', 'circulationShare', 'uncoveredFloor', 'briefMissing'],
    noLonger: ['handoffs.less'],
    now: ['briefMissing.more'],
  },
  {
    mistake: 'the way home is a plain door',
    design: 'One way',
    edit: (document, plan) => setOpening(document, { opening: plan.gate('exit'), fields: { gate: undefined } }),
    changes: ['patientTravel', 'moves', 'dignityMetres', 'dignityMinutes', 'flowDistance'],
    noLonger: ['dignityMetres.none', 'patientTravel.less', 'moves.less'],
    now: ['unavailable', 'queuePoints.less', 'observation.more'],
  },
  {
    mistake: 'the door to the used corridor is walled up',
    design: 'Racetrack',
    edit: (document, plan) => removeElements(document, { elements: [plan.named('Used side')] }),
    changes: SUPPLIES,
    noLonger: ['sharedMetresPerTrip.lessBut'],
    now: ['unavailable'],
  },
  {
    mistake: 'one of two scope sinks is taken out',
    design: 'Pods',
    edit: (document, plan) => removeElements(document, { elements: [plan.fixtureNamed('Sink 1')] }),
    changes: ['load', 'staffTravelPerPatient', 'staffTravelPerPersonShift', 'flowDistance', ...WALKING],
    noLonger: ['patientTravel.less'],
    now: ['overloaded'],
  },
  {
    mistake: 'a bay’s trolley is taken out',
    design: 'Racetrack',
    edit: (document, plan) => removeElements(document, { elements: [plan.fixtureNamed('Bay 7')] }),
    changes: ['load', 'patientTravel', 'staffTravelPerPatient', 'staffTravelPerPersonShift', 'sharedShare', 'flowDistance', ...WALKING],
    noLonger: [],
    now: [],
  },
]

const sample = endoscopyWorkshop(shippedCatalogue())
const settings = recordsOf(sample.workshop, 'settings')[0]!
const [today, ...ideas] = designsOf(sample)
const known = new Map(designsOf(sample).map(({ id }) => [id, measuredOf(sample, id)] as const))

describe('a mistake in a plan', () => {
  it.each(CASES)('$design: $mistake', ({ design: name, edit: planted, changes, noLonger, now }) => {
    const { id } = ideas.find((design) => design.name === name)!
    const edit = planted(sample, planOf(sample, id))
    if (edit.status === 'refused') throw new Error(edit.reason.key)
    const after = applyChange(sample, edit.change)
    const measured = measuredOf(after, id, known.get(id))
    const [before, told] = [wordsOf(sample, id, known.get(id)!), wordsOf(after, id, measured)]
    const found = {
      changes: changedMetrics(known.get(id)!.own, measured.own),
      noLonger: before.filter((key) => !told.includes(key)),
      now: told.filter((key) => !before.includes(key)),
    }
    expect(found).toEqual({ changes, noLonger, now })
  })
})

type Both = { readonly own: Measurement; readonly reference: Measurement }

function measuredOf(document: WardDocument, design: Id, before?: Both): Both {
  const of = (reading: Reading) => measureDesign(document, design, reading, before?.[reading === 'own' ? 'own' : 'reference'])
  return { own: of('own'), reference: of('reference') }
}

/** Keys of what is said of a design against today. */
function wordsOf(document: WardDocument, design: Id, measured: Both): readonly string[] {
  const pair = [today!, designsOf(document).find(({ id }) => id === design)!]
  const both = pair.map((each) => ({ design: each, ...(each.id === design ? measured : known.get(each.id)!) }))
  return plainWords(document, both, compareDesigns(both, settings)).flatMap(({ sentences }) =>
    sentences.map(({ says }) => says.key.replace('plain.', '')),
  )
}

/** Measures of the whole whose figure, or the want of it, is another, in the order of the scoreboard. */
function changedMetrics(before: Measurement, after: Measurement): readonly MetricKey[] {
  const said = ({ values }: Measurement) =>
    new Map(
      values
        .filter(({ subject }) => subject === undefined)
        .map(({ metric, result }) => [metric, result.status === 'available' ? result.value.toFixed(6) : result.reason.key] as const),
    )
  const former = said(before)
  return [...said(after)].filter(([metric, value]) => former.get(metric) !== value).map(([metric]) => metric)
}

type Plan = ReturnType<typeof planOf>

/** Elements of a design by what a person would call them. */
function planOf(document: WardDocument, design: Id) {
  const table = document.designs[design] ?? {}
  const openings = recordsOf(table, 'opening')
  const only = <T extends { readonly id: Id }>(records: readonly T[]): Id => {
    if (records.length !== 1) throw new Error(`${records.length} of them`)
    return records[0]!.id
  }
  const room = (name: string) => only(recordsOf(table, 'room').filter((each) => each.name === name))
  const isOn = ({ on }: Opening, id: Id, corner: string) => 'room' in on && on.room === id && on.corner === corner
  return {
    room,
    door: (name: string, corner: string) => only(openings.filter((each) => each.opening === 'door' && isOn(each, room(name), corner))),
    named: (name: string) => only(openings.filter((each) => each.name === name)),
    gate: (key: string) => only(openings.filter((each) => each.gate === key)),
    fixtureNamed: (name: string) => only(recordsOf(table, 'fixture').filter((each) => each.name === name)),
  }
}
