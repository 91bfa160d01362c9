import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { demandOf } from '#shared/demand/demand'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { runModel } from '#shared/simulation/run-model'
import { traceBytes } from '#shared/simulation/trace'
import { THREE_DESIGN, threePatients } from '#test/support/three-patients'
import { toldTrace } from '#test/support/told-trace'

const document = threePatients()

function run() {
  const compiled = modelOfDesign(document, THREE_DESIGN, 'own')
  if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
  const result = runModel(compiled.model, demandOf(scenarioOf(document.workshop)!, 1, 0, 1))
  return { model: compiled.model, ...result }
}

it('a day of three patients, two rooms and one nurse goes as it does on paper', () => {
  const { model, trace, status } = run()
  expect(status).toBe('ok')
  expect(toldTrace(model, trace, 28_800)).toEqual([
    // P1 finds room A and the nurse free: 120 m for P1, 90 m for her.
    'nurse walk deskaa > bedaaa treat 0-90',
    'P1 walk gateway > bedaaa treat 0-120',
    'P1 occupied bedaaa 0-1020',
    'nurse duty  0-28800',
    'nurse ready bedaaa treat 90-120',
    // P2 finds the nurse busy, so does P3: both go and sit down, 66 m.
    'P2 walk gateway > seataa treat 120-186',
    'P1 step bedaaa treat 120-720',
    'nurse work bedaaa treat 120-720',
    'P2 wait seataa treat 186-720',
    'P3 walk gateway > seataa treat 240-306',
    'P3 wait seataa treat 306-1464',
    // 12 minutes: P1 rests, P2 is called to room B, 78 m, and the nurse goes over, 144 m.
    'P2 walk seataa > bedbbb treat 720-798',
    'nurse walk bedaaa > bedbbb treat 720-864',
    'P1 step bedaaa rest 720-1020',
    'P2 occupied bedbbb 720-1764',
    'P2 ready bedbbb treat 798-864',
    'P2 step bedbbb treat 864-1464',
    'nurse work bedbbb treat 864-1464',
    // 17 minutes: P1 goes home, room A is turned round; the nurse is with P2 until 24 min 24 s.
    '- turned bedaaa treat 1020-1140',
    'P1 walk bedaaa > gateway 1020-1140',
    'P3 walk seataa > bedaaa treat 1464-1542',
    'nurse walk bedbbb > bedaaa treat 1464-1608',
    'P2 step bedbbb rest 1464-1764',
    'P3 occupied bedaaa 1464-2508',
    'P3 ready bedaaa treat 1542-1608',
    'P3 step bedaaa treat 1608-2208',
    'nurse work bedaaa treat 1608-2208',
    '- turned bedbbb treat 1764-1884',
    'P2 walk bedbbb > gateway 1764-1884',
    // 36 min 48 s: nobody waits any more, and the nurse walks back to her desk.
    'nurse walk bedaaa > deskaa 2208-2298',
    'P3 step bedaaa rest 2208-2508',
    '- turned bedaaa treat 2508-2628',
    'P3 walk bedaaa > gateway 2508-2628',
  ])
})

it('the same seed gives the same bytes, pinned', () => {
  const [first, second] = [run(), run()]
  expect(traceBytes(first.trace)).toEqual(traceBytes(second.trace))
  expect(createHash('sha256').update(traceBytes(first.trace)).digest('hex')).toMatchInlineSnapshot(
    `"b97c25d2f07039f6ed55b2bb14c51aa2ee4aa1c011cfbe7900c2500079162f41"`,
  )
})
