import { readFileSync } from 'node:fs'
import type { Duration } from '#shared/document/duration'
import { exponential, type Queueing, type QueueStep, queueStep } from './queueing-unit'

const FILE = new URL('../fixtures/queueing/open-cases.json', import.meta.url)
const HOUR_S = 3600
const DAY_S = 86_400

/** A published case with its answers, in its own unit of time. */
export type OpenCase = { readonly id: string; readonly model: string; readonly exact: Readonly<Record<string, unknown>> } & Readonly<
  Record<string, unknown>
>

/** How a case is made a workshop: its unit of time in seconds, and which of its answers are looked at. */
export type Built = { readonly unit: Queueing; readonly tick: number; readonly days: number; readonly warm: number }

export function openCases(): readonly OpenCase[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as readonly OpenCase[]
}

/** Cases that the model cannot express, and why. */
export const NOT_EXPRESSED: Readonly<Record<string, string>> = {
  prioPR_HL1: 'nobody is left in the middle of a step: staff do not pre-empt',
  prioPR_HL2: 'nobody is left in the middle of a step: staff do not pre-empt',
  brk_1: 'places do not break down in use; a scenario closes them from the start',
}

type Service = { readonly type: string } & Readonly<Record<string, number>>

/** A service of a case as the duration of a step; `tick` seconds are its unit of time. */
function durationOf(service: Service, tick: number): Duration {
  const mean = Number(service.mean) * tick
  switch (service.type) {
    case 'det':
      return { shape: 'fixed', value: mean }
    case 'exp':
      return exponential(mean)
    case 'erlang':
      return { shape: 'erlang', mean, phases: service.k! }
    case 'uniform':
      return { shape: 'uniform', least: service.a! * tick, most: service.b! * tick }
    case 'lognormal':
      return { shape: 'lognormal', mean, sd: mean * service.cv! }
    case 'gamma':
      return { shape: 'gamma', mean, sd: mean * service.cv! }
    case 'triangular':
      return { shape: 'triangular', least: service.a! * tick, mode: service.mode! * tick, most: service.b! * tick }
    default:
      throw new Error(`No duration for ${service.type}`)
  }
}

const WAIT = { at: { roomType: 'hall', fixtureType: 'seat' }, when: 'ifBusy' as const }

/** Seconds of a unit of time such that about `perDay` patients come a day. */
function tickFor(rate: number, perDay: number): number {
  return (rate * DAY_S) / perDay
}

function poisson(pathway: string, rate: number, tick: number, traits: Record<string, Record<string, number>> = {}) {
  return { pathway, perDay: (rate * DAY_S) / tick, traits, arrivals: { by: 'rate' as const } }
}

function single(rate: number, tick: number, servers: number, steps: readonly QueueStep[], extra: Partial<Queueing> = {}): Queueing {
  return { places: { server: servers }, pathways: [{ key: 'visit0', steps }], volumes: [poisson('visit0', rate, tick)], ...extra }
}

/** A case as a workshop. `size`: about how many patients a day, and a run is `days` long. */
export function builtCase(open: OpenCase, size: number, days: number): Built {
  const at = <T>(name: string) => open[name] as T
  const rate = Number(open.lambda ?? 0)
  const tick = tickFor(rate || 1, size)
  const warm = 0.2 * days * DAY_S
  const built = (unit: Queueing, of = tick): Built => ({ unit, tick: of, days, warm })
  switch (open.model) {
    case 'M/M/1':
    case 'M/M/c': {
      const step = { key: 'serve', duration: exponential(tick / at<number>('mu')) }
      // Many servers are one hall that serves so many.
      if (at<number>('c') >= 20)
        return built(single(rate, tick, 0, [queueStep(step.key, undefined, step.duration)], { places: {}, capacity: at<number>('c') }))
      return built(single(rate, tick, at<number>('c'), [queueStep(step.key, 'server', step.duration)]))
    }
    case 'M/G/1': {
      const service = at<Service>('service')
      if (service.type !== 'hyper2') return built(single(rate, tick, 1, [queueStep('serve', 'server', durationOf(service, tick))]))
      const kind = (key: string, mean: number) => queueStep(key, 'server', exponential(mean * tick), { onlyFor: [{ trait: 'kind', values: [key] }] })
      const traits = [{ key: 'kind', name: 'Kind', values: ['short', 'long'] }]
      return built({
        places: { server: 1 },
        pathways: [{ key: 'visit0', traits, steps: [kind('short', service.mean1!), kind('long', service.mean2!)] }],
        volumes: [poisson('visit0', rate, tick, { kind: { short: service.p!, long: 1 - service.p! } })],
      })
    }
    case 'M/M/c/K': {
      const [c, most] = [at<number>('c'), at<number>('K')]
      const waits = most > c ? { waits: WAIT } : {}
      const step = queueStep('serve', 'server', exponential(tick / at<number>('mu')), { whenFull: 'leave', ...waits })
      return built(single(rate, tick, c, [step], { places: { server: c, ...(most > c ? { seat: most - c } : {}) } }))
    }
    case 'M/G/c/c':
      return built(
        single(rate, tick, at<number>('c'), [queueStep('serve', 'server', durationOf(at<Service>('service'), tick), { whenFull: 'leave' })]),
      )
    case 'M[X]/M/1': {
      const together = at<number>('batch')
      const visits = rate * together
      const own = tickFor(visits, size)
      return built(
        {
          places: { server: 1 },
          pathways: [{ key: 'visit0', steps: [queueStep('serve', 'server', exponential(own / at<number>('mu')))] }],
          volumes: [{ pathway: 'visit0', perDay: (visits * DAY_S) / own, arrivals: { by: 'rate', together } }],
        },
        own,
      )
    }
    case 'Jackson':
      return built(...jackson(open, size))
    case 'M/G/1-priority-NP':
    case 'M/M/c-priority-NP':
      return built(...priorities(open, size))
    case 'M/G/1-vacation': {
      // Whenever nobody waits, the nurse tidies up: always something left to tidy, and it comes last.
      const away = durationOf(at<Service>('vacation'), tick)
      const perDay = Math.ceil((0.36 * DAY_S) / (0.5 * tick))
      return built({
        places: {},
        people: { nurse: 1 },
        pathways: [
          { key: 'visit0', steps: [queueStep('serve', undefined, durationOf(at<Service>('service'), tick), { lead: 'nurse', priority: 5 })] },
          { key: 'tidy00', flow: 'staff', steps: [queueStep('tidy', undefined, away, { lead: 'nurse' })] },
        ],
        volumes: [poisson('visit0', rate, tick), { pathway: 'tidy00', perDay, arrivals: { by: 'list', times: new Array<number>(perDay).fill(0) } }],
      })
    }
    case 'M/M/c//N': {
      const own = HOUR_S
      const steps = Array.from({ length: 100 }, (_, i) => [
        queueStep(`rest${i}`, undefined, exponential(own / rate)),
        queueStep(`call${i}`, undefined, exponential(own / at<number>('mu')), { lead: 'nurse' }),
      ]).flat()
      const patients = at<number>('N')
      return {
        unit: {
          places: {},
          people: { nurse: at<number>('c') },
          pathways: [{ key: 'visit0', steps }],
          volumes: [{ pathway: 'visit0', perDay: patients, arrivals: { by: 'list', times: new Array<number>(patients).fill(0) } }],
          open: { from: 0, to: 31 * DAY_S },
        },
        tick: own,
        days: 1,
        warm: 2 * DAY_S,
      }
    }
    case 'Mt/M/inf': {
      const slots = 288
      const overDay = Array.from({ length: slots }, (_, i) => at<number>('a') + at<number>('b') * Math.sin((2 * Math.PI * (i + 0.5)) / slots))
      const perDay = 24 * at<number>('a')
      return {
        unit: {
          places: {},
          pathways: [{ key: 'visit0', steps: [queueStep('stay', undefined, exponential(HOUR_S / Number(open.mu)))] }],
          volumes: [{ pathway: 'visit0', perDay, arrivals: { by: 'rate', overDay } }],
        },
        tick: HOUR_S,
        days,
        warm: 5 * DAY_S,
      }
    }
    case 'M/M/c-transient0': {
      const own = (DAY_S / at<number>('t')) * 0.999
      return built(single(rate, own, at<number>('c'), [queueStep('serve', 'server', exponential(own / at<number>('mu')))]), own)
    }
    default:
      throw new Error(`No workshop for ${open.model}`)
  }
}

/** Nodes with furniture of their own; who goes on to which is a trait, drawn once. */
function jackson(open: OpenCase, size: number): readonly [Queueing, number] {
  const gamma = open.gamma as readonly number[]
  const mu = open.mu as readonly number[]
  const c = open.c as readonly number[]
  const tick = tickFor(
    gamma.reduce((sum, rate) => sum + rate, 0),
    size,
  )
  const node = (i: number, key: string, more: Partial<QueueStep> = {}) =>
    queueStep(key, `node${i}`, exponential(tick / mu[i]!), { waits: WAIT, ...more })
  const places = { node0: c[0]!, node1: c[1]!, node2: c[2]!, seat: 1 }
  if (open.id === 'tandem_1') {
    const steps = [node(0, 'one'), node(1, 'two'), node(2, 'three')]
    return [{ places, pathways: [{ key: 'visit0', steps }], volumes: [poisson('visit0', gamma[0]!, tick)] }, tick]
  }
  // Registration, then imaging for 70 %, then the exam, from which 20 % go back to imaging: so often, a geometric trait.
  const loops = 12
  const again = Object.fromEntries(Array.from({ length: loops + 1 }, (_, n) => [`n${n}`, n === loops ? 0.2 ** n : 0.2 ** n * 0.8]))
  const atLeast = (n: number) => ({ trait: 'again', values: Object.keys(again).slice(n) })
  const rounds = Array.from({ length: loops }, (_, n) => [
    node(1, `imaging-${n + 1}`, { onlyFor: [atLeast(n + 1)] }),
    node(2, `exam-${n + 1}`, { onlyFor: [atLeast(n + 1)] }),
  ]).flat()
  const trait = { key: 'again', name: 'Again', values: Object.keys(again) }
  const via = { key: 'via', name: 'Via', values: ['imaging', 'exam'] }
  return [
    {
      places,
      pathways: [
        {
          key: 'visit0',
          traits: [trait, via],
          steps: [node(0, 'register'), node(1, 'imaging', { onlyFor: [{ trait: 'via', values: ['imaging'] }] }), node(2, 'exam'), ...rounds],
        },
        { key: 'direct', traits: [trait], steps: [node(1, 'imaging'), node(2, 'exam'), ...rounds] },
      ],
      volumes: [poisson('visit0', gamma[0]!, tick, { again, via: { imaging: 0.7, exam: 0.3 } }), poisson('direct', gamma[1]!, tick, { again })],
    },
    tick,
  ]
}

function priorities(open: OpenCase, size: number): readonly [Queueing, number] {
  const classes = open.classes as readonly { lambda: number; service: Service }[] | undefined
  const rates = classes?.map(({ lambda }) => lambda) ?? (open.lambdas as readonly number[])
  const tick = tickFor(
    rates.reduce((sum, rate) => sum + rate, 0),
    size,
  )
  const serve = (i: number) => (classes === undefined ? exponential(tick / Number(open.mu)) : durationOf(classes[i]!.service, tick))
  return [
    {
      places: { server: Number(open.c ?? 1) },
      pathways: rates.map((_, i) => ({ key: `class${i}`, steps: [queueStep('serve', 'server', serve(i), { priority: 9 - i })] })),
      volumes: rates.map((rate, i) => poisson(`class${i}`, rate, tick)),
    },
    tick,
  ]
}
