import { useMemo } from 'react'
import type { Key } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { recordsOf, type WardDocument } from '#shared/document/document'

export type Choice = { readonly value: string; readonly label: string }

export type StepChoices = {
  readonly rooms: readonly Choice[]
  readonly fixtures: readonly Choice[]
  readonly roles: readonly Choice[]
  /** Kinds of furniture that stand in rooms of a type, in whichever design. */
  readonly inside: ReadonlyMap<Key, ReadonlySet<Key>>
}

/** Rooms, what stands in them in any design, and who may lead. */
export function useStepChoices(document: WardDocument): StepChoices {
  const { workshop, designs } = document
  return useMemo(() => {
    const named = (kind: 'roomType' | 'fixtureType' | 'role') => recordsOf(workshop, kind).map(({ key, name }) => ({ value: key, label: name }))
    const inside = new Map<Key, Set<Key>>()
    for (const table of Object.values(designs)) {
      for (const { rooms, fixtures } of buildBuilding(table, workshop).storeys) {
        const types = new Map(rooms.map(({ room }) => [room.id, room.roomType]))
        for (const { fixture, room } of fixtures) {
          const type = room === undefined ? undefined : types.get(room)
          if (type !== undefined) inside.set(type, (inside.get(type) ?? new Set()).add(fixture.fixtureType))
        }
      }
    }
    return { rooms: named('roomType'), fixtures: named('fixtureType'), roles: named('role'), inside }
  }, [workshop, designs])
}

/** What may be chosen in rooms of a type: anywhere in them, the furniture that stands in one somewhere, and what is chosen now. */
export function fixturesIn(roomType: Key, now: Key | undefined, { fixtures, inside }: StepChoices, anywhere: string): readonly Choice[] {
  const standing = inside.get(roomType)
  return [{ value: '', label: anywhere }, ...fixtures.filter(({ value }) => standing?.has(value) === true || value === now)]
}
