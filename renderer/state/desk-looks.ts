import type { Id } from '#shared/base/ids'
import { FLOWS } from '#shared/document/vocabulary'
import type { DeskCore } from './desk-core'
import { type JourneyView, type Layers, type LookWish, type PickedTrip, selecting } from './view-store'

/** What only changes the view: nothing here is measured anew or kept in the file. */
export function createDeskLooks({ view }: Pick<DeskCore, 'view'>) {
  return {
    fit: () => view.setState(({ fitCount }) => ({ fitCount: fitCount + 1 })),
    look: (wish: LookWish) => view.setState(({ look }) => ({ look: { wish, count: look.count + 1 } })),
    /** The distances beside what is selected, to be typed over. */
    askDimensions: () => view.setState(({ dimensionCount }) => ({ dimensionCount: dimensionCount + 1 })),
    show: (show: 'plan' | 'scene') => view.setState({ show, walk: undefined }),
    showDialog: (dialog: 'shortcuts' | 'about' | 'palette' | 'export' | undefined) => view.setState({ dialog }),
    pickTrip: (pickedTrip: PickedTrip | undefined) => view.setState({ pickedTrip }),
    dismissNotice: () => view.setState({ notice: undefined }),
    /** Nothing, one thing or several. */
    select: (wanted: Id | readonly Id[] | undefined) =>
      view.setState(selecting(wanted === undefined ? [] : typeof wanted === 'string' ? [wanted] : wanted)),
    /** It alone; or added to what is selected, or taken from it. */
    selectAlso: (id: Id, isAdding: boolean) =>
      view.setState(({ selected }) =>
        selecting(!isAdding ? [id] : selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id]),
      ),
    setLayers: (part: Partial<Layers>) => view.setState(({ layers }) => ({ layers: { ...layers, ...part } })),
    showLayers: (isLayersOpen: boolean) => view.setState({ isLayersOpen }),
    /** Every kind of flow, or none. */
    toggleFlows: () => view.setState(({ layers }) => ({ layers: { ...layers, flows: layers.flows.length > 0 ? [] : FLOWS, onlyTrips: undefined } })),
    /** Only these trips are drawn, and listed; what was selected gives way to them. */
    pickTrips: (onlyTrips: readonly string[] | undefined) => view.setState(({ layers }) => ({ layers: { ...layers, onlyTrips }, ...selecting([]) })),
    setJourney: (journey: JourneyView | undefined) => view.setState({ journey }),
  }
}
