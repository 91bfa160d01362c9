import { useEffect } from 'react'

/** Gives the memory of a geometry or a material back when another takes its place. */
export function useDisposed(held: { readonly dispose: () => void } | undefined): void {
  useEffect(() => () => held?.dispose(), [held])
}
