import { useEffect } from 'react'
import type { BufferGeometry } from 'three'

/** Gives the memory of a geometry back when another takes its place. */
export function useDisposed(geometry: BufferGeometry | undefined): void {
  useEffect(() => () => geometry?.dispose(), [geometry])
}
