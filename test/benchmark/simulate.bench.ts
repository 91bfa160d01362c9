import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Entity, Exponential, Queue, Simulation } from 'simscript'
import { moveRoom } from '#shared/commands/move-room'
import { differenceOf } from '#shared/comparison/simulated'
import { demandOf } from '#shared/demand/demand'
import { applyChange } from '#shared/document/change'
import { designsOf, recordsOf } from '#shared/document/document'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { openSimulator, type SimulatedRuns } from '#shared/metrics/simulate'
import { simulatedDay } from '#shared/metrics/simulated-day'
import { modelOfDesign } from '#shared/simulation/lay-design'
import { runModel } from '#shared/simulation/run-model'
import { TraceWriter } from '#shared/simulation/trace'
import { shippedCatalogue } from '../support/catalogue'
import { endoscopyWorkshop } from '../support/endoscopy'
import { exponential, QUEUEING_DESIGN, queueingUnit, queueStep } from '../support/queueing-unit'
import { withRecords } from '../support/worked-variations'
import { type BenchRow, heldMegabytes } from './row'

const DAY_S = 86_400
/** Seconds between patients, and of a service by one of ten. */
const [GAP_S, SERVICE_S] = [1, 9]
const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** M/M/10 as a workshop through the real engine, statistics and trace included; and the same by SimScript in the same run. */
export async function simulateEventRows(): Promise<readonly BenchRow[]> {
  const document = queueingUnit({
    places: {},
    capacity: 10,
    pathways: [{ key: 'visit0', steps: [queueStep('serve', undefined, exponential(SERVICE_S))] }],
    volumes: [{ pathway: 'visit0', perDay: DAY_S / GAP_S, arrivals: { by: 'rate' } }],
  })
  const compiled = modelOfDesign(document, QUEUEING_DESIGN, 'own')
  if (compiled.status !== 'ok') throw new Error(compiled.reason.key)
  const scenario = scenarioOf(document.workshop)!
  // As replications are run one after the other in the app and on the command line.
  const writer = new TraceWriter()
  const rates: number[] = []
  for (let replication = 0; replication < 25; replication++) {
    const start = performance.now()
    const { trace } = runModel(compiled.model, demandOf(scenario, 1, replication, 1), writer)
    const { values } = simulatedDay(compiled.model, trace, 1)
    const seconds = (performance.now() - start) / 1000
    if (!(values[0]! > 0)) throw new Error('no statistics')
    // Two logical events a customer: coming and going.
    if (replication >= 5) rates.push((2 * trace.agents.kind.length) / seconds / 1e6)
  }
  rates.sort((a, b) => a - b)
  const ours = rates[Math.floor(rates.length / 2)]!
  const peer = await simscriptRate(60_000)
  return [
    { name: 'sim.events.mm10', value: ours, memory: heldMegabytes(), note: 'a day of 86,400 patients, trace and all figures' },
    { name: 'sim.peer.simscript', value: ours / peer, memory: heldMegabytes(), note: `SimScript ${peer.toFixed(2)} M/s, without a trace` },
  ]
}

class Clinic extends Simulation {
  readonly service = new Queue('service', 10)
  readonly waiting = new Queue('waiting')
  readonly time = new Exponential(SERVICE_S)
  constructor(until: number) {
    super()
    this.queues.push(this.service, this.waiting)
    this.timeEnd = until
  }
  override onStarting(): void {
    super.onStarting()
    this.generateEntities(Customer, new Exponential(GAP_S))
  }
}

class Customer extends Entity<Clinic> {
  override async script(): Promise<void> {
    const { service, waiting, time } = this.simulation
    await this.enterQueue(waiting)
    await this.enterQueue(service)
    this.leaveQueue(waiting)
    await this.delay(time.sample())
    this.leaveQueue(service)
  }
}

/** Millions of logical events a second. */
async function simscriptRate(until: number): Promise<number> {
  // It pauses for the screen now and then; here there is none.
  Object.assign(globalThis, { requestAnimationFrame: (go: () => void) => setImmediate(go) })
  const clinic = new Clinic(until)
  const start = performance.now()
  const ended = new Promise<void>((done) => {
    clinic.finished.addEventListener(() => done())
  })
  void clinic.start()
  await ended
  return (2 * clinic.service.totalCount) / ((performance.now() - start) / 1000) / 1e6
}

/** All designs of the sample, 100 days each, by the command line on two threads, reading the file included. */
export function simulateSampleRows(): readonly BenchRow[] {
  const cli = `${ROOT}dist/cli.mjs`
  if (!existsSync(cli)) throw new Error('The command line is not built')
  const args = [cli, 'simulate', `${ROOT}resources/samples/endoscopy.ward`, '--replications', '100', '--threads', '2', '--json']
  const times = [0, 1, 2].map(() => {
    const start = performance.now()
    execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64e6 })
    return (performance.now() - start) / 1000
  })
  return [
    { name: 'sim.sample.4x100', value: times.sort((a, b) => a - b)[1]!, memory: heldMegabytes(), note: 'a process, from the file to the answer' },
  ]
}

const TOLD = ['leadTime', 'waiting', 'longestWait', 'simulatedPatientTravel', 'simulatedStaffTravel'] as const

/** What pairing is worth: the least factor over the measures for today against today with one room moved by 2 m, and each design's. */
export function simulatePairingRows(): readonly BenchRow[] {
  const document = withRecords(endoscopyWorkshop(shippedCatalogue()), (record) => (record.kind === 'design' ? { ...record, locked: false } : record))
  const designs = designsOf(document)
  const today = designs.find(({ isCurrentState }) => isCurrentState)!
  const room = recordsOf(document.designs[today.id]!, 'room').find(({ name }) => name === 'Clean utility')!
  const moved = moveRoom(document, { room: room.id, dx: 2, dy: 0 })
  if (moved.status !== 'done') throw new Error(moved.reason.key)
  const runsOf = (of: typeof document, design: string) => openSimulator(of, design, 'own', { seed: 1, days: 1 }).run(0, 60)
  const base = runsOf(document, today.id)
  const factors = (other: SimulatedRuns) =>
    TOLD.map((metric) => {
      const at = other.names.findIndex((name) => name.metric === metric && name.subject === undefined)
      return differenceOf(other, base, other.names[at]!, at, 0.95, 0.05)?.pairing ?? Number.NaN
    })
  const least = Math.min(...factors(runsOf(applyChange(document, moved.change), today.id)))
  const others = designs.filter(({ id }) => id !== today.id)
  const told = others.map(
    ({ id, name }) =>
      `${name}: ${factors(runsOf(document, id))
        .map((factor, i) => `${TOLD[i]} ${factor.toFixed(1)}`)
        .join(', ')}`,
  )
  return [{ name: 'sim.paired.variance', value: least, memory: heldMegabytes(), note: told.join('; ') }]
}
