import { startTransition, useEffect, useState } from 'react'
import type { WardDocument } from '#shared/document/document'
import { useDesk } from './react'
import type { Preview } from './view-store'

/** What is read beside the plan follows a gesture so often: it cannot be read any faster. Milliseconds. */
const PACE_MS = 120

/**
 * The gesture under way as the panels show it: a moment behind the plan, so that the pointer never waits for them. Once it is over it is
 * over here at once; and on another document than it was made of it is never shown.
 */
export function useCalmPreview(document: WardDocument): Preview | undefined {
  const { view, documents } = useDesk()
  const [calm, setCalm] = useState<{ readonly preview: Preview; readonly of: WardDocument | undefined } | undefined>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      timer = undefined
      const { preview } = view.getState()
      const of = documents.getState().open?.document
      startTransition(() => setCalm(preview === undefined ? undefined : { preview, of }))
    }
    const stop = view.subscribe(({ preview }, before) => {
      if (preview === before.preview) return
      if (preview === undefined) {
        clearTimeout(timer)
        timer = undefined
        setCalm(undefined)
      } else timer ??= setTimeout(follow, PACE_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [view, documents])
  return calm?.of === document ? calm.preview : undefined
}
