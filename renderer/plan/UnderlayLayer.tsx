import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import { underlayDepth } from '#shared/commands/underlay-corners'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Underlay } from '#shared/document/elements/underlay'
import { useDesk, useView } from '../state/react'
import type { Preview } from '../state/view-store'
import { words } from '../state/words'
import './underlay-layer.css'

/** The picture under a storey: its white is paper, so only its lines lie over the floors, and nothing of it takes the pointer. */
export function UnderlayLayer({
  table,
  storey,
  preview,
}: {
  readonly table: RecordTable
  readonly storey: Id
  readonly preview: Preview | undefined
}) {
  const isShown = useView((view) => view.layers.underlay)
  const stored = recordsOf(table, 'underlay').find((each) => each.storey === storey)
  const underlay = stored === undefined ? undefined : previewed(stored, preview)
  return isShown && underlay !== undefined && underlay.opacity > 0 ? <Picture underlay={underlay} /> : null
}

function Picture({ underlay }: { readonly underlay: Underlay }) {
  const { pictures } = useDesk()
  const { part, x, y, width, rotation, opacity, name } = underlay
  const picture = useStore(pictures.store, ({ shown }) => shown.get(part))
  useEffect(() => pictures.ask(part), [pictures, part])
  if (picture === undefined) return null
  const depth = underlayDepth(underlay)
  const box = { x: -width / 2, y: -depth / 2, width, height: depth }
  const transform = `translate(${x} ${-y}) rotate(${-rotation})`
  if (picture.status === 'missing') {
    return (
      <g className="underlay-missing" transform={transform}>
        <rect {...box} />
        <text fontSize={Math.min(width / 24, depth / 6)}>{words('underlay.missing', { name })}</text>
      </g>
    )
  }
  return (
    <image className="underlay" href={picture.url} {...box} transform={transform} opacity={opacity} preserveAspectRatio="none" data-underlay={name} />
  )
}

/** As it would be if what is under way were done. */
function previewed(underlay: Underlay, preview: Preview | undefined): Underlay {
  if (preview?.edit.status !== 'done') return underlay
  const to = preview.edit.change.updated.find(([from]) => from.id === underlay.id)?.[1]
  return to?.kind === 'underlay' ? to : underlay
}
