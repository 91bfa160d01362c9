import { randomBytes } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import type { Paper } from '#shared/ipc/requests'
import { denyNetwork, denyPermissions } from './guard'

/** Where the page to be printed is served: not our own page's origin, so nothing that it asked for would be answered. */
const PRINTED_PAGE = 'app://report/report.html'

/** Millimetres as inches, which is what margins are asked for in. */
const inches = (millimetres: number): number => millimetres / 25.4

/** At the foot of every page: whose report, and which page. Chromium fills in what the classes name. */
const FOOTER =
  '<div style="width:100%;margin:0 12mm;font:8px Inter,sans-serif;color:#51606e;display:flex;justify-content:space-between">' +
  '<span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>'

/**
 * A report laid out on paper, by a window that nobody sees: sandboxed, with no script, no preload, no permission, no
 * network, and a session of its own that is forgotten with it.
 */
export async function pdfOf(page: Uint8Array, paper: Paper): Promise<Uint8Array> {
  const own = session.fromPartition(`print-${randomBytes(8).toString('hex')}`, { cache: false })
  denyPermissions(own)
  denyNetwork(own)
  own.protocol.handle('app', (request) => {
    if (request.url !== PRINTED_PAGE) return new Response(null, { status: 403 })
    return new Response(Uint8Array.from(page), { headers: HEADERS })
  })
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      javascript: false,
      spellcheck: false,
    },
  })
  try {
    await window.loadURL(PRINTED_PAGE)
    return await window.webContents.printToPDF({
      pageSize: paper === 'a3' ? 'A3' : 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      margins: { top: inches(14), bottom: inches(16), left: inches(12), right: inches(12) },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    window.destroy()
  }
}

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}
