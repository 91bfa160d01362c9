import { useEffect, useState } from 'react'
import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import { message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { SimulationPlan } from '#shared/metrics/simulate'
import type { Film } from '#shared/simulation/playback/film'
import { useDesk } from '../state/react'

/** A day being fetched, ready, or not to be had; with `reason`, how far it went before it could not go on. */
export type FilmState = {
  readonly film: Film | undefined
  /** Which run the film is of. */
  readonly replication: number
  readonly reason: Message | undefined
  readonly isLoading: boolean
}

const NOTHING: FilmState = { film: undefined, replication: -1, reason: undefined, isLoading: false }

/** One replication of a design, worked out in a thread of its own. The day before stays until the new one is there. */
export function useFilm(document: WardDocument, design: Id | undefined, plan: SimulationPlan, replication: number): FilmState {
  const { days } = useDesk()
  const [state, setState] = useState<FilmState>(NOTHING)
  useEffect(() => {
    if (design === undefined) {
      setState(NOTHING)
      return undefined
    }
    let isWanted = true
    setState((before) => ({ ...before, isLoading: true }))
    void days.trace(document, { design, plan, replication }).then((answer) => {
      if (!isWanted) return
      if (answer.type === 'failed') setState({ ...NOTHING, reason: message('playback.failed', { reason: answer.reason }) })
      else setState({ film: answer.day?.film, replication, reason: answer.reason, isLoading: false })
    })
    return () => {
      isWanted = false
    }
  }, [days, document, design, plan, replication])
  return design === undefined ? NOTHING : state
}
