/** What an event is about. */
export const EVENT = { arrival: 0, person: 1, visit: 2, end: 3, on: 4, off: 5, break: 6, breakEnd: 7, turned: 8 } as const
/** At the same moment: what ends first, then who comes on duty, then who comes through the door, then who goes home. */
export const RANK = { end: 0, on: 1, arrival: 2, off: 3 } as const
