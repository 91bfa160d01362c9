import { memo } from 'react'
import { type Message, message } from '#shared/base/message'
import { roundLength } from '#shared/drawing/scale-bar'

const LONGEST_PX = 150

/** How long a round number of metres is on the screen. */
export const ScaleBar = memo(function ScaleBar({ scale, say }: { readonly scale: number; readonly say: (message: Message) => string }) {
  const length = roundLength(LONGEST_PX / scale)
  return (
    <div className="plan-scale" style={{ width: length * scale }} aria-hidden>
      {say(message('drawing.scale', { length }))}
    </div>
  )
})
