import { expect, it } from 'vitest'
import { findingsOf } from '#shared/building/document-findings'
import { designsOf } from '#shared/document/document'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { createFindingDesk } from '../../../renderer/workers/finding-desk'

const sample = endoscopyWorkshop(shippedCatalogue())
const design = designsOf(sample).find(({ name }) => name === 'Racetrack')!.id
/** With one design: what is found at once would be found of all four. */
const document = { ...sample, designs: { [design]: sample.designs[design]! } }

/** A desk whose clock jumps by so much at every look, and how often it is asked until all is found. */
function asksUntilWhole(milliseconds: number) {
  let clock = 0
  const find = createFindingDesk(() => {
    clock += milliseconds
    return clock
  })
  return (goesOn: boolean) => {
    for (let asks = 1; ; asks++) {
      const answer = find({ type: 'find', ask: asks, design, preview: undefined, goesOn: goesOn || asks > 1 }, document, 3)
      if (answer.type !== 'found') throw new Error(answer.type)
      expect(answer).toMatchObject({ ask: asks, revision: 3 })
      if (answer.findings !== undefined) return { asks, findings: answer.findings }
    }
  }
}

it('finds in moments what is found at once, and what it knows in one moment', () => {
  const whole = findingsOf(document).flatMap(({ design: owner, ...finding }) => (owner?.id === design ? [finding] : []))
  expect(whole.length).toBeGreaterThan(1)
  const ask = asksUntilWhole(100)
  const first = ask(false)
  expect(first.findings).toEqual(whole)
  expect(first.asks).toBeGreaterThan(10)
  // Only the few steps that always are.
  expect(ask(false).asks).toBeLessThan(6)
  expect(asksUntilWhole(0)(true)).toEqual({ asks: 1, findings: whole })
})
