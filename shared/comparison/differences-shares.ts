import type { Id } from '#shared/base/ids'
import type { WardDocument } from '#shared/document/document'
import { type ShareFacts, shareFacts } from '#shared/metrics/share-facts'
import type { Both, PlaceShare, SharesDifference } from './difference'

/**
 * The types of place that steps go to by shares and whose visits a design shares otherwise than the other: nothing where neither says
 * how, for then all are alike. A place and its counterpart in the other design have the same `commonName`.
 */
export function sharesDifferences(document: WardDocument, designs: Both<Id>, commonName: (id: string) => string): readonly SharesDifference[] {
  const [before, after] = [shareFacts(document, designs.from), shareFacts(document, designs.to)]
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key): readonly SharesDifference[] => {
    const [from, to] = [before.get(key), after.get(key)]
    if (from?.isStated !== true && to?.isStated !== true) return []
    const places = placesOf(from, to, commonName).filter(({ share }) => inTenths(share.from) !== inTenths(share.to))
    if (places.length === 0) return []
    return [{ kind: 'shares', key: `shares ${key}`, type: (to ?? from)?.type ?? [], places, elements: { from: takersOf(from), to: takersOf(to) } }]
  })
}

/** Every place of both, those of the second design first. */
function placesOf(from: ShareFacts | undefined, to: ShareFacts | undefined, commonName: (id: string) => string): readonly PlaceShare[] {
  const sharesBefore = new Map(from?.places.map(({ element, share }) => [commonName(element), share]))
  const stay = new Set(to?.places.map(({ element }) => commonName(element)))
  return [
    ...(to?.places ?? []).map(({ element, name, share }) => ({ place: name, share: { from: sharesBefore.get(commonName(element)), to: share } })),
    ...(from?.places ?? [])
      .filter(({ element }) => !stay.has(commonName(element)))
      .map(({ name, share }) => ({ place: name, share: { from: share, to: undefined } })),
  ]
}

/** Tenths of a per cent, which is as shares are written; a place that is not there takes none. */
function inTenths(share = 0): number {
  return Math.round(share * 1000)
}

function takersOf(facts: ShareFacts | undefined): readonly Id[] {
  return (facts?.places ?? []).filter(({ share }) => share > 0).map(({ element }) => element)
}
