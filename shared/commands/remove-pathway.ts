import type { Key } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import { done, type Edit, refused } from './edit'
import { everyForm } from './set-pathway'
import { inUse, stepsThat } from './uses'

/**
 * Takes a pathway out of the workshop, with what comes of it a day, the steps that designs have of their own for it and the ways forced for
 * it. Refused while it hangs on a step or another turns into it.
 */
export function removePathway(document: WardDocument, { pathway: key }: { readonly pathway: Key }): Edit {
  const reference = recordsOf(document.workshop, 'pathway').find((each) => each.key === key)
  if (reference === undefined) return refused(message('refused.unknown', { id: key }))
  const turning = recordsOf(document.workshop, 'pathway').filter(({ becomes }) => becomes === key)
  const users = [...stepsThat(document, ({ items }) => items.some(({ pathway }) => pathway === key)), ...turning.map(({ name }) => name)]
  if (users.length > 0) return inUse(reference.name, users)
  const forms = everyForm(document, key, (pathway) => pathway)
  if ('status' in forms) return forms
  const updated: Change['updated'][number][] = []
  for (const scenario of recordsOf(document.workshop, 'scenario')) {
    const isStocked = scenario.stock?.[key] !== undefined
    if (!isStocked && !scenario.volumes.some(({ pathway }) => pathway === key)) continue
    const { [key]: _gone, ...stock } = scenario.stock ?? {}
    const volumes = scenario.volumes.filter(({ pathway }) => pathway !== key)
    updated.push([scenario, { ...scenario, volumes, ...(isStocked ? { stock } : {}) }])
  }
  for (const design of designsOf(document)) {
    if (!design.via.some(({ pathway }) => pathway === key)) continue
    if (design.locked) return refused(message('refused.locked', { design: design.name }))
    updated.push([design, { ...design, via: design.via.filter(({ pathway }) => pathway !== key) }])
  }
  const designs = forms.length - 1
  const name =
    designs === 0 ? message('edit.removed', { names: [reference.name] }) : message('edit.removed-pathway', { name: reference.name, designs })
  return done(name, { removed: forms.map(([pathway]) => pathway), updated })
}
