import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { moveRoom } from '#shared/commands/move-room'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { type Measured, measureDesign } from '#shared/metrics/measure'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const EDITS = 4
/** The one on the screen, and those whose routes nobody asked for yet: none of them needs one from before that. */
const MOST_HELD = 3

/** Something that only what this measurement was worked out on holds on to. */
const groundOf = (measured: Measured) => measured.assessment!.ground

it('an edit upon an edit, what earlier measurements were worked out on is let go', async () => {
  let document: WardDocument = endoscopyWorkshop(shippedCatalogue())
  const design = designsOf(document).find(({ locked }) => !locked)!.id
  const { id: room } = recordsOf(document.designs[design]!, 'room').find(({ name }) => name === 'Procedure 4')!
  let measured = measureDesign(document, design, 'reference')
  const grounds = [new WeakRef(groundOf(measured))]
  for (let edit = 0; edit < EDITS; edit++) {
    // To and fro, so that nothing stands in the way.
    const moved = moveRoom(document, { room, dx: edit % 2 === 0 ? 0.1 : -0.1, dy: 0 })
    if (moved.status === 'refused') throw new Error(moved.reason.key)
    document = applyChange(document, moved.change)
    measured = measureDesign(document, design, 'reference', measured)
    grounds.push(new WeakRef(groundOf(measured)))
  }
  // What was looked at in a turn of the event loop is held until it ends.
  await new Promise((resolve) => setTimeout(resolve))
  collectGarbage()
  expect(grounds.at(-1)!.deref()).toBe(groundOf(measured))
  expect(grounds.filter((ground) => ground.deref() !== undefined).length).toBeLessThanOrEqual(MOST_HELD)
})
