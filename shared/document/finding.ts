import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { Point } from '#shared/geometry/point'

/**
 * Something wrong with a document that can be opened all the same. An error takes at least one
 * measure away or makes it misleading; a warning is worth a look.
 */
export type Finding = {
  readonly severity: 'error' | 'warning'
  readonly message: Message
  /** The records it is about, the one to select first. */
  readonly where: readonly Id[]
  /** Tells it from another of the same kind about the same records: the room type that is missing. */
  readonly about?: string | undefined
  /** Where on the plan it is; undefined where it is nowhere, as what is missing is. */
  readonly place?: FindingPlace | undefined
  /** Why it is left as it is, where a person said so. */
  readonly ignored?: string | undefined
}

/** A place on the plan. Metres. */
export type FindingPlace = {
  readonly storey: Id
  readonly at: Point
  /** What is marked. */
  readonly rings: readonly (readonly Point[])[]
}

/** What makes a finding the same one after an edit: its kind, what it is about, and nothing that an edit only changes in size or name. */
export function findingKey({ message, where, about }: Pick<Finding, 'message' | 'where' | 'about'>): string {
  return [message.key, ...where, about ?? ''].join(' ')
}
