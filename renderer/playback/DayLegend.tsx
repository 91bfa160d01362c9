import type { Film } from '#shared/simulation/playback/film'
import { words } from '../state/words'
import { dayColours } from './day-colours'
import './day-legend.css'
import { type FigureLook, inkOn } from './figures'
import { CELLS_A_SQUARE_METRE, type GroundLayer, HEAT } from './ground-picture'

/** What shapes, colours and stripes mean. */
export function DayLegend({
  film,
  looks,
  hasStates,
  ground,
  most,
}: {
  readonly film: Film
  readonly looks: readonly FigureLook[]
  readonly hasStates: boolean
  readonly ground: GroundLayer
  readonly most: number
}) {
  const roles = film.roles.flatMap(({ key, name }, role) => {
    const agent = film.agents.kind.findIndex((kind, at) => kind === 0 && film.agents.of[at] === role)
    return agent < 0 ? [] : [{ key, name, look: looks[agent]! }]
  })
  const patient = looks.find(({ shape }) => shape === 'patient')
  const hasThings = looks.some(({ shape }) => shape === 'thing')
  return (
    <ul className="day-legend" aria-label={words('playback.legend')}>
      {patient !== undefined && (
        <>
          <li>
            <span className="key-figure is-patient" style={{ background: patient.colour }} />
            {words('playback.legend.patient')}
          </li>
          <li>
            <span className="key-figure is-patient is-waiting" style={{ borderColor: patient.colour }} />
            {words('playback.legend.waiting')}
          </li>
        </>
      )}
      {roles.map(({ key, name, look }) => (
        <li key={key}>
          <span className="key-figure is-staff" style={{ background: look.colour, color: inkOn(look.colour, dayColours()) }}>
            {look.text}
          </span>
          {name}
        </li>
      ))}
      {hasThings && (
        <li>
          <span className="key-figure is-thing" />
          {words('playback.legend.thing')}
        </li>
      )}
      {hasStates && (
        <>
          <li>
            <span className="key-floor is-taken" />
            {words('playback.legend.taken')}
          </li>
          <li>
            <span className="key-floor is-turned" />
            {words('playback.legend.turned')}
          </li>
          <li>
            <span className="key-queue">3</span>
            {words('playback.legend.queue')}
          </li>
        </>
      )}
      {(ground === 'walking' || ground === 'waiting') && (
        <li>
          <span
            className="key-heat"
            style={{ background: `linear-gradient(90deg, ${HEAT.map((colour) => `rgb(${colour.join(' ')})`).join(', ')})` }}
          />
          {ground === 'walking'
            ? words('playback.legend.walked', { most: Math.round(most * CELLS_A_SQUARE_METRE) })
            : words('playback.legend.waited', { most: most * CELLS_A_SQUARE_METRE })}
        </li>
      )}
    </ul>
  )
}
