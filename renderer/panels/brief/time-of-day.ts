/** Seconds after midnight as they stand on a clock: 8:30; after midnight of the next day 26:00. */
export function clockText(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** What was typed as a time, in seconds after midnight; undefined where it is none. 8, 8:30, 08.30, up to 48:00. */
export function secondsOfClock(typed: string): number | undefined {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed.trim())
  if (parts === null) return undefined
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)]
  const seconds = hours * 3600 + minutes * 60
  return minutes < 60 && seconds <= 48 * 3600 ? seconds : undefined
}
