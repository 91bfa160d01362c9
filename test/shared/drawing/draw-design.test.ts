import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { drawDesign } from '#shared/drawing/draw-design'
import type { Shape, ShapeRole } from '#shared/drawing/shape'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const document = workedExample()
const building = buildBuilding(document.designs[WORKED_DESIGN]!, document.workshop)
const shapes = drawDesign(building)
const ofRole = (role: ShapeRole) => shapes.filter((shape) => shape.role === role)

describe('the worked example, drawn', () => {
  it('has every room as a floor in the colour of its zone', () => {
    expect(ofRole('roomFloor').map(({ element, zone }) => [element, zone])).toEqual([
      ['room_corridor', 'circulation'],
      ['room_nurseroom', 'staff'],
      ['room_treatment', 'patient'],
      ['room_waiting', 'public'],
    ])
  })

  it('names every room with its area, inside the room', () => {
    expect(ofRole('roomName').map(textOf)).toEqual(['Corridor', 'Nurse room', 'Treatment', 'Waiting'])
    expect(ofRole('roomArea').map(textOf)).toEqual(['60.0 m²', '40.0 m²', '50.0 m²', '40.0 m²'])
    const treatment = ofRole('roomName').find(({ element }) => element === 'room_treatment')!
    expect(treatment.form).toMatchObject({ type: 'text', at: { x: expect.toSatisfy(between(6, 16)), y: expect.toSatisfy(between(3, 8)) } })
  })

  it('gives each door a leaf as wide as its opening and an arc back to its other jamb', () => {
    const leaf = ofRole('doorLeaf').find(({ element }) => element === 'opening_doordt')!
    // DT lies on y = 3 from x 7 to 8 and opens into Treatment, which is above it; its wall of thickness 0 is drawn 0.08 m thick.
    expect(leaf.form).toMatchObject({
      type: 'polyline',
      points: [
        { x: 7, y: 3.04 },
        { x: 7, y: 4.04 },
      ],
    })
    const arc = ofRole('doorSwing').find(({ element }) => element === 'opening_doordt')!
    expect(arc.form).toMatchObject({ type: 'arc', centre: { x: 7, y: 3.04 }, radius: 1, to: { x: 8, y: 3.04 } })
  })

  it('names the gates outside the building', () => {
    const main = ofRole('gateName').find(({ element }) => element === 'opening_gatemain')!
    expect(main.form).toMatchObject({ type: 'text', text: 'M', at: { x: expect.toSatisfy((x: number) => x < -0.5), y: 1.5 } })
  })

  it('ends with a scale bar of a round length', () => {
    const labels = shapes.filter(({ role }) => role === 'scaleLabel').map(textOf)
    expect(labels).toEqual(['0 m', '1 m', '2 m'])
  })

  it('leaves out what is not wanted', () => {
    const bare = drawDesign(building, { without: ['names', 'gates', 'scaleBar', 'fixtures'] })
    expect(new Set(bare.map(({ role }) => role))).toEqual(new Set(['outline', 'roomFloor', 'wall', 'doorGap', 'doorSwing', 'doorLeaf', 'window']))
  })

  it('draws the same list for the same building', () => {
    expect(drawDesign(building)).toEqual(shapes)
  })
})

function textOf({ form }: Shape): string {
  return form.type === 'text' ? form.text : ''
}

function between(least: number, most: number) {
  return (value: number) => value > least && value < most
}
