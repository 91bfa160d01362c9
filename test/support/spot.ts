/** The footprint of something whose size does not matter: 20 cm square about its middle. Metres. */
export const SPOT = [
  { x: -0.1, y: -0.1 },
  { x: 0.1, y: -0.1 },
  { x: 0.1, y: 0.1 },
  { x: -0.1, y: 0.1 },
]
