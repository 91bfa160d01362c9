import { z } from 'zod'

/** Every record id: the kind, an underscore, 6 to 32 small letters or digits, so no id is a name the language knows. */
export const ID_PATTERN = /^[a-z]+_[0-9a-z]{6,32}$/

/**
 * A key that names a step, a role, a type or a pathway across tables and designs: `dirty-utility`,
 * `step3`. Never `constructor`, the one name of its form that every object already answers to.
 */
export const KEY_PATTERN = /^(?!constructor$)[a-z][0-9a-z-]{0,63}$/

export const Id = z.string().regex(ID_PATTERN)
export type Id = z.infer<typeof Id>

export const Key = z.string().regex(KEY_PATTERN)
export type Key = z.infer<typeof Key>

/** An id that starts with `prefix_`, so that a door can never be named where a room is meant. */
export function idOf(prefix: string) {
  return z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{6,32}$`))
}
