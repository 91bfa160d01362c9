import { clipboard } from 'electron'
import { aboutApp, supportDetails } from '../about'
import type { Log } from '../log'
import type { PageLife } from '../page-life'
import type { Handlers } from './handle'

/** Questions about the app itself. */
export function appRequests(log: Log, life: PageLife, licencesFolder: string): Pick<Handlers, 'about' | 'copySupport' | 'pageStart' | 'workerGone'> {
  return {
    about: async () => aboutApp(licencesFolder),
    copySupport: async () => {
      clipboard.writeText(supportDetails(log))
      return { status: 'done' }
    },
    pageStart: async () => ({ isAgain: life.takeStartedAgain() }),
    workerGone: async ({ worker }) => {
      log.write('worker-gone', { worker })
      return { status: 'done' }
    },
  }
}
