import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
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
  // Electron alone knows where a dropped file lies; one that a page has made lies nowhere.
  openDropped: async (file) => {
    const path = webUtils.getPathForFile(file as File)
    return path === '' ? { status: 'cancelled' } : ipcRenderer.invoke(CHANNELS.openDropped, { path })
  },
  keepPicture: (request) => ipcRenderer.invoke(CHANNELS.keepPicture, request),
  earlierVersions: (request) => ipcRenderer.invoke(CHANNELS.earlierVersions, request),
  readVersion: (request) => ipcRenderer.invoke(CHANNELS.readVersion, request),
  keepVersion: (request) => ipcRenderer.invoke(CHANNELS.keepVersion, request),
  beginJournal: (request) => ipcRenderer.invoke(CHANNELS.beginJournal, request),
  addToJournal: (request) => ipcRenderer.invoke(CHANNELS.addToJournal, request),
  endJournal: (request) => ipcRenderer.invoke(CHANNELS.endJournal, request),
  unsavedWork: (request) => ipcRenderer.invoke(CHANNELS.unsavedWork, request),
  readUnsaved: (request) => ipcRenderer.invoke(CHANNELS.readUnsaved, request),
  dropUnsaved: (request) => ipcRenderer.invoke(CHANNELS.dropUnsaved, request),
  about: (request) => ipcRenderer.invoke(CHANNELS.about, request),
  copySupport: (request) => ipcRenderer.invoke(CHANNELS.copySupport, request),
  pageStart: (request) => ipcRenderer.invoke(CHANNELS.pageStart, request),
  workerGone: (request) => ipcRenderer.invoke(CHANNELS.workerGone, request),
  onMenu: (listener) => {
    const hear = (_event: IpcRendererEvent, command: MenuCommand) => listener(command)
    ipcRenderer.on(MENU_CHANNEL, hear)
    return () => ipcRenderer.off(MENU_CHANNEL, hear)
  },
} satisfies Bridge)
