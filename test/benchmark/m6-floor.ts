import { readFileSync } from 'node:fs'
import { bareFloor } from '#shared/routing/bare-floor'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'

const FLOOR = new URL('../../test/fixtures/floors/m6_rooms200_wing.json', import.meta.url)

/** From where to where, in metres, and how long the shortest way is. */
export type Query = { readonly start: readonly [number, number]; readonly goal: readonly [number, number]; readonly length: number }

/** The 200-room floor that routing is measured on, and its queries that have a way. */
export function m6Floor(): { readonly floor: WalkableFloor; readonly queries: readonly Query[] } {
  const json: unknown = JSON.parse(readFileSync(FLOOR, 'utf8'))
  const read = bareFloor(json)
  if (!read.ok) throw new Error(read.problem.key)
  const { queries } = json as { readonly queries: readonly (Query & { readonly status: string })[] }
  return { floor: read.value, queries: queries.filter(({ status }) => status === 'ok') }
}
