import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Point } from '#shared/geometry/point'
import type { Hand } from '../state/hand'
import { say, words } from '../state/words'
import type { Measure } from '../tools/tool'

/** Pixels: of the text of a length, and between it and its line; of the marker of what a point came to lie on. */
const TEXT_PX = 14
const OFF_PX = 14
const MARKER_PX = 5
/** A shorter line than this has no room for its length. Pixels. */
const SHORTEST_PX = 18
/** Longer than any plan, in metres: lines that others are in line with run through the whole view. */
const FAR_M = 10_000

/** What the tool in the hand draws over the plan: what is under way, lengths, and what the pointer came to lie on. */
export function SketchLayer({ hand, design, scale }: { readonly hand: Hand; readonly design: Id; readonly scale: number }) {
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
      {snap !== undefined && <circle className={`snap is-${snap.word}`} cx={snap.at.x} cy={-snap.at.y} r={MARKER_PX / scale} />}
      {snap !== undefined && word !== undefined && (
        <text className="snap-word" x={snap.at.x + OFF_PX / scale} y={-snap.at.y - OFF_PX / scale} fontSize={TEXT_PX / scale}>
          {word}
        </text>
      )}
      {measures.map((measure) => (
        <Length key={`${lineOf([measure.from, measure.to])}`} measure={measure} scale={scale} />
      ))}
    </g>
  )
}

/** A length beside the middle of its line, the right way up. */
function Length({ measure: { from, to }, scale }: { readonly measure: Measure; readonly scale: number }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length * scale < SHORTEST_PX) return null
  const off = OFF_PX / scale / length
  const at = { x: (from.x + to.x) / 2 + dy * off, y: (from.y + to.y) / 2 - dx * off }
  const degrees = (-Math.atan2(dy, dx) * 180) / Math.PI
  const upright = degrees > 90 || degrees <= -90 ? degrees + 180 : degrees
  return (
    <text
      className="sketch-length"
      transform={`translate(${at.x} ${-at.y}) rotate(${upright})`}
      fontSize={TEXT_PX / scale}
      textAnchor="middle"
      dominantBaseline="central"
    >
      {say(message('plan.length', { length }))}
    </text>
  )
}

function lineOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x},${-y}`).join('')
}
