import { type Message, message, type Name } from '#shared/base/message'
import type { Opening } from '#shared/document/elements/opening'
import type { Flow } from '#shared/document/vocabulary'
import type { Gait } from './plan'

type OpeningRefusal = {
  readonly why: 'width' | 'admission' | 'oneWay'
  readonly opening: Opening
  readonly room: string | undefined
  readonly flow?: Flow | undefined
}

/** "No route from Waiting to Bay 3: door D7 is 0.8 m, a bed needs 1.1 m", as a Message. Metres. */
export function refusalMessage(refusal: OpeningRefusal, names: { from: Name; to: Name }, { traveller }: Gait, passes: number): Message {
  const { why, opening, room, flow } = refusal
  const name = opening.name === '' && room !== undefined ? message('opening.whose', { room }) : opening.name
  const what = opening.opening === 'door' ? 'door' : 'opening'
  const values = { ...names, opening: name }
  if (why === 'width') return message(`unavailable.narrow.${what}.${traveller}`, { ...values, width: opening.width, needs: passes })
  if (why === 'oneWay' || flow === undefined) return message(`unavailable.oneWay.${what}`, values)
  return message(`unavailable.admission.${what}.${flow}`, values)
}
