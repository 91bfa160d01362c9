import type { Model } from '#shared/simulation/model'
import type { Trace } from '#shared/simulation/trace'

const HOUR_S = 3600
const DAY_S = 86_400

/** How many patients are inside, the mean of each hour of so many days. */
export function insideByHour({ flows }: Model, { agents }: Trace, days: number): Float64Array {
  const hours = new Float64Array(days * 24)
  const end = days * DAY_S
  eachStay(flows, agents, (came, left) => {
    const until = Math.min(left, end)
    for (let hour = Math.floor(came / HOUR_S); hour < hours.length && hour * HOUR_S < until; hour++) {
      hours[hour]! += (Math.min(until, (hour + 1) * HOUR_S) - Math.max(came, hour * HOUR_S)) / HOUR_S
    }
  })
  return hours
}

/** Is there a moment between each day's first patient and the next day's at which nobody is inside? */
export function emptiesEachNight({ flows }: Model, { agents }: Trace, days: number): boolean {
  const first = new Float64Array(days).fill(Number.POSITIVE_INFINITY)
  const last = new Float64Array(days).fill(Number.NEGATIVE_INFINITY)
  eachStay(flows, agents, (came, left) => {
    const day = Math.floor(came / DAY_S)
    if (day >= days) return
    first[day] = Math.min(first[day]!, came)
    last[day] = Math.max(last[day]!, left)
  })
  let latest = Number.NEGATIVE_INFINITY
  for (let day = 0; day < days; day++) {
    if (first[day]! <= latest) return false
    latest = Math.max(latest, last[day]!)
  }
  return true
}

function eachStay(flows: Model['flows'], { kind, of, came, left }: Trace['agents'], tell: (came: number, left: number) => void): void {
  for (let who = 0; who < kind.length; who++) {
    if (kind[who] === 1 && flows[of[who]!]!.pathway.flow === 'patient')
      tell(came[who]!, Number.isNaN(left[who]!) ? Number.POSITIVE_INFINITY : left[who]!)
  }
}
