import { type BrowserWindow, clipboard } from 'electron'
import type { WindowState } from '../window-state'
import type { Handlers } from './handle'

type WindowHandlers = Pick<Handlers, 'showState' | 'closeNow' | 'copyText'>

export function windowRequests(window: BrowserWindow, state: WindowState): WindowHandlers {
  return {
    showState: async (shown) => {
      state.show(shown)
      return { status: 'done' }
    },
    closeNow: async () => {
      // After the answer has left: a window that is gone cannot receive it.
      setImmediate(() => window.destroy())
      return { status: 'done' }
    },
    copyText: async ({ text }) => {
      clipboard.writeText(text)
      return { status: 'done' }
    },
  }
}
