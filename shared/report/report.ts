import type { Verdict } from '#shared/comparison/change-of'
import type { Flow } from '#shared/document/vocabulary'
import type { Shape } from '#shared/drawing/shape'

/** A report as data: what is said is already in words, and where it stands is left to who prints it. */
export type Report = {
  readonly title: string
  readonly subtitle: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string; readonly tone?: 'note' | 'warning' | undefined }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'terms'; readonly terms: readonly { readonly term: string; readonly text: string }[] }
  | { readonly type: 'cards'; readonly cards: readonly Card[] }
  | {
      readonly type: 'table'
      readonly caption: string
      readonly columns: readonly Column[]
      readonly rows: readonly Row[]
      /** Notes stand beside their figures, not below. */
      readonly isDense?: boolean | undefined
    }
  | {
      readonly type: 'figure'
      readonly caption: string
      /** Says the scale, `{scale}` standing for it: how large a drawing is printed depends on the paper. */
      readonly scaleText: string
      readonly shapes: readonly Shape[]
      readonly legend: readonly LegendEntry[]
    }
  | { readonly type: 'pageBreak' }

export type TableBlock = Extract<Block, { readonly type: 'table' }>

/** One design at a glance: its name, its idea and what speaks for and against it. */
export type Card = {
  readonly title: string
  readonly text: string
  readonly lines: readonly { readonly text: string; readonly verdict: Verdict | undefined; readonly direction?: Direction | undefined }[]
}

export type Column = { readonly text: string; readonly align: 'left' | 'right' }

/** `isGroup`: a row that names what the rows below it belong to. */
export type Row = { readonly cells: readonly Cell[]; readonly isGroup?: boolean | undefined }

/** `note` stands under the text, smaller; it is what the verdict is about. */
export type Cell = {
  readonly text: string
  /** The figure that `text` says, unrounded, for those who read the page by program. */
  readonly value?: number | undefined
  readonly note?: string | undefined
  /** Between what the figure lies; under it, on a line of its own. */
  readonly range?: string | undefined
  readonly verdict?: Verdict | undefined
  readonly direction?: Direction | undefined
}

/** Which way a figure went, whether that is better or worse. */
export type Direction = 'up' | 'down' | 'none'

export type LegendEntry = { readonly text: string; readonly flow?: Flow | undefined; readonly mark?: 'shared' | 'crossing' | 'exposed' | undefined }
