import { app, type Session, type WebFrameMain } from 'electron'
import { PAGE_ORIGIN } from './page-protocol'

/** Whatever appears in a window of ours stays on our page, opens no other window, holds no webview and gets no permission. */
export function guardEveryPage(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url)) event.preventDefault()
    })
    contents.on('will-redirect', (event, url) => {
      if (!isOurs(url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Nothing is fetched from a network, whoever asks: the policy of the page says so too, but a worker or a later page might have another. */
export function denyNetwork(session: Session): void {
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*']
  session.webRequest.onBeforeRequest({ urls }, (_details, answer) => answer({ cancel: true }))
}

/** True for the top frame of our own page, and for nothing inside it. */
export function isOurFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOurs(frame.url)
}

function isOurs(url: string): boolean {
  return url === PAGE_ORIGIN || url.startsWith(`${PAGE_ORIGIN}/`)
}
