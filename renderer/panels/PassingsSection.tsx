import type { Id } from '#shared/base/ids'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Reading } from '#shared/metrics/measurement'
import type { RoomPassing } from '#shared/metrics/passings'
import { shortText } from '#shared/report/figures'
import { FlowSwatch } from '../controls/FlowSwatch'
import { useDesk, useView } from '../state/react'
import { useInquiry } from '../state/use-inquiry'
import { words } from '../state/words'
import './passings.css'

type SectionProps = { readonly design: Id; readonly reading: Reading; readonly workshop: RecordTable }

/** What passes through a room, and how often a day; a row draws its trips. */
export function RoomPassings({ design, reading, workshop, room }: SectionProps & { readonly room: Id }) {
  const desk = useDesk()
  const onlyTrips = useView((view) => view.layers.onlyTrips)
  const rows = useInquiry('room', { about: 'room', design, reading, isLatest: false, room }, 'rests')
  return (
    <section className="passings" aria-labelledby="passings-title">
      <h3 id="passings-title">{words('passings.title')}</h3>
      {rows?.length === 0 && <p className="quiet small">{words('passings.none')}</p>}
      {rows !== undefined && rows.length > 0 && <p className="quiet small">{words('passings.hint')}</p>}
      <ul>
        {rows?.map((row) => {
          const isPicked =
            onlyTrips !== undefined && onlyTrips.length === row.trips.length && onlyTrips.every((key, index) => key === row.trips[index])
          return (
            <li key={`${row.flow} ${row.role ?? ''} ${row.pathway}`}>
              <button type="button" aria-pressed={isPicked} onClick={() => desk.setLayers({ onlyTrips: isPicked ? undefined : row.trips })}>
                <FlowSwatch flow={row.flow} />
                <span className="passings-name">
                  {words('passings.row', { what: whoIs(workshop, row), pathway: nameOf(workshop, 'pathway', row.pathway) })}
                  <span className="quiet small">{howOf(row)}</span>
                </span>
                <span className="passings-count">{shortText(row.through + row.starts + row.ends + row.within, 0)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Who passes a door, archway or gate. */
export function DoorPassings({ design, reading, opening }: Omit<SectionProps, 'workshop'> & { readonly opening: Id }) {
  const desk = useDesk()
  const door = useInquiry('door', { about: 'door', design, reading, isLatest: false, opening }, 'rests')
  const onlyTrips = useView((view) => view.layers.onlyTrips)
  if (door === undefined) return null
  return (
    <section className="passings" aria-labelledby="passings-title">
      <h3 id="passings-title">{words('passings.door-title')}</h3>
      {door.flows.length === 0 && <p className="quiet small">{words('passings.none')}</p>}
      {door.isShared && <p className="passings-shared">{words('passings.shared')}</p>}
      <ul>
        {door.flows.map(({ flow, perDay, trips }) => {
          const isPicked = onlyTrips?.join() === trips.join()
          return (
            <li key={flow}>
              <button type="button" aria-pressed={isPicked} onClick={() => desk.setLayers({ onlyTrips: isPicked ? undefined : trips })}>
                <FlowSwatch flow={flow} />
                <span className="passings-name">{words(`flow.${flow}`)}</span>
                <span className="passings-count">{shortText(perDay, 0)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function howOf({ through, starts, ends, within }: RoomPassing): string {
  const said = [
    { count: through, key: 'passings.through' as const },
    { count: starts, key: 'passings.starts' as const },
    { count: ends, key: 'passings.ends' as const },
    { count: within, key: 'passings.within' as const },
  ]
  return said.flatMap(({ count, key }) => (count > 0 ? [words(key, { count: shortText(count, 1) })] : [])).join(', ')
}

/** Whose walk it is: a member of staff by their role, all else by its kind. */
export function whoIs(workshop: RecordTable, { flow, role }: Pick<RoomPassing, 'flow' | 'role'>): string {
  return role === undefined ? words(`flow.${flow}`) : nameOf(workshop, 'role', role)
}

export function nameOf(workshop: RecordTable, kind: 'role' | 'pathway', key: string): string {
  return recordsOf(workshop, kind).find((record) => record.key === key)?.name ?? key
}
