import { ipcMain, type WebFrameMain } from 'electron'
import type { Answers } from '#shared/ipc/bridge'
import { CHANNELS, type ChannelName } from '#shared/ipc/channels'
import { REQUESTS, type Requests } from '#shared/ipc/requests'
import type { Log, LogValues } from '../log'

/** What main does for each question: the table of `shared/ipc`, answered. */
export type Handlers = { readonly [Name in ChannelName]: (request: Requests[Name]) => Promise<Answers[Name]> }

type IsOurPage = (frame: WebFrameMain | null) => boolean

/**
 * Answers the renderer's questions. This is the only file that knows `ipcMain`: nothing reaches a handler that did not come from
 * our own page and was not parsed by the schema of its channel. What is refused or fails goes into the log, by its codes.
 */
export function handleRequests(handlers: Handlers, isOurPage: IsOurPage, log: Log): void {
  for (const name of Object.keys(CHANNELS) as ChannelName[]) handleOne(name, handlers[name], isOurPage, log)
}

function handleOne<Name extends ChannelName>(name: Name, handler: Handlers[Name], isOurPage: IsOurPage, log: Log): void {
  const refuse = (why: string, sentence: string): never => {
    log.write('request-refused', { name, why })
    throw new Error(`refused: ${sentence}`)
  }
  ipcMain.handle(CHANNELS[name], async (event, request: unknown) => {
    if (!isOurPage(event.senderFrame)) refuse('foreign', `${CHANNELS[name]} from a foreign page`)
    const parsed = REQUESTS[name].safeParse(request)
    if (!parsed.success) return refuse('malformed', `a malformed request on ${CHANNELS[name]}`)
    try {
      const answer = await handler(parsed.data as Requests[Name])
      const failure = failureIn(answer)
      if (failure !== undefined) log.write('request-failed', { name, ...failure })
      return answer
    } catch (error) {
      log.write('main-error', { name, error: error instanceof Error ? error.name : 'unknown' })
      throw error
    }
  })
}

/** Why an answer tells of a failure: the key of its sentence, and the system's code where there is one. */
function failureIn(answer: unknown): LogValues | undefined {
  if (typeof answer !== 'object' || answer === null || !('status' in answer) || answer.status !== 'failed') return undefined
  if (!('problem' in answer) || typeof answer.problem !== 'object' || answer.problem === null) return {}
  const { key, values } = answer.problem as { readonly key?: unknown; readonly values?: { readonly code?: unknown } }
  return { ...(typeof key === 'string' ? { problem: key } : {}), ...(typeof values?.code === 'string' ? { code: values.code } : {}) }
}
