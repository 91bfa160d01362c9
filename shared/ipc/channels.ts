/** Every question the renderer can ask main, and the channel it travels on. The preload script offers exactly these. */
export const CHANNELS = {
  openFile: 'file:open',
  openRecent: 'file:open-recent',
  openSample: 'file:open-sample',
  openAtStart: 'file:open-at-start',
  recentFiles: 'file:recent',
  save: 'file:save',
  saveAs: 'file:save-as',
  showState: 'window:show-state',
  closeNow: 'window:close-now',
  copyText: 'text:copy',
  choosePlace: 'export:choose-place',
  writeExport: 'export:write',
  printExport: 'export:print',
  chooseImport: 'import:choose',
  about: 'app:about',
  copySupport: 'app:copy-support',
  pageStart: 'app:page-start',
  workerGone: 'app:worker-gone',
  openDropped: 'file:open-dropped',
  keepPicture: 'file:keep-picture',
  earlierVersions: 'file:earlier-versions',
  readVersion: 'file:read-version',
  keepVersion: 'file:keep-version',
  beginJournal: 'journal:begin',
  addToJournal: 'journal:add',
  endJournal: 'journal:end',
  unsavedWork: 'journal:unsaved',
  readUnsaved: 'journal:read-unsaved',
  dropUnsaved: 'journal:drop-unsaved',
} as const

export type ChannelName = keyof typeof CHANNELS

/** What main tells the renderer unasked: a choice from the native menu, or the answer to the question on closing. */
export const MENU_CHANNEL = 'menu:chosen'

export const MENU_COMMANDS = [
  'new-with-brief',
  'new-with-kinds',
  'open',
  'open-sample',
  'save',
  'save-as',
  'export',
  'import-underlay',
  'import-designs',
  'earlier-versions',
  'save-and-close',
  'undo',
  'redo',
  'view-plan',
  'view-3d',
  'fit-view',
  'show-shortcuts',
  'show-about',
  'copy-support',
  'open-waiting',
  'close-file',
] as const

export type MenuCommand = (typeof MENU_COMMANDS)[number]
