import type { Model } from '#shared/simulation/model'
import { buffersOf, type Film } from '#shared/simulation/playback/film'
import { makeFilm } from '#shared/simulation/playback/make-film'
import type { Trace } from '#shared/simulation/trace'

/** A replication as it can be handed from thread to thread: ready to be watched. */
export type TracedDay = { readonly film: Film }

export function tracedDay(model: Model, trace: Trace): TracedDay {
  return { film: makeFilm(model, trace) }
}

/** What of it changes hands without being copied. */
export function transferOf({ film }: TracedDay): readonly ArrayBufferLike[] {
  return buffersOf(film)
}
