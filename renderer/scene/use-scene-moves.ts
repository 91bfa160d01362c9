import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { type SceneMovesParts, sceneMoves } from './scene-moves'

/** The moves of the lens over what is shown in a box; fits it anew whenever `fitCount` has changed. */
export function useSceneMoves(
  { lens, storey, beyond, height, selection }: Omit<SceneMovesParts, 'sizeOf'>,
  box: RefObject<HTMLDivElement | null>,
  fitCount: number,
) {
  const moves = useMemo(
    () => sceneMoves({ lens, storey, beyond, height, selection, sizeOf: () => box.current?.getBoundingClientRect() ?? { width: 0, height: 0 } }),
    [lens, storey, beyond, height, selection, box],
  )
  const fitted = useRef(fitCount)
  useEffect(() => {
    if (fitted.current !== fitCount) moves.fit()
    fitted.current = fitCount
  }, [fitCount, moves])
  return moves
}
