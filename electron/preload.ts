import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge } from '#shared/ipc/bridge'
import { CHANNELS, MENU_CHANNEL, type MenuCommand } from '#shared/ipc/channels'

contextBridge.exposeInMainWorld('wardwright', {
  openFile: (request) => ipcRenderer.invoke(CHANNELS.openFile, request),
  openRecent: (request) => ipcRenderer.invoke(CHANNELS.openRecent, request),
  openSample: (request) => ipcRenderer.invoke(CHANNELS.openSample, request),
  openAtStart: (request) => ipcRenderer.invoke(CHANNELS.openAtStart, request),
  recentFiles: (request) => ipcRenderer.invoke(CHANNELS.recentFiles, request),
  save: (request) => ipcRenderer.invoke(CHANNELS.save, request),
  saveAs: (request) => ipcRenderer.invoke(CHANNELS.saveAs, request),
  showState: (request) => ipcRenderer.invoke(CHANNELS.showState, request),
  closeNow: (request) => ipcRenderer.invoke(CHANNELS.closeNow, request),
  copyText: (request) => ipcRenderer.invoke(CHANNELS.copyText, request),
  choosePlace: (request) => ipcRenderer.invoke(CHANNELS.choosePlace, request),
  writeExport: (request) => ipcRenderer.invoke(CHANNELS.writeExport, request),
  printExport: (request) => ipcRenderer.invoke(CHANNELS.printExport, request),
  chooseImport: (request) => ipcRenderer.invoke(CHANNELS.chooseImport, request),
  onMenu: (listener) => {
    const hear = (_event: IpcRendererEvent, command: MenuCommand) => listener(command)
    ipcRenderer.on(MENU_CHANNEL, hear)
    return () => ipcRenderer.off(MENU_CHANNEL, hear)
  },
} satisfies Bridge)
