/** Values for some fields of a record; `undefined` clears one that need not be there. */
export type Fields<R, K extends keyof R> = { readonly [F in K]?: R[F] }

/** The record with these fields; those given as undefined are left out of it. */
export function withFields<R extends object, K extends keyof R>(record: R, fields: Fields<R, K>): R {
  const entries = Object.entries({ ...record, ...fields }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as R
}
