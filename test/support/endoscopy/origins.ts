import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { done } from '#shared/commands/edit'
import { recordsOf } from '#shared/document/document'
import type { Script } from '../script'

/** Rooms that stand for one of today's under another name. */
const RENAMED: Readonly<Record<string, string>> = {
  'Welcome and waiting': 'Waiting and reception',
  'Dirty utility and cleaning': 'Dirty utility',
  'Clean utility and consumables': 'Clean utility',
  'Linen store': 'Linen and cleaning store',
  Office: 'Unit office',
  'Pod base': 'Admission base',
  'Core base': 'Admission base',
  'Patient WC 1': 'Patient WC',
  'Patient WC 2': 'Recovery WC',
}

/** Gives each room of a design that one of today's lives on in that one's id as its origin, so that the two are compared. */
export function tieToToday(script: Script, today: Id, design: Id): void {
  const { designs } = script.document()
  const former = new Map(recordsOf(designs[today] ?? {}, 'room').map(({ name, id }) => [name, id]))
  for (const room of recordsOf(designs[design] ?? {}, 'room')) {
    const origin = former.get(RENAMED[room.name] ?? room.name)
    if (origin === undefined) continue
    script.run(() => done(message('edit.changed', { name: room.name }), { updated: [[room, { ...room, origin }]] }))
  }
}
