import { message } from '#shared/base/message'
import type { Role } from '#shared/document/workshop'
import type { Assessment } from './assessment'
import { because, kindOf, type Metric, type MetricKind, metricOf, unlessFailed } from './metric'
import { concernsStaff, rolesOfWorkshop, walkingSeconds } from './staff-travel'

/** Hours that staff walk in a year (time released, not money saved), what these cost at the roles' rates, and that a visit. */
export function walkingValue(assessment: Assessment): readonly Metric[] {
  const { settings, visitsPerDay } = assessment
  const roles = rolesOfWorkshop(assessment)
  const hours = new Map<Role, number>()
  const hoursOf = (role: Role) => {
    let found = hours.get(role)
    if (found === undefined) {
      found = (walkingSeconds(assessment, role) * settings.daysPerYear) / 3600
      hours.set(role, found)
    }
    return found
  }
  const visits = visitsPerDay * settings.daysPerYear
  const metrics = (kind: MetricKind, of: (role: Role) => number) => {
    const subjects = [[undefined, roles] as const, ...roles.map((role) => [`role:${role.key}`, [role]] as const)]
    return subjects.map(([subject, some]) => {
      const role = subject === undefined ? undefined : some[0]!.key
      const result =
        kind.per === 'visit' && visits === 0
          ? because('unavailable.noVisits')
          : unlessFailed(assessment, concernsStaff(role), () => some.reduce((sum, one) => sum + of(one), 0))
      return metricOf(kind, subject, result, () =>
        some.flatMap((one) => {
          const amount = of(one)
          return amount === 0 ? [] : [{ trip: undefined, subject: message('part.roleWalking', { role: one.name }), amount, marks: [] }]
        }),
      )
    })
  }
  return [
    ...metrics(kindOf('walkingHoursPerYear', 'hour', 'year', 'less'), hoursOf),
    ...metrics(kindOf('walkingCostPerYear', 'money', 'year', 'less'), (role) => hoursOf(role) * role.costPerHour),
    ...metrics(kindOf('walkingCostPerVisit', 'money', 'visit', 'less'), (role) => (hoursOf(role) * role.costPerHour) / visits),
  ]
}
