import { Button, SegmentedControl } from '@mantine/core'
import { X } from 'lucide-react'
import { type ComponentProps, useMemo, useRef, useState } from 'react'
import type { Id } from '#shared/base/ids'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { WalkScene } from '../scene/WalkScene'
import { useDesk } from '../state/react'
import type { WalkView } from '../state/view-store'
import { words } from '../state/words'
import { POSTURES, type Posture, roomAround, type Stand, standAt, standingNear, walkGround, walkStart } from '../tools/walking'
import './walk.css'

const NAMES: readonly Posture[] = ['standing', 'wheelchair', 'trolley']

/** A walk through the design at eye height, with who one is, where one is, and the way out. */
export function Walk({
  document,
  walk,
  selection,
  designName,
  ...scene
}: Pick<ComponentProps<typeof WalkScene>, 'storey' | 'catalogue' | 'isFine' | 'isFurnished' | 'floorOf' | 'shapes'> & {
  readonly document: WardDocument
  readonly walk: WalkView
  readonly selection: Id | undefined
  readonly designName: string
}) {
  const desk = useDesk()
  const { storey } = scene
  const { from, posture } = walk
  const { eye, pitch, body: traveller } = POSTURES[posture]
  const bodies = recordsOf(document.workshop, 'settings')[0]?.bodies
  const radius = bodies?.[traveller].radius ?? 0.25
  const speed = bodies?.[traveller].speed ?? 1.2
  const body = useMemo(() => ({ eye, pitch, radius, speed }), [eye, pitch, radius, speed])
  /** Where one stood last: whoever sits down, or lies down, goes on from there. */
  const [stood, setStood] = useState<{ readonly from: WalkView['from']; readonly stand: Stand } | undefined>()
  const start = useMemo(() => {
    const wanted = stood?.from === from ? stood.stand : from === 'entrance' ? walkStart(storey, selection) : standAt(storey, from)
    const at = standingNear(walkGround(storey), wanted.at, radius)
    return at === undefined ? undefined : { at, heading: wanted.heading }
  }, [from, storey, radius, selection, stood])
  const last = useRef<Stand | undefined>(undefined)
  const [room, setRoom] = useState<string | undefined>()
  const box = useRef<HTMLDivElement>(null)
  const tell = (stand: Stand) => {
    last.current = stand
    const { current } = box
    if (current !== null) {
      current.dataset.x = stand.at.x.toFixed(2)
      current.dataset.y = stand.at.y.toFixed(2)
    }
    setRoom(roomAround(storey, stand.at))
  }
  const place = room ?? words('walk.no-room')
  return (
    <div className="scene-box" ref={box} data-testid="walk">
      {start === undefined ? (
        <p className="stage-empty">{words('walk.no-standing')}</p>
      ) : (
        <WalkScene
          key={`${posture} ${JSON.stringify(from)}`}
          {...scene}
          start={start}
          body={body}
          label={words('walk.label', { design: designName })}
          onStand={tell}
        />
      )}
      <p className="walk-place" role="status">
        {place}
      </p>
      <div className="walk-bar">
        <SegmentedControl
          aria-label={words('walk.as')}
          value={posture}
          onChange={(value) => {
            const name = NAMES.find((each) => each === value)
            if (last.current !== undefined) setStood({ from, stand: last.current })
            if (name !== undefined) desk.walkAs(name)
          }}
          data={NAMES.map((name) => ({ value: name, label: words(`walk.${name}`) }))}
        />
        <p>{words('walk.hint')}</p>
        <Button variant="default" leftSection={<X size={18} aria-hidden />} onClick={desk.endWalk}>
          {words('walk.leave')}
        </Button>
      </div>
    </div>
  )
}
