/** Makes the compiler prove that a switch names every case; reached only by data the types rule out. */
export function exhaustive(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
