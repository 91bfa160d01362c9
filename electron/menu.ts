import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/ipc/channels'
import type { ZoomBy } from './window-zoom'
import { words } from './words'

export type MenuState = {
  readonly hasDocument: boolean
  /** What undo would take back, in words; null when there is nothing. */
  readonly undo: string | null
  readonly redo: string | null
}

/**
 * Shows the native menu for what is open. It sends commands to the renderer, where the keys are bound too: shortcuts are only
 * shown here, so that Ctrl+Z in a text field stays the text field's. How large the page is shown is main's own, and so are its keys.
 */
export function showMenu(state: MenuState, send: (command: MenuCommand) => void, zoom: (by: ZoomBy) => void): void {
  const item = (label: string, command: MenuCommand, accelerator?: string, enabled = true): MenuItemConstructorOptions => ({
    id: command,
    label,
    enabled,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  const { hasDocument, undo, redo } = state
  const redoKeys = process.platform === 'darwin' ? 'Cmd+Shift+Z' : 'Ctrl+Y'

  const menus: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: words('menu.file'),
      submenu: [
        {
          label: words('menu.new'),
          submenu: [item(words('new.with-brief'), 'new-with-brief'), item(words('new.with-kinds'), 'new-with-kinds')],
        },
        item(words('menu.open'), 'open', 'CmdOrCtrl+O'),
        item(words('menu.open-sample'), 'open-sample'),
        { type: 'separator' },
        item(words('menu.save'), 'save', 'CmdOrCtrl+S', hasDocument),
        item(words('menu.save-as'), 'save-as', 'CmdOrCtrl+Shift+S', hasDocument),
        item(words('menu.earlier-versions'), 'earlier-versions', undefined, hasDocument),
        { type: 'separator' },
        item(words('menu.export'), 'export', 'CmdOrCtrl+E', hasDocument),
        {
          label: words('menu.import'),
          submenu: [
            item(words('menu.import-underlay'), 'import-underlay', undefined, hasDocument),
            item(words('menu.import-designs'), 'import-designs', undefined, hasDocument),
          ],
        },
        { type: 'separator' },
        item(words('menu.close-file'), 'close-file', undefined, hasDocument),
        { role: 'quit', label: words('menu.quit') },
      ],
    },
    {
      label: words('menu.edit'),
      submenu: [
        item(undo === null ? words('menu.undo') : words('menu.undo-named', { what: undo }), 'undo', 'CmdOrCtrl+Z', undo !== null),
        item(redo === null ? words('menu.redo') : words('menu.redo-named', { what: redo }), 'redo', redoKeys, redo !== null),
        { type: 'separator' },
        { role: 'cut', label: words('menu.cut') },
        { role: 'copy', label: words('menu.copy') },
        { role: 'paste', label: words('menu.paste') },
      ],
    },
    {
      label: words('menu.view'),
      submenu: [
        item(words('menu.view-plan'), 'view-plan', undefined, hasDocument),
        item(words('menu.view-3d'), 'view-3d', undefined, hasDocument),
        item(words('menu.fit-view'), 'fit-view', 'Shift+1', hasDocument),
        { type: 'separator' },
        { id: 'actual-size', label: words('menu.actual-size'), accelerator: 'CmdOrCtrl+0', click: () => zoom(0) },
        { id: 'zoom-in', label: words('menu.zoom-in'), accelerator: 'CmdOrCtrl+Plus', click: () => zoom(1) },
        // The same key without Shift.
        { label: words('menu.zoom-in'), accelerator: 'CmdOrCtrl+=', click: () => zoom(1), visible: false, acceleratorWorksWhenHidden: true },
        { id: 'zoom-out', label: words('menu.zoom-out'), accelerator: 'CmdOrCtrl+-', click: () => zoom(-1) },
        { role: 'togglefullscreen', label: words('menu.full-screen') },
      ],
    },
    {
      label: words('menu.help'),
      role: 'help',
      submenu: [
        item(words('menu.show-shortcuts'), 'show-shortcuts', '?'),
        item(words('menu.copy-support'), 'copy-support'),
        { type: 'separator' },
        item(words('menu.show-about'), 'show-about'),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus))
}
