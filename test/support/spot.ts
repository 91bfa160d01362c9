/** The footprint of something square about its middle. `half`: half of its side. Metres. */
export function square(half: number) {
  return [
    { x: -half, y: -half },
    { x: half, y: -half },
    { x: half, y: half },
    { x: -half, y: half },
  ]
}

/** The footprint of something whose size does not matter: 20 cm square. */
export const SPOT = square(0.1)
