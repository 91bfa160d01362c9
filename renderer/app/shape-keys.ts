import type { Binding } from './binding'

/** Keys for what is selected: turned, mirrored, swapped, joined, grouped. */
export const SHAPE_BINDINGS: readonly Binding[] = [
  { keys: ['Shift+KeyR'], label: 'keys.turn-back', group: 'edit', run: (desk) => void desk.turnSelected(90) },
  { keys: ['Shift+KeyH'], label: 'keys.mirror-x', group: 'edit', run: (desk) => void desk.mirrorSelected('x') },
  { keys: ['Shift+KeyV'], label: 'keys.mirror-y', group: 'edit', run: (desk) => void desk.mirrorSelected('y') },
  { keys: ['KeyX'], label: 'keys.swap', group: 'edit', run: (desk) => void desk.swapSelected() },
  { keys: ['KeyJ'], label: 'keys.merge', group: 'edit', run: (desk) => desk.mergeSelected() },
  { keys: ['KeyK'], label: 'keys.edge', group: 'edit', run: (desk) => desk.turnOverEdge() },
  { keys: ['$mod+KeyG'], label: 'keys.group', group: 'edit', run: (desk) => void desk.groupSelected() },
  { keys: ['$mod+Shift+KeyG'], label: 'keys.ungroup', group: 'edit', run: (desk) => void desk.ungroupSelected() },
]
