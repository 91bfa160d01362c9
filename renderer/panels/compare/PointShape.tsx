import type { Leg } from '#shared/metrics/traffic'

/** A point by its kind: patients round, staff square, what is clean a diamond, what is used a triangle, all else a cross. */
export function PointShape({ leg, x, y, k }: { readonly leg: Leg; readonly x: number; readonly y: number; readonly k: number }) {
  const r = 7 * k
  const kind = leg.role === undefined ? leg.flow : 'staff'
  const look = { fill: `var(--flow-${kind})`, stroke: '#fff', strokeWidth: 1.5 }
  switch (kind) {
    case 'patient':
    case 'family':
      return <circle cx={x} cy={y} r={r} {...look} />
    case 'staff':
      return <rect x={x - r * 0.85} y={y - r * 0.85} width={r * 1.7} height={r * 1.7} {...look} />
    case 'clean':
      return <path d={`M${x} ${y - r * 1.2}L${x + r * 1.2} ${y}L${x} ${y + r * 1.2}L${x - r * 1.2} ${y}Z`} {...look} />
    case 'used':
    case 'waste':
      return <path d={`M${x} ${y - r * 1.1}L${x + r * 1.1} ${y + r * 0.9}L${x - r * 1.1} ${y + r * 0.9}Z`} {...look} />
    default:
      return <path d={`M${x - r} ${y}H${x + r}M${x} ${y - r}V${y + r}`} stroke={look.fill} strokeWidth={4} fill="none" />
  }
}
