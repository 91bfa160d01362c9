import type { Chance } from './chance'
import type { Course, State } from './course'
import type { Spot } from './premises'

/** One kind of visit: the states before each step and after the last, and how often each step is done at which place. */
export type PlannedCourse = {
  readonly course: Course
  readonly layers: readonly (readonly State[])[]
  readonly arrivals: readonly (readonly Arrival[])[]
}

/** How often a step is done at a place; undefined: the design has none. */
export type Arrival = { readonly spot: Spot | undefined; readonly p: Chance }
