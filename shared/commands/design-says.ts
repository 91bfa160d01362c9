import type { Id, Key } from '#shared/base/ids'
import { shareOut } from '#shared/building/place-shares'
import type { Design } from '#shared/document/elements/design'
import { withIgnored } from './ignore-finding'

type Shares = Design['placeShares'][number]['shares']

/** A design that says nothing more of elements that are gone: its forced ways, shares of visits (the others take over theirs) and ignored findings. */
export function withoutElements(design: Design, gone: ReadonlySet<Id>): Design {
  const names = [
    ...design.via.flatMap(({ through }) => through),
    ...design.placeShares.flatMap(({ shares }) => Object.keys(shares)),
    ...(design.ignored ?? []).flatMap(({ where }) => where),
  ]
  if (!names.some((id) => gone.has(id))) return design
  const via = design.via.map((leg) => ({ ...leg, through: leg.through.filter((id) => !gone.has(id)) })).filter(({ through }) => through.length > 0)
  const placeShares = design.placeShares.flatMap((row) => {
    const left = Object.entries(row.shares).filter(([id]) => !gone.has(id))
    if (left.length === Object.keys(row.shares).length) return [row]
    // Where none of the others took any, all of them are equal again.
    return left.some(([, share]) => share > 0) ? [{ ...row, shares: sharesOf(left) }] : []
  })
  const ignored = (design.ignored ?? []).filter(({ where }) => !where.some((id) => gone.has(id)))
  return withIgnored({ ...design, via, placeShares }, ignored)
}

/** A design that sends no way to steps of a pathway that are gone. */
export function withoutWaysTo(design: Design, pathway: Key, steps: readonly Key[]): Design {
  const via = design.via.filter((leg) => leg.pathway !== pathway || leg.step === undefined || !steps.includes(leg.step))
  return via.length === design.via.length ? design : { ...design, via }
}

/** A design that says of one element what it said of two that became one: their shares of the same visits add up. */
export function withMerged(design: Design, into: Id, gone: Id): Design {
  if (!design.placeShares.some(({ shares }) => into in shares && gone in shares)) return design
  const placeShares = design.placeShares.map((row) => {
    const { [gone]: added, [into]: own, ...others } = row.shares
    return added === undefined || own === undefined ? row : { ...row, shares: { ...others, [into]: rounded(own + added) } }
  })
  return { ...design, placeShares }
}

/** Weights by element, one of them above 0, as the shares of the whole that a design keeps. */
export function sharesOf(weights: readonly (readonly [Id, number])[]): Shares {
  const shares = shareOut(weights.map(([, weight]) => weight))
  return Object.fromEntries(weights.map(([id], at) => [id, rounded(shares[at] ?? 0)]))
}

/** Nine decimals: a thousandth part of a thousandth still counts, and what is written is short. */
function rounded(share: number): number {
  return Math.round(share * 1e9) / 1e9
}
