import { TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useState } from 'react'
import type { CatalogueEntry } from '#shared/document/catalogue'
import type { RecordTable } from '#shared/document/document'
import { drawEntry } from '#shared/drawing/draw-fixtures'
import { pathOf } from '#shared/drawing/svg-path'
import { catalogue } from '../state/catalogue'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import { SELECT } from '../tools/tool-choice'
import { Arrangements, foundArrangements } from './Arrangements'
import './catalogue-panel.css'
import { foundEntries } from './catalogue-search'
import { draggedOut } from './RoomKit'

/** Everything that can stand in a room, found by name, kind or another word for it; taken in the hand by a click or dragged out. */
export function CataloguePanel({ workshop }: { readonly workshop: RecordTable }) {
  const [wanted, setWanted] = useState('')
  const groups = foundEntries(Object.values(catalogue), wanted)
  const arrangements = foundArrangements(workshop, wanted)
  const isNothing = groups.length + arrangements.ready.length + arrangements.own.length === 0
  return (
    <section className="kit" aria-label={words('catalogue.title')}>
      <TextInput
        aria-label={words('catalogue.search')}
        placeholder={words('catalogue.search')}
        leftSection={<Search size={16} aria-hidden />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <Arrangements {...arrangements} />
      {isNothing && <p className="quiet small objects-none">{words('catalogue.no-match')}</p>}
      {groups.map(({ group, entries }) => (
        <div key={group}>
          <h2>{words(`catalogue.${group}`)}</h2>
          <ul className="catalogue-group">
            {entries.map((entry) => (
              <Piece key={entry.key} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Piece({ entry }: { readonly entry: CatalogueEntry }) {
  const desk = useDesk()
  const inHand = useView(({ tool }) => tool.tool === 'fixture' && tool.entry.key === entry.key)
  const take = () => desk.setTool({ tool: 'fixture', entry })
  return (
    <li>
      <button
        type="button"
        className="catalogue-piece"
        aria-pressed={inHand}
        onClick={take}
        onPointerDown={(event) => draggedOut(event, take, () => desk.setTool(SELECT))}
      >
        <PlanSymbol entry={entry} />
        <span>{entry.name}</span>
      </button>
    </li>
  )
}

/** The plan symbol, each in the same frame whatever its size. */
function PlanSymbol({ entry }: { readonly entry: CatalogueEntry }) {
  const xs = entry.footprint.map(({ x }) => x)
  const ys = entry.footprint.map(({ y }) => y)
  const half = Math.max(...xs.map(Math.abs), ...ys.map(Math.abs)) * 1.08
  const shapes = drawEntry(entry).flatMap(({ role, material, form }, index) =>
    form.type === 'text' ? [] : [{ key: `${entry.key} ${index}`, role, material, d: pathOf(form) }],
  )
  return (
    <span className="plan catalogue-symbol" aria-hidden>
      <svg viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`} role="presentation">
        {shapes.map(({ key, role, material, d }) => (
          <path key={key} className={`shape-${role}`} data-material={material} d={d} />
        ))}
      </svg>
    </span>
  )
}
