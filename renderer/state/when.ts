import { type Message, message } from '#shared/base/message'

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const DAY_MS = 86_400_000

/** A moment as one says it on the same day or later: "today at 14:05". Both in milliseconds since 1970. */
export function whenText(at: number, now: number): Message {
  const time = TIME.format(at)
  if (DATE.format(at) === DATE.format(now)) return message('when.today', { time })
  if (DATE.format(at) === DATE.format(now - DAY_MS)) return message('when.yesterday', { time })
  return message('when.on', { date: DATE.format(at), time })
}
