let isUnderWay = false

if (typeof window !== 'undefined') {
  // After whatever it was let go over has heard of it.
  window.addEventListener('pointerup', () => {
    isUnderWay = false
  })
}

/** Something is dragged out of a list beside the plan, with the button held: letting go puts it down. */
export function beginCarry(): void {
  isUnderWay = true
}

export function isCarrying(): boolean {
  return isUnderWay
}
