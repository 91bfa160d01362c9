import type { Key } from '#shared/base/ids'
import { keyText } from '#shared/base/key-text'
import { type RecordTable, recordsOf } from './document'
import type { Trait } from './pathway'

/** What a value of a trait is called. */
export function valueName({ names }: Pick<Trait, 'names'>, value: Key): string {
  return names !== undefined && Object.hasOwn(names, value) ? (names[value] ?? keyText(value)) : keyText(value)
}

/** "Procedure: both" of `procedure/both`, as the workshop's pathways call the trait and its value. */
export function traitText(key: string, workshop: RecordTable): string {
  const [trait = '', value = ''] = key.split('/')
  const known = recordsOf(workshop, 'pathway').flatMap(({ traits }) => traits.filter((each) => each.key === trait))
  const named = known.find(({ values }) => values.includes(value)) ?? known[0]
  return `${named?.name ?? keyText(trait)}: ${valueName(named ?? {}, value)}`
}
