import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'

/**
 * Something wrong with a document that can be opened all the same. An error takes at least one
 * measure away or makes it misleading; a warning is worth a look.
 */
export type Finding = {
  readonly severity: 'error' | 'warning'
  readonly message: Message
  /** The records it is about, the one to select first. */
  readonly where: readonly Id[]
}
