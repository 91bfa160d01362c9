import { message } from '#shared/base/message'
import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { Viewpoint } from '#shared/document/elements/viewpoint'
import { done, type Edit, refused } from './edit'

/** Keeps a view under a name, or looks anew under a name that there is. Metres and degrees, rounded here. */
export function saveViewpoint(document: WardDocument, view: Omit<Viewpoint, 'kind'>): Edit {
  const name = view.name.trim()
  if (name === '') return refused(message('refused.no-name', {}))
  const before = recordsOf(document.workshop, 'viewpoint').find((each) => each.name === name)
  const parsed = Viewpoint.safeParse({
    id: before?.id ?? view.id,
    kind: 'viewpoint',
    name,
    x: roundToMillimetre(view.x),
    y: roundToMillimetre(view.y),
    azimuth: roundToTenthDegree(view.azimuth),
    elevation: Math.min(roundToTenthDegree(view.elevation), 90),
    span: roundToMillimetre(view.span),
  })
  if (!parsed.success) return refused(message('refused.wrong-field', { field: parsed.error.issues[0]?.path.join('.') ?? '', id: view.id }))
  return done(
    message(before === undefined ? 'edit.added' : 'edit.changed', { name }),
    before === undefined ? { added: [parsed.data] } : { updated: [[before, parsed.data]] },
  )
}
