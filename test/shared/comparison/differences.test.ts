import { expect, it } from 'vitest'
import { message } from '#shared/base/message'
import { addOpening } from '#shared/commands/add-opening'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { done, type Edit, type FreshId } from '#shared/commands/edit'
import { moveFixture } from '#shared/commands/move-fixture'
import { placeRoom } from '#shared/commands/place-room'
import { putRecord } from '#shared/commands/put-record'
import { removeElements } from '#shared/commands/remove-elements'
import { rectangleCorners } from '#shared/commands/room-shape'
import { setElement } from '#shared/commands/set-element'
import { setOpening } from '#shared/commands/set-opening'
import { setPlaceShares } from '#shared/commands/set-place-shares'
import { setStepFacts } from '#shared/commands/set-step-facts'
import { setVia } from '#shared/commands/set-via'
import { removeStep } from '#shared/commands/variant-steps'
import { differenceMarks } from '#shared/comparison/difference-marks'
import { differenceText } from '#shared/comparison/difference-text'
import { designDifferences } from '#shared/comparison/differences'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import type { WardRecord } from '#shared/document/record'
import { layoutOf } from '#shared/metrics/layout-facts'
import { say } from '#shared/report/say'
import { counterIds } from '#test/support/counter-ids'
import { type Script, scriptFrom } from '#test/support/script'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withStep } from '#test/support/worked-variations'
import english from '../../../resources/locales/en.json'

const COPY = 'design_000001'

/** The worked example and a copy of it to which something is done. */
function copied(change: (script: Script) => void, example = workedExample()): WardDocument {
  const script = scriptFrom(example)
  script.run((document) => duplicateDesign(document, { design: WORKED_DESIGN, name: 'Idea' }, counterIds()))
  change(script)
  return script.document()
}

/** The id that an element of the worked example has in the copy. */
function inCopy(script: Script, origin: string): string {
  const found = Object.values(script.document().designs[COPY] ?? {}).find((record) => 'origin' in record && record.origin === origin)
  if (found === undefined) throw new Error(`no copy of ${origin}`)
  return found.id
}

/** Every difference as it is read: what, how, why. */
function told(document: WardDocument, a = WORKED_DESIGN, b = COPY): readonly string[] {
  return designDifferences(document, a, b).map((difference) => {
    const { title, details, reasons } = differenceText(difference, (what) => say(what, english))
    const how = details.map((each) => say(each, english)).join('; ')
    return `${title}: ${how}${reasons.map((why) => ` (${why})`).join('')}`
  })
}

it('finds nothing between a design and itself, nor between a design and its copy', () => {
  const document = copied(() => undefined)
  expect(designDifferences(document, WORKED_DESIGN, WORKED_DESIGN)).toEqual([])
  expect(designDifferences(document, WORKED_DESIGN, COPY)).toEqual([])
})

it('tells a room that moved by how far, and not the doors and furniture that went along', () => {
  // The nurse room goes 3 m along the corridor and 4 m away from it: 5 m. Its cupboard, desk and openings with it.
  // Nothing of it faces the corridor any more, and that is told.
  expect(told(nurseRoomMoved(-3, -4))).toEqual([
    'Nurse room: moved 5 m',
    'DN: was: Corridor to Nurse room',
    'Window N/C: was: Corridor to Nurse room',
  ])
})

it('tells a room whose wall was drawn out by its area, not as moved', () => {
  const document = copied((script) => {
    script.run((now) => {
      const room = now.designs[COPY]?.[inCopy(script, 'room_nurseroom')]
      if (room?.kind !== 'room') throw new Error('no room')
      const corners = room.corners.map((corner) => (corner.key === 'a' || corner.key === 'b' ? { ...corner, y: -7 } : corner))
      return put(room, { ...room, corners })
    })
  })
  // 8 m by 5 m becomes 8 m by 7 m.
  expect(told(document)).toEqual(['Nurse room: 16 m² larger, now 56 m²'])
})

it('tells rooms that came and went, with their doors', () => {
  const document = copied((script) => {
    const fresh = later()
    script.run((now) => removeElements(now, { elements: [inCopy(script, 'room_treatment')] }))
    const room = script.run((now) => placeRoom(now, { design: COPY, roomType: 'treatment-room', name: 'Pod', corners: thin(6, 3, 4, 3) }, fresh))
    script.run((now) => addOpening(now, { on: { room, corner: 'south' }, along: 1, width: 1, opening: 'door' }, fresh))
  })
  expect(told(document)).toEqual(['Treatment: is gone, 50 m²; with 1 door', 'Pod: is new, 12 m²; with 1 door', 'Bed: 0, was 2'])
})

it('tells what a room is called and used for now', () => {
  const document = copied((script) => {
    const id = inCopy(script, 'room_treatment')
    script.run((now) => setElement(now, { kind: 'room', id, fields: { name: 'Pod 1', roomType: 'staff-base' } }))
  })
  expect(told(document)).toEqual(['Pod 1: was called Treatment; was: Treatment room, now: Staff base'])
})

it('tells doors that are wider, moved along their wall, for others, new or gone', () => {
  const document = copied((script) => {
    const fresh = later()
    script.run((now) => setOpening(now, { opening: inCopy(script, 'opening_doordt'), fields: { width: 1.5 } }))
    script.run((now) => setOpening(now, { opening: inCopy(script, 'opening_doordw'), fields: { admits: ['patient'] } }))
    script.run((now) => removeElements(now, { elements: [inCopy(script, 'opening_windowtc')] }))
    script.run((now) =>
      addOpening(now, { on: { room: inCopy(script, 'room_treatment'), corner: 'a' }, along: 4, width: 0.9, opening: 'door' }, fresh),
    )
  })
  expect([...told(document)].sort()).toEqual([
    'DT: 0.5 m wider, now 1.5 m',
    'DW: others may pass, or another way',
    'Door: Corridor to Treatment: is new, 0.9 m wide',
    'Window T/C: is gone, 3 m wide',
  ])
})

it('tells furniture in sum: how many, how many elsewhere, how many otherwise in their room', () => {
  const document = copied((script) => {
    script.run((now) => moveFixture(now, { fixture: inCopy(script, 'fixture_bedone'), dx: 1, dy: 0 }))
    script.run((now) => moveFixture(now, { fixture: inCopy(script, 'fixture_cupboardclean'), dx: -12, dy: -1 }))
    script.run((now) => removeElements(now, { elements: [inCopy(script, 'fixture_seatone')] }))
  })
  expect(told(document)).toEqual(['Seat: 0, was 1', 'Bed: 1 moved within the room', 'Clean cupboard: 1 in another room'])
})

it('tells steps that are left out, merged, led, placed and ordered otherwise, each with its reason', () => {
  const document = copied((script) => {
    script.run((now) => {
      const today = recordsOf(now.workshop, 'pathway').find(({ key }) => key === 'treatment-visit')
      if (today === undefined) throw new Error('no pathway')
      const [checkIn, prepare, treat] = today.steps
      if (checkIn === undefined || prepare === undefined || treat === undefined) throw new Error('no steps')
      const variant: Pathway = {
        ...today,
        id: 'pathway_variant1',
        design: COPY,
        steps: [
          { ...prepare, lead: 'receptionist', waits: { at: { roomType: 'waiting', fixtureType: 'seat' }, when: 'always' } },
          { ...checkIn, place: { roomType: 'staff-base', fixtureType: 'staff-desk' } },
          { ...treat, merges: ['book-out'], duration: { shape: 'fixed', value: 1500 } },
        ],
        reasons: { prepare: 'One person fewer', 'check-in': 'No queue at reception', 'book-out': 'Booked at the bed' },
      }
      return putRecord(now, variant)
    })
  })
  expect(told(document)).toEqual([
    'Check-in: place: Staff base (staff desk), instead of Waiting and reception (reception desk) (No queue at reception)',
    'Prepare: now comes first; led by Receptionist, instead of Nurse (One person fewer)',
    'Treat: 5 min longer',
    'Book out: is part of “Treat” (Booked at the bed)',
  ])
  expect(told(document, COPY, WORKED_DESIGN).at(-1)).toBe('Book out: stands alone, was part of “Treat” (Booked at the bed)')
})

it('matches by name what was drawn anew', () => {
  const document = copied(() => undefined)
  const table = Object.fromEntries(
    Object.entries(document.designs[COPY] ?? {}).map(([id, record]) => [id, 'origin' in record ? { ...record, origin: undefined } : record]),
  )
  expect(told({ ...document, designs: { ...document.designs, [COPY]: table } })).toEqual([])
})

function nurseRoomMoved(dx: number, dy: number): WardDocument {
  return copied((script) => {
    const room = script.document().designs[COPY]?.[inCopy(script, 'room_nurseroom')]
    if (room?.kind !== 'room') throw new Error('no room')
    script.run(() => put(room, { ...room, corners: room.corners.map((corner) => ({ ...corner, x: corner.x + dx, y: corner.y + dy })) }))
    for (const origin of ['fixture_deskstaff', 'fixture_cupboardclean']) {
      script.run((now) => moveFixture(now, { fixture: inCopy(script, origin), dx, dy }))
    }
  })
}

/** What no command would let pass, for its own sake. */
function put(before: WardRecord, after: WardRecord): Edit {
  return done(message('edit.changed', { name: '' }), { updated: [[before, after]] })
}

/** Ids that the copy has not used. */
function later(): FreshId {
  const ids = counterIds()
  return (prefix) => `${ids(prefix)}x`
}

/** A rectangle whose walls take no floor. */
function thin(x: number, y: number, width: number, depth: number) {
  return rectangleCorners(x, y, width, depth).map((corner) => ({ ...corner, thickness: 0 }))
}

it('tells what a design does otherwise where several wait and where a place is full', () => {
  const document = copied((script) => {
    const [reference] = recordsOf(script.document().workshop, 'pathway').filter(({ steps }) => steps.length > 1)
    const [step] = reference?.steps ?? []
    if (reference === undefined || step === undefined) throw new Error('no pathway')
    const facts = { priority: 3, whenFull: 'leave' } as const
    const of = { pathway: reference.key, design: COPY, reason: 'The urgent come first', step: step.key, facts }
    script.run((before) => setStepFacts(before, of, counterIds()))
  })
  expect(told(document).join()).toContain('comes first otherwise where several wait; patients do otherwise where it is full (The urgent come first)')
})

const toCheckIn = { pathway: 'treatment-visit', step: 'check-in' }

it('tells what a way is sent past in one design alone, in the names of rooms and doors, and nothing where both send it past the same', () => {
  const sent = copied((script) => {
    const through = [inCopy(script, 'room_treatment'), inCopy(script, 'opening_doordn')]
    script.run((now) => setVia(now, { ...toCheckIn, design: COPY, through }))
    script.run((now) => setVia(now, { pathway: toCheckIn.pathway, design: COPY, through: [inCopy(script, 'room_corridor')] }))
  })
  expect(told(sent)).toEqual([
    'Way to Check-in: sent past Treatment, DN; was the shortest',
    'Way to where Treatment visit ends: sent past Corridor; was the shortest',
  ])
  expect(told(sent, COPY, WORKED_DESIGN)[0]).toBe('Way to Check-in: the shortest; was sent past Treatment, DN')

  const same = scriptFrom(sent)
  same.run((now) => setVia(now, { ...toCheckIn, design: WORKED_DESIGN, through: ['room_treatment', 'opening_doordn'] }))
  same.run((now) => setVia(now, { pathway: toCheckIn.pathway, design: WORKED_DESIGN, through: ['room_corridor'] }))
  expect(told(same.document())).toEqual([])
  same.run((now) => setVia(now, { ...toCheckIn, design: WORKED_DESIGN, through: ['opening_doordn', 'room_treatment'] }))
  expect(told(same.document())).toEqual(['Way to Check-in: sent past Treatment, DN; was sent past DN, Treatment'])
})

it('tells of a way to a step that only one design has what that one sends it past, and draws the rooms and doors', () => {
  const example = scriptFrom(workedExample())
  example.run((now) => setVia(now, { ...toCheckIn, design: WORKED_DESIGN, through: ['room_treatment', 'opening_doordt'] }))
  const without = copied((script) => {
    script.run((now) => removeStep(now, { ...toCheckIn, design: COPY, reason: 'Booked from home' }, counterIds()))
  }, example.document())
  expect(told(without)).toEqual(['Check-in: is left out (Booked from home)', 'Way to Check-in: was sent past Treatment, DT'])
  const way = designDifferences(without, WORKED_DESIGN, COPY).find(({ kind }) => kind === 'way')!
  const layouts = { from: layoutOf(without, WORKED_DESIGN), to: layoutOf(without, COPY) }
  expect(differenceMarks(way, layouts).map((mark) => ('ring' in mark ? [mark.look, mark.ring.length] : mark.look))).toEqual([
    ['old', 4], // the room
    ['old', 2], // the door, from jamb to jamb
  ])
})

const beds = { roomType: 'treatment-room', fixtureType: 'bed' }
const byShares = withStep(workedExample(), 'prepare', (step) => ({ ...step, place: { ...beds, choice: 'assigned' } }))

it('tells how visits are shared over places, each place as it is called, where a design says so', () => {
  const uneven = copied((script) => {
    const weights = { [inCopy(script, 'fixture_bedone')]: 1, [inCopy(script, 'fixture_bedtwo')]: 3 }
    script.run((now) => setPlaceShares(now, { design: COPY, place: beds, weights }))
  }, byShares)
  expect(told(uneven)).toEqual(['Treatment room, Bed: Treatment, Bed 1: 25 %, was 50 %; Treatment, Bed 2: 75 %, was 50 %'])
  expect(told(uneven, COPY, WORKED_DESIGN)).toEqual(['Treatment room, Bed: Treatment, Bed 1: 50 %, was 25 %; Treatment, Bed 2: 50 %, was 75 %'])

  const same = scriptFrom(uneven)
  same.run((now) => setPlaceShares(now, { design: WORKED_DESIGN, place: beds, weights: { fixture_bedone: 2, fixture_bedtwo: 6 } }))
  expect(told(same.document())).toEqual([])
})

it('tells of places that came or went only their share in the design that has them', () => {
  const example = scriptFrom(byShares)
  example.run((now) => setPlaceShares(now, { design: WORKED_DESIGN, place: beds, weights: { fixture_bedone: 1, fixture_bedtwo: 3 } }))
  const fewer = copied((script) => {
    script.run((now) => removeElements(now, { elements: [inCopy(script, 'fixture_bedtwo')] }))
  }, example.document())
  expect(told(fewer)).toEqual(['Bed: 1, was 2', 'Treatment room, Bed: Treatment, Bed 1: 100 %, was 25 %; Treatment, Bed 2: was 75 %'])
})

it('tells nothing of shares that no step goes by', () => {
  const unused = copied((script) => {
    const weights = { [inCopy(script, 'fixture_bedone')]: 1, [inCopy(script, 'fixture_bedtwo')]: 3 }
    script.run((now) => setPlaceShares(now, { design: COPY, place: beds, weights }))
  })
  expect(told(unused)).toEqual([])
})
