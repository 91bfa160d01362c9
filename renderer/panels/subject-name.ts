import { type RecordTable, recordsOf } from '#shared/document/document'
import { traitText } from '#shared/document/value-name'
import { hasWords, words } from '../state/words'

/** The part of a metric that `subject` names (`role:nurse`, `place:treatment/bed`), as people call it. */
export function subjectName(workshop: RecordTable, subject: string): string {
  const [kind, rest = ''] = subject.split(':')
  switch (kind) {
    case 'role':
      return recordsOf(workshop, 'role').find(({ key }) => key === rest)?.name ?? rest
    case 'pathway':
      return recordsOf(workshop, 'pathway').find(({ key }) => key === rest)?.name ?? rest
    case 'place': {
      const [roomType, fixtureType] = rest.split('/')
      const room = recordsOf(workshop, 'roomType').find(({ key }) => key === roomType)?.name ?? roomType ?? rest
      const fixture = recordsOf(workshop, 'fixtureType').find(({ key }) => key === fixtureType)?.name
      return fixture === undefined ? room : words('subject.place', { room, fixture: fixture.toLowerCase() })
    }
    case 'separation': {
      const key = `separation.${rest}`
      return hasWords(key) ? words(key) : rest
    }
    case 'trait':
      return traitText(rest, workshop)
    default:
      return subject
  }
}
