/** Who left a place when: it may be turned round for several of them at once. */
export class LastStays {
  private readonly of: number[][]

  constructor(spots: number) {
    this.of = Array.from({ length: spots }, () => [])
  }

  leave(spot: number, visit: number, time: number): void {
    const stays = this.of[spot]!
    // Older ones were not turned round, or it has been done.
    if (stays.length > 64) stays.splice(0, 32)
    stays.push(visit, time)
  }

  whoLeft(spot: number, time: number): number {
    const stays = this.of[spot]!
    for (let at = stays.length - 2; at >= 0; at -= 2) if (stays[at + 1] === time) return stays.splice(at, 2)[0]!
    return -1
  }
}
