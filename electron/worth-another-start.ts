/** More often than this within a minute, and starting it again would go on for ever. */
const MOST_STARTS = 3
const MINUTE_MS = 60_000

/** Whether a page that stopped at these times (milliseconds, rising) is started again without asking. */
export function isWorthAnotherStart(stops: readonly number[]): boolean {
  const last = stops.at(-1)
  return last === undefined || stops.filter((stop) => last - stop < MINUTE_MS).length <= MOST_STARTS
}
