import type { Message } from '#shared/base/message'
import type { Change } from '#shared/document/change'

/**
 * What a command answers. `name` is the edit's line in the undo log. A refused edit says why; where
 * something can be drawn of it (a room that would overlap), `ghost` is what it would have done.
 */
export type Edit =
  | { readonly status: 'done'; readonly change: Change; readonly name: Message }
  | { readonly status: 'refused'; readonly reason: Message; readonly ghost?: Change | undefined }

/** Hands out fresh record ids: crypto in the app, a counter in tests and scripts. */
export type FreshId = (prefix: string) => string

export type Done = Extract<Edit, { status: 'done' }>
export type Refused = Extract<Edit, { status: 'refused' }>

export function done(name: Message, change: Partial<Change>): Done {
  return { status: 'done', change: { added: [], updated: [], removed: [], ...change }, name }
}

export function refused(reason: Message, ghost?: Change): Refused {
  return { status: 'refused', reason, ghost }
}
