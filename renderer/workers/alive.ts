/** The first word of a thread: it holds this lock as long as it lives. */
export type Alive = { readonly type: 'alive'; readonly lock: string }

const lock = `thread-${crypto.randomUUID()}`
void navigator.locks.request(lock, () => {
  self.postMessage({ type: 'alive', lock } satisfies Alive)
  return new Promise(() => undefined)
})
