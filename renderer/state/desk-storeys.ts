import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { buildBuilding } from '#shared/building/build-building'
import { addStorey, type NewStorey } from '#shared/commands/add-storey'
import { moveStorey, removeStorey, setStorey } from '#shared/commands/set-storey'
import { recordsOf } from '#shared/document/document'
import type { DeskCore } from './desk-core'
import { freshId } from './fresh-id'
import { shownStorey, storeyOfElement } from './shown-storey'
import { selecting, type ViewState } from './view-store'

/** Which storey is looked at, how the others are shown with it, and what can be done to storeys. */
export function createDeskStoreys({ view, hand, say, openDocument, commit, notify }: DeskCore) {
  function building() {
    const open = openDocument()
    const table = open?.document.designs[view.getState().design ?? '']
    return open === undefined || table === undefined ? undefined : { open, table, building: buildBuilding(table, open.document.workshop) }
  }

  function showStorey(storey: Id): void {
    if (view.getState().storey === storey) return
    hand.cancel()
    view.setState({ storey, preview: undefined, ...selecting([]) })
  }

  // What is selected in a list, or by a finding, is looked at.
  view.subscribe(({ selection, design }, before) => {
    if (selection === undefined || selection === before.selection || design === undefined) return
    const here = building()
    const storey = here === undefined ? undefined : storeyOfElement(here.table, selection)
    const shown = here === undefined ? undefined : shownStorey(here.building, here.open.document, view.getState().storey)
    if (here !== undefined && storey !== undefined && here.building.storeys.length > 1 && shown?.storey.id !== storey) view.setState({ storey })
  })

  /** One storey up or down; it says which is shown then. */
  function stepStorey(way: 1 | -1): void {
    const here = building()
    if (here === undefined || here.building.storeys.length < 2) return
    const { storeys } = here.building
    const shown = shownStorey(here.building, here.open.document, view.getState().storey)
    const at = shown === undefined ? -1 : storeys.indexOf(shown)
    const next = storeys[at + way]?.storey
    if (next === undefined) return
    showStorey(next.id)
    notify(message('storeys.shown', { storey: next.name }))
  }

  return {
    showStorey,
    /** As `showStorey`, and what is selected stays. */
    lookAtStorey: (storey: Id) => view.setState({ storey }),
    stepStorey,
    setStoreys: (storeys: ViewState['storeys']) => view.setState({ storeys }),
    /** Adds one above or below all, and shows it. */
    addStorey(given: Pick<NewStorey, 'where' | 'like'>): void {
      const here = building()
      const { design } = view.getState()
      if (here === undefined || design === undefined) return
      const taken = new Set(recordsOf(here.table, 'storey').map(({ name }) => name))
      const edit = addStorey(here.open.document, { design, name: say(freeStoreyName(taken, given.where)), ...given }, freshId)
      const added = edit.status === 'done' ? edit.change.added[0] : undefined
      if (commit(edit) && added !== undefined) showStorey(added.id)
    },
    setStorey(storey: Id, fields: Parameters<typeof setStorey>[1]['fields']): void {
      const open = openDocument()
      if (open !== undefined) commit(setStorey(open.document, { storey, fields }))
    },
    moveStorey(storey: Id, way: 'up' | 'down'): void {
      const open = openDocument()
      if (open !== undefined) commit(moveStorey(open.document, { storey, way }))
    },
    /** With all that stands on it: whoever calls has said so. */
    removeStorey(storey: Id): void {
      const open = openDocument()
      if (open !== undefined) commit(removeStorey(open.document, { storey, isWhole: true }))
    },
  }

  function freeStoreyName(taken: ReadonlySet<string>, where: 'above' | 'below') {
    for (let number = 1; ; number++) {
      const name = message(where === 'above' ? (number <= 3 ? `storeys.name-${number}` : 'storeys.name-above') : 'storeys.name-below', { number })
      if (!taken.has(say(name))) return name
    }
  }
}
