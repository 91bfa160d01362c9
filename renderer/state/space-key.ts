let isHeld = false

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', (event) => {
    if (event.code === 'Space' && !(event.target instanceof HTMLElement && event.target.closest('input, textarea, button') !== null)) isHeld = true
  })
  window.addEventListener('keyup', (event) => {
    if (event.code === 'Space') isHeld = false
  })
}

/** While Space is held a press pans, in the plan and in 3D. */
export function isSpaceHeld(): boolean {
  return isHeld
}
