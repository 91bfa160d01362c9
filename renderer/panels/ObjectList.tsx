import { TextInput } from '@mantine/core'
import { ChevronDown, ChevronRight, DoorOpen, Search } from 'lucide-react'
import { type MouseEvent, useMemo, useState } from 'react'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey, BuiltFixture, BuiltOpening, BuiltRoom } from '#shared/building/building'
import { nameOfFixture } from '#shared/building/names'
import type { Wall } from '#shared/document/elements/wall'
import { distanceBetween } from '#shared/geometry/point'
import { words } from '../state/words'
import { openingTitle, wallOpeningTitle } from './element-name'
import './objects.css'
import { numberedNames } from './numbered-names'

export type ObjectListProps = {
  readonly storey: BuildingStorey
  /** Its partitions. */
  readonly partitions: readonly Wall[]
  readonly selected: readonly Id[]
  /** With Shift or Ctrl held it is added to what is selected, or taken from it. */
  readonly onSelect: (id: Id, isAdding: boolean) => void
}

type Row = { readonly built: BuiltRoom; readonly fixtures: readonly BuiltFixture[]; readonly openings: readonly BuiltOpening[] }

/** Every room with what is in it: the plan again, for the keyboard and for a screen reader. */
export function ObjectList({ storey, partitions, selected, onSelect }: ObjectListProps) {
  const [wanted, setWanted] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<Id>>(new Set())
  const rows = useMemo(() => rowsOf(storey), [storey])
  const shown = rows.filter(({ built }) => `${built.room.name} ${built.type?.name ?? ''}`.toLowerCase().includes(wanted.trim().toLowerCase()))
  const loose = useMemo(() => looseOf(storey, partitions), [storey, partitions])

  function toggle(id: Id): void {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }

  return (
    <nav className="objects" aria-label={words('objects.title')}>
      <TextInput
        aria-label={words('objects.search')}
        placeholder={words('objects.search')}
        leftSection={<Search size={16} aria-hidden />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {shown.length === 0 && <p className="quiet small objects-none">{words(rows.length === 0 ? 'objects.none' : 'objects.no-match')}</p>}
      <ul>
        {shown.map(({ built: { room, type }, fixtures, openings }) => {
          const isOpen =
            opened.has(room.id) ||
            fixtures.some(({ fixture }) => selected.includes(fixture.id)) ||
            openings.some(({ opening }) => selected.includes(opening.id))
          const hasInside = fixtures.length + openings.length > 0
          return (
            <li key={room.id}>
              <div className={`object-room ${selected.includes(room.id) ? 'is-selected' : ''}`}>
                <button
                  type="button"
                  className="object-toggle"
                  aria-expanded={isOpen}
                  aria-label={words('objects.inside', { room: room.name })}
                  disabled={!hasInside}
                  onClick={() => toggle(room.id)}
                >
                  {isOpen ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
                </button>
                <button
                  type="button"
                  className="object-name"
                  aria-current={selected.includes(room.id)}
                  onClick={(event) => onSelect(room.id, isAdding(event))}
                >
                  <span className="zone-dot" style={{ background: `var(--zone-${type?.zone ?? 'plant'})` }} aria-hidden />
                  <span>{room.name}</span>
                </button>
              </div>
              {isOpen && (
                <ul className="objects-inside">
                  {insideOf(storey, room.id, openings, fixtures).map(({ id, name, isOpening }) => (
                    <Inside key={id} id={id} selected={selected} onSelect={onSelect} isOpening={isOpening}>
                      {name}
                    </Inside>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
        {wanted === '' && loose.length > 0 && (
          <li className="objects-loose">
            <h2>{words('objects.loose')}</h2>
            <ul>
              {loose.map(({ id, name, isOpening }) => (
                <Inside key={id} id={id} selected={selected} onSelect={onSelect} isOpening={isOpening}>
                  {name}
                </Inside>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </nav>
  )
}

type InsideProps = {
  readonly id: Id
  readonly selected: readonly Id[]
  readonly onSelect: (id: Id, isAdding: boolean) => void
  readonly isOpening?: boolean
  readonly children: string
}

function Inside({ id, selected, onSelect, isOpening = false, children }: InsideProps) {
  return (
    <li>
      <button
        type="button"
        className={`object-name ${selected.includes(id) ? 'is-selected' : ''}`}
        aria-current={selected.includes(id)}
        onClick={(event) => onSelect(id, isAdding(event))}
      >
        {isOpening && <DoorOpen size={15} aria-hidden />}
        <span>{children}</span>
      </button>
    </li>
  )
}

type Named = { readonly id: Id; readonly name: string; readonly isOpening: boolean }

function named(ids: readonly Id[], names: readonly string[], isOpening: boolean): readonly Named[] {
  const told = numberedNames(names)
  return ids.map((id, index) => ({ id, name: told[index] ?? '', isOpening }))
}

function insideOf(storey: BuildingStorey, room: Id, openings: readonly BuiltOpening[], fixtures: readonly BuiltFixture[]): readonly Named[] {
  const nameOfRoom = (id: Id) => storey.rooms.find((each) => each.room.id === id)?.room.name
  return [
    ...named(
      openings.map(({ opening }) => opening.id),
      openings.map((each) => openingTitle(each, room, nameOfRoom)),
      true,
    ),
    ...named(
      fixtures.map(({ fixture }) => fixture.id),
      fixtures.map(nameOfFixture),
      false,
    ),
  ]
}

/** What is in no room: partitions and the doors in them, and what stands in a corridor. */
function looseOf({ openings, fixtures }: BuildingStorey, partitions: readonly Wall[]): readonly Named[] {
  const inWalls = openings.filter(({ opening }) => 'wall' in opening.on)
  const loose = fixtures.filter(({ room }) => room === undefined)
  return [
    ...named(
      inWalls.map(({ opening }) => opening.id),
      inWalls.map(wallOpeningTitle),
      true,
    ),
    ...named(
      partitions.map(({ id }) => id),
      partitions.map(({ from, to }) => words('objects.wall', { length: distanceBetween(from, to) })),
      false,
    ),
    ...named(
      loose.map(({ fixture }) => fixture.id),
      loose.map(nameOfFixture),
      false,
    ),
  ]
}

function isAdding({ shiftKey, ctrlKey, metaKey }: MouseEvent): boolean {
  return shiftKey || ctrlKey || metaKey
}

function rowsOf(storey: BuildingStorey): readonly Row[] {
  const rooms = [...storey.rooms].sort((a, b) => a.room.name.localeCompare(b.room.name, 'en-GB', { numeric: true }))
  return rooms.map((built) => ({
    built,
    fixtures: storey.fixtures.filter(({ room }) => room === built.room.id),
    openings: storey.openings.filter(({ opening }) => 'room' in opening.on && opening.on.room === built.room.id),
  }))
}
