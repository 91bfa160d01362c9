import { type BrowserWindow, dialog } from 'electron'
import { MENU_CHANNEL, type MenuCommand } from '#shared/ipc/channels'
import type { Requests } from '#shared/ipc/requests'
import { isTestBuild } from './about'
import { showMenu } from './menu'
import type { ZoomBy } from './window-zoom'
import { words } from './words'

type Shown = Requests['showState']

export type WindowState = { readonly show: (shown: Shown) => void }

const NOTHING_OPEN: Shown = { name: '', saved: 'none', undo: null, redo: null }

/**
 * Keeps title and menu in step with what the renderer says is open, and asks before a window with unsaved work closes. `discard`
 * forgets what is not wanted any more, `zoom` is for the View menu.
 */
export function windowState(window: BrowserWindow, discard: () => Promise<void>, zoom: (by: ZoomBy) => void): WindowState {
  let shown = NOTHING_OPEN
  const send = (command: MenuCommand) => window.webContents.send(MENU_CHANNEL, command)

  function show(next: Shown): void {
    shown = next
    window.setTitle(titleOf(shown))
    showMenu({ hasDocument: shown.saved !== 'none', undo: shown.undo, redo: shown.redo }, send, zoom)
  }

  window.on('page-title-updated', (event) => event.preventDefault()) // the title says what is saved, not what the page is called
  window.on('close', (event) => {
    if (shown.saved !== 'not-saved' && shown.saved !== 'cannot-save') return
    event.preventDefault()
    void askBeforeClosing(window, shown.name).then((choice) => {
      if (choice === 'save') send('save-and-close')
      if (choice === 'discard') void discard().finally(() => window.destroy())
    })
  })

  show(NOTHING_OPEN)
  return { show }
}

async function askBeforeClosing(window: BrowserWindow, name: string): Promise<'save' | 'discard' | 'cancel'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words('close.question', { name }),
    detail: words('close.detail'),
    buttons: [words('close.save'), words('close.discard'), words('close.cancel')],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return (['save', 'discard', 'cancel'] as const)[response] ?? 'cancel'
}

function titleOf({ name, saved }: Shown): string {
  const title = saved === 'none' ? words('window.title') : words(`window.title.${saved}`, { name })
  return isTestBuild() ? words('window.title.test-build', { title }) : title
}
