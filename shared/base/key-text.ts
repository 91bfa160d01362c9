import type { Key } from './ids'

/** A key that has no name of its own, as it is read: flexible-sigmoidoscopy, flexible sigmoidoscopy. */
export function keyText(key: Key): string {
  return key.replaceAll('-', ' ')
}
