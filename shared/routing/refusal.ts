import type { Access, Rules } from './access'
import { ALL_RULES } from './access'
import type { NumberedFloor } from './numbered-floor'
import type { Refusal, Route } from './router'

/** What is let go, one rule at a time and then all together, to find out which stands in the way. */
const RELAXED: readonly Rules[] = [
  { ...ALL_RULES, width: false },
  { ...ALL_RULES, admission: false },
  { ...ALL_RULES, oneWay: false },
  { ...ALL_RULES, through: false },
  { width: false, admission: false, oneWay: false, through: false },
]

/**
 * Why there is no route: the first crossing that is refused, in walking order, on the route found without the
 * rule; `routesUnder` finds routes under fewer rules, `access` holds them all, `ends` are the rooms where the leg may be.
 */
export function refusalOf(
  numbered: NumberedFloor,
  access: Access,
  ends: readonly number[],
  routesUnder: (rules: Rules) => readonly Route[],
): Refusal {
  for (const rules of RELAXED) {
    const routes = routesUnder(rules)
    const route = routes.find((one) => routes.every((other) => one.length <= other.length))
    if (route === undefined) continue
    const refusal = firstRefusal(numbered, access, ends, route)
    if (refusal !== undefined) return refusal
  }
  return { why: 'walls' }
}

function firstRefusal(numbered: NumberedFloor, access: Access, ends: readonly number[], route: Route): Refusal | undefined {
  for (const { threshold, to } of route.crossings) {
    const number = numbered.thresholdNumbers[threshold]!
    const crossing = number * 2 + (to === 'right' ? 1 : 0)
    const why = access.refusal(crossing)
    const { left, right } = numbered.floor.thresholds[threshold]!
    const [entered, departed] = to === 'right' ? [right, left] : [left, right]
    if (why === 'roomAdmission') return { why, region: refusesRoom(access, numbered, entered) ? entered : departed }
    if (why !== undefined) return { why, threshold }
    const shut = access.rooms(crossing).filter((region) => !ends.includes(region))
    if (shut.length === 0) continue
    return { why: 'notThrough', region: shut.includes(numbered.regionNumbers[entered] ?? -1) ? entered : departed }
  }
  return undefined
}

function refusesRoom({ walker }: Access, { floor }: NumberedFloor, region: number): boolean {
  const admits = floor.regions[region]?.admits
  return admits !== undefined && !walker.flows.every((flow) => admits.includes(flow))
}
