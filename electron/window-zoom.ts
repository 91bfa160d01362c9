import { type BrowserWindow, type Display, screen } from 'electron'
import type { WindowZoom } from './window-place'
import { SMALLEST, screenZoom, zoomStep } from './window-place'

/** Far below the smallest step between two sizes, a tenth, and far above what rounding leaves. */
const LEAST_DIFFERENCE = 0.001

/** Larger, smaller, or as large as the screen asks for. */
export type ZoomBy = 1 | -1 | 0

/**
 * Keeps the page as large as the screen that the window is on asks for, times what was chosen in the View menu: on a projector of 4K
 * pixels at scale 1 everything is twice as large, so that it is read from across a room. Returns what the menu calls; `remember` is told
 * what was chosen.
 */
export function zoomWindow(window: BrowserWindow, chosen: WindowZoom, remember: (chosen: WindowZoom) => void): (by: ZoomBy) => void {
  let own = chosen
  const show = () => {
    if (window.isDestroyed()) return
    const { workArea } = displayOf(window)
    const ofScreen = screenZoom(workArea)
    const factor = ofScreen * own
    // Chromium keeps a level, the logarithm of the factor to base 1.2: what comes back is not to the last digit what was set.
    if (Math.abs(window.webContents.getZoomFactor() - factor) > LEAST_DIFFERENCE) window.webContents.setZoomFactor(factor)
    const least = (length: number, most: number) => Math.min(Math.round(length * ofScreen), most)
    window.setMinimumSize(least(SMALLEST.width, workArea.width), least(SMALLEST.height, workArea.height))
  }
  window.webContents.on('dom-ready', show) // each load begins with the factor of none
  window.on('move', show)
  screen.on('display-metrics-changed', show)
  window.once('closed', () => screen.off('display-metrics-changed', show))
  return (by) => {
    own = by === 0 ? 1 : zoomStep(own, by)
    show()
    remember(own)
  }
}

function displayOf(window: BrowserWindow): Display {
  return screen.getDisplayMatching(window.getBounds())
}
