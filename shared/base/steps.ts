/** Work that may be left between two steps and gone on with later. A step says how far it has come, from 0 to 1, where that is known. */
export type Steps<T> = Generator<number | undefined, T>

/** What the work comes to, without a stop. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Work that is done once, whoever asks for it: what somebody left half done, the next one goes on with. */
export function resumable<T>(make: () => Steps<T>): () => Steps<T> {
  let underWay: Steps<T> | undefined
  let done: { readonly value: T } | undefined
  return function* () {
    while (done === undefined) {
      underWay ??= make()
      const step = underWay.next()
      if (step.done !== true) {
        yield step.value
        continue
      }
      done = { value: step.value }
      underWay = undefined
    }
    return done.value
  }
}
