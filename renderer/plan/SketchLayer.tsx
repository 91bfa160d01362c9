import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Point } from '#shared/geometry/point'
import type { Hand } from '../state/hand'
import { say, words } from '../state/words'
import type { Measure } from '../tools/tool'
import { type Frame, inPixels, toScreen } from './frame'

/** Pixels: of the text of a length, and between it and its line; of the marker of what a point came to lie on. */
const TEXT_PX = 14
const OFF_PX = 14
const MARKER_PX = 5
/** What a length takes up, `12.34 m`, with a gap. Pixels. */
const LENGTH_PX = 60
/** A shorter line than this has no room for its length. Pixels. */
const SHORTEST_PX = 18
/** Longer than any plan, in metres: lines that others are in line with run through the whole view. */
const FAR_M = 10_000

/** What the tool in the hand draws over the plan, or over the floor in 3D: what is under way, lengths, and what the pointer came to lie on. */
export function SketchLayer({ hand, design, frame }: { readonly hand: Hand; readonly design: Id; readonly frame: Frame }) {
  const sketch = useStore(hand.store, (state) => (state.design === design ? state.sketch : undefined))
  if (sketch === undefined) return null
  const { rings, paths, measures, snap, guides = snap?.guides ?? [] } = sketch
  const word = snap === undefined || snap.word === 'grid' || snap.word === 'free' ? undefined : words(`snap.${snap.word}`)
  return (
    <g className="sketch" data-testid="sketch">
      {guides.map(({ axis, at }) => (
        <path key={`${axis}${at}`} className="guide" d={axis === 'x' ? `M${at},${-FAR_M}V${FAR_M}` : `M${-FAR_M},${-at}H${FAR_M}`} />
      ))}
      {rings.map((ring) => (
        <path key={lineOf(ring)} className="sketch-ring" d={`${lineOf(ring)}Z`} />
      ))}
      {paths.map((path) => (
        <path key={lineOf(path)} className="sketch-path" d={lineOf(path)} />
      ))}
      {snap !== undefined && (
        <g transform={`translate(${snap.at.x} ${-snap.at.y}) ${inPixels(frame)}`}>
          <circle className={`snap is-${snap.word}`} r={MARKER_PX} />
          {word !== undefined && (
            <text className="snap-word" x={OFF_PX} y={-OFF_PX} fontSize={TEXT_PX}>
              {word}
            </text>
          )}
        </g>
      )}
      {measures.map((measure) => (
        <Length key={`${lineOf([measure.from, measure.to])}`} measure={measure} frame={frame} />
      ))}
    </g>
  )
}

/** A length beside the middle of its line, the right way up. */
function Length({ measure: { from, to, clearOf }, frame }: { readonly measure: Measure; readonly frame: Frame }) {
  const along = toScreen(frame, { x: to.x - from.x, y: to.y - from.y })
  const pixels = Math.hypot(along.x, along.y)
  if (pixels < SHORTEST_PX) return null
  const off = OFF_PX / pixels
  const degrees = (Math.atan2(along.y, along.x) * 180) / Math.PI
  // Words that are longer than their line reach past its other end.
  const aside = clearOf === undefined ? 0 : (Math.max(0, LENGTH_PX - pixels) / 2 / pixels) * (clearOf === 'to' ? -1 : 1)
  const upright = degrees > 90 || degrees <= -90 ? degrees + 180 : degrees
  return (
    <text
      className="sketch-length"
      transform={`translate(${(from.x + to.x) / 2} ${-(from.y + to.y) / 2}) ${inPixels(frame)} translate(${along.x * aside - along.y * off} ${along.y * aside + along.x * off}) rotate(${upright})`}
      fontSize={TEXT_PX}
      textAnchor="middle"
      dominantBaseline="central"
    >
      {say(message('plan.length', { length: Math.hypot(to.x - from.x, to.y - from.y) }))}
    </text>
  )
}

function lineOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x},${-y}`).join('')
}
