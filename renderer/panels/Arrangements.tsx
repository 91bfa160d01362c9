import { ActionIcon } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { footprintOf } from '#shared/commands/footprint'
import { hostLine } from '#shared/commands/opening-fit'
import { type PlacedArrangement, standingAs } from '#shared/commands/place-arrangement'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { DesignElement } from '#shared/document/record'
import { drawEntry } from '#shared/drawing/draw-fixtures'
import { pathOf } from '#shared/drawing/svg-path'
import { boxOf } from '#shared/geometry/polygon'
import { shippedArrangements } from '../state/arrangements'
import { catalogue } from '../state/catalogue'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import { SELECT } from '../tools/tool-choice'
import { soughtBy } from './catalogue-search'
import { draggedOut } from './RoomKit'

/** Those that answer to what is looked for: shipped ones, and those that the table kept. */
export function foundArrangements(workshop: RecordTable, wanted: string) {
  const isSought = soughtBy(wanted)
  return {
    ready: shippedArrangements.filter(({ arrangement, also }) => isSought(`${arrangement.name} ${also}`)),
    own: recordsOf(workshop, 'arrangement').filter(({ name }) => isSought(name)),
  }
}

/** Rooms and furniture that are put down together. */
export function Arrangements({ ready, own }: ReturnType<typeof foundArrangements>) {
  const desk = useDesk()
  return (
    <>
      {ready.length > 0 && <h2>{words('arrangement.ready')}</h2>}
      <ul className="catalogue-group">
        {ready.map(({ key, arrangement }) => (
          <li key={key}>
            <Taken name={key} arrangement={arrangement} />
          </li>
        ))}
      </ul>
      {own.length > 0 && <h2>{words('arrangement.own')}</h2>}
      <ul className="catalogue-group">
        {own.map((arrangement) => (
          <li key={arrangement.id} className="own-arrangement">
            <Taken name={arrangement.id} arrangement={arrangement} />
            <ActionIcon
              size={40}
              variant="subtle"
              color="dark"
              aria-label={words('arrangement.remove', { name: arrangement.name })}
              onClick={() => desk.removeArrangement(arrangement.id)}
            >
              <Trash2 size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </>
  )
}

function Taken({ name, arrangement }: { readonly name: string; readonly arrangement: PlacedArrangement }) {
  const desk = useDesk()
  const inHand = useView(({ tool }) => tool.tool === 'arrangement' && tool.key === name)
  const take = () => desk.setTool({ tool: 'arrangement', key: name, arrangement })
  return (
    <button
      type="button"
      className="catalogue-piece"
      aria-pressed={inHand}
      onClick={take}
      onPointerDown={(event) => draggedOut(event, take, () => desk.setTool(SELECT))}
    >
      <SmallPlan arrangement={arrangement} />
      <span>{arrangement.name}</span>
    </button>
  )
}

/** All of it from above, each in the same frame whatever its size. */
function SmallPlan({ arrangement: { pieces } }: { readonly arrangement: PlacedArrangement }) {
  const elements = pieces.map((piece) => standingAs(piece, '', ''))
  const table: RecordTable = Object.fromEntries(elements.map((element) => [element.id, element]))
  const { left, right, bottom, top } = boxOf(elements.flatMap(footprintOf))
  const half = (Math.max(right - left, top - bottom) / 2) * 1.08
  const [x, y] = [(left + right) / 2, (bottom + top) / 2]
  return (
    <span className="plan catalogue-symbol is-whole" aria-hidden>
      <svg viewBox={`${x - half} ${-y - half} ${2 * half} ${2 * half}`} role="presentation">
        {elements.map((element) => (
          <SmallPiece key={element.id} element={element} table={table} />
        ))}
      </svg>
    </span>
  )
}

function SmallPiece({ element, table }: { readonly element: DesignElement; readonly table: RecordTable }) {
  switch (element.kind) {
    case 'room':
      return <path className="small-room" d={`M${element.corners.map((corner) => `${corner.x},${-corner.y}`).join('L')}Z`} />
    case 'wall':
      return <path className="small-wall" d={`M${element.from.x},${-element.from.y}L${element.to.x},${-element.to.y}`} />
    case 'opening': {
      const line = hostLine(table, element.on)
      if (line === undefined) return null
      const length = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y)
      const at = (along: number) =>
        `${line.from.x + ((line.to.x - line.from.x) * along) / length},${-(line.from.y + ((line.to.y - line.from.y) * along) / length)}`
      return <path className={`small-${element.opening}`} d={`M${at(element.along)}L${at(element.along + element.width)}`} />
    }
    case 'fixture':
      return <SmallFixture fixture={element} />
  }
}

/** By its entry in the catalogue; by its footprint where that is no longer there. */
function SmallFixture({ fixture }: { readonly fixture: Fixture }) {
  const entry = catalogue[fixture.entry]
  const drawn = entry === undefined ? [] : drawEntry(entry)
  const shapes = drawn.flatMap(({ role, material, form }, index) =>
    form.type === 'text' ? [] : [{ key: `${role} ${index}`, role, material, d: pathOf(form) }],
  )
  return (
    <g transform={`translate(${fixture.x} ${-fixture.y}) rotate(${-fixture.rotation})`}>
      {shapes.length === 0 && <path className="small-wall" d={`M${fixture.footprint.map((point) => `${point.x},${-point.y}`).join('L')}Z`} />}
      {shapes.map(({ key, role, material, d }) => (
        <path key={key} className={`shape-${role}`} data-material={material} d={d} />
      ))}
    </g>
  )
}
