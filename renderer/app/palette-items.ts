import { designsOf, recordsOf } from '#shared/document/document'
import { TILES } from '../panels/tiles'
import { catalogue } from '../state/catalogue'
import type { Desk } from '../state/desk'
import { words } from '../state/words'
import type { Binding } from './binding'
import { BINDINGS } from './bindings'
import { focusPlan } from './drawing-tools'
import { fuzzyScore } from './fuzzy'

/** Something that can be done or gone to, by its name. */
export type PaletteItem = {
  readonly key: string
  readonly label: string
  readonly group: 'do' | 'room' | 'draw' | 'furniture' | 'design' | 'stage' | 'measure'
  /** What does the same at once. */
  readonly shortcut?: string
  readonly run: () => void
}

const STAGES = ['brief', 'designs', 'simulate', 'compare'] as const
const MOST_SHOWN = 60

/** Every binding, room, type of room, piece of furniture, design, stage and measure, as they are just now. */
export function paletteItems(desk: Desk): readonly PaletteItem[] {
  const document = desk.documents.getState().open?.document
  const { design } = desk.view.getState()
  const table = document?.designs[design ?? ''] ?? {}
  const inDesigns = (act: () => void) => () => {
    desk.showStage('designs')
    act()
    focusPlan()
  }
  return [
    ...BINDINGS.filter(({ label }) => label !== 'keys.palette').flatMap((binding) => itemsOf(desk, binding)),
    ...(document === undefined ? [] : designsOf(document)).map(
      ({ id, name }): PaletteItem => ({ key: id, label: name, group: 'design', run: () => desk.lookAt(id) }),
    ),
    ...STAGES.map((stage): PaletteItem => ({ key: stage, label: words(`stage.${stage}`), group: 'stage', run: () => desk.showStage(stage) })),
    ...recordsOf(table, 'room').map(({ id, name }): PaletteItem => ({ key: id, label: name, group: 'room', run: inDesigns(() => desk.select(id)) })),
    ...TILES.map(
      ({ metric, label }): PaletteItem => ({
        key: metric,
        label: words(label),
        group: 'measure',
        run: inDesigns(() => desk.openMeasure({ metric, subject: undefined })),
      }),
    ),
    ...recordsOf(document?.workshop ?? {}, 'roomType').map(
      ({ id, key, name }): PaletteItem => ({
        key: id,
        label: name,
        group: 'draw',
        run: inDesigns(() => desk.setTool({ tool: 'room', roomType: key, name })),
      }),
    ),
    ...Object.values(catalogue).map(
      (entry): PaletteItem => ({
        key: `entry ${entry.key}`,
        label: entry.name,
        group: 'furniture',
        run: inDesigns(() => desk.setTool({ tool: 'fixture', entry })),
      }),
    ),
  ]
}

/** One item, or one for each arrow of those that go by arrows. */
function itemsOf(desk: Desk, binding: Binding): readonly PaletteItem[] {
  const { keys, label, run } = binding
  const isByArrows = keys.every((key) => key.includes('Arrow'))
  return (isByArrows ? keys : keys.slice(0, 1)).map((shortcut) => ({
    key: `${label} ${shortcut}`,
    label: isByArrows ? words('palette.towards', { what: words(label), way: words(`palette.${wayOf(shortcut)}`) }) : words(label),
    group: 'do',
    shortcut,
    run: () => run(desk, new KeyboardEvent('keydown', { key: shortcut.replace(/^.*\+/, '') })),
  }))
}

function wayOf(shortcut: string): 'left' | 'right' | 'up' | 'down' {
  if (shortcut.endsWith('Left')) return 'left'
  if (shortcut.endsWith('Right')) return 'right'
  return shortcut.endsWith('Up') ? 'up' : 'down'
}

/** The items that answer what is typed, the best first; all in their order while nothing is. */
export function foundItems(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  if (typed.trim() === '') return items.slice(0, MOST_SHOWN)
  return items
    .flatMap((item) => {
      const score = fuzzyScore(typed, `${item.label} ${words(`palette.group.${item.group}`)}`)
      return score === undefined ? [] : [{ item, score }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN)
    .map(({ item }) => item)
}
