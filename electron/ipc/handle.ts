import { ipcMain, type WebFrameMain } from 'electron'
import type { Answers } from '#shared/ipc/bridge'
import { CHANNELS, type ChannelName } from '#shared/ipc/channels'
import { REQUESTS, type Requests } from '#shared/ipc/requests'

/** What main does for each question: the table of `shared/ipc`, answered. */
export type Handlers = { readonly [Name in ChannelName]: (request: Requests[Name]) => Promise<Answers[Name]> }

/**
 * Answers the renderer's questions. This is the only file that knows `ipcMain`: nothing reaches a handler that did not come from
 * our own page and was not parsed by the schema of its channel.
 */
export function handleRequests(handlers: Handlers, isOurPage: (frame: WebFrameMain | null) => boolean): void {
  for (const name of Object.keys(CHANNELS) as ChannelName[]) handleOne(name, handlers[name], isOurPage)
}

function handleOne<Name extends ChannelName>(name: Name, handler: Handlers[Name], isOurPage: (frame: WebFrameMain | null) => boolean): void {
  ipcMain.handle(CHANNELS[name], async (event, request: unknown) => {
    if (!isOurPage(event.senderFrame)) throw new Error(`refused: ${CHANNELS[name]} from a foreign page`)
    const parsed = REQUESTS[name].safeParse(request)
    if (!parsed.success) throw new Error(`refused: a malformed request on ${CHANNELS[name]}`)
    return handler(parsed.data as Requests[Name])
  })
}
