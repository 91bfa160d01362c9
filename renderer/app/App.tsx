import { MantineProvider } from '@mantine/core'
import { useEffect } from 'react'
import { message } from '#shared/base/message'
import type { Desk } from '../state/desk'
import type { Exporter } from '../state/exporter'
import { DeskContext, useDesk, useFiles, useOpen, useView } from '../state/react'
import { say, words } from '../state/words'
import { theme } from '../styles/theme'
import { AboutDialog } from './AboutDialog'
import { BriefStage } from './BriefStage'
import { listenToKeys } from './bindings'
import { CompareStage } from './CompareStage'
import { DesignStage } from './DesignStage'
import { ExportDialog } from './ExportDialog'
import { HandVoice } from './HandVoice'
import { Header } from './Header'
import { ConflictDialog } from './keep/ConflictDialog'
import { DropTarget } from './keep/DropTarget'
import { EmptiedQuestion } from './keep/EmptiedQuestion'
import { UnsavedOffer } from './keep/UnsavedWork'
import { VersionsDialog } from './keep/VersionsDialog'
import { listenToMenu } from './menu'
import { Notices } from './Notices'
import { OtherFileDialog } from './OtherFileDialog'
import { PageDialog } from './PageDialog'
import { Palette } from './Palette'
import { Shortcuts } from './Shortcuts'
import { SimulateStage } from './SimulateStage'
import { StartPage } from './StartPage'
import { UnsavedQuestion } from './UnsavedQuestion'
import './app.css'

/** The nonce of this load: the only style elements let in are those that carry it. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** A page that was started in place of one that stopped goes on with what that one was doing; any other opens what was asked for. */
async function beginPage(desk: Desk): Promise<void> {
  const { isAgain } = await desk.bridge.pageStart({}).catch(() => ({ isAgain: false }))
  if (isAgain) {
    await desk.recoverLast()
    desk.notify(message('page.was-started-again'))
  } else await desk.lookForUnsaved()
  await desk.openAtStart()
}

export function App({ desk, exporter }: { readonly desk: Desk; readonly exporter: Exporter }) {
  useEffect(() => listenToKeys(desk), [desk])
  useEffect(() => listenToMenu(desk), [desk])
  useEffect(() => {
    desk.showState()
    void beginPage(desk)
  }, [desk])
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      <DeskContext value={desk}>
        <Window />
        <Shortcuts />
        <AboutDialog />
        <Palette />
        <HandVoice />
        <UnsavedQuestion />
        <ExportDialog exporter={exporter} />
        <PageDialog />
        <OtherFileDialog />
        <UnsavedOffer />
        <ConflictDialog />
        <EmptiedQuestion />
        <VersionsDialog />
        <DropTarget />
        <Notices />
      </DeskContext>
    </MantineProvider>
  )
}

function Window() {
  const desk = useDesk()
  const open = useOpen()
  const stage = useView((view) => view.stage)
  const designId = useView((view) => view.design)
  const problem = useFiles((files) => files.problem)
  if (open === undefined) return <StartPage />
  const table = designId === undefined ? undefined : open.document.designs[designId]
  const design = designId === undefined ? undefined : table?.[designId]
  return (
    <div className="window">
      <Header open={open} />
      <div className="stage">
        {problem !== undefined && (
          <div className="open-problem" role="alert">
            <strong>{problem.name === '' ? words('start.cannot-open-any') : words('start.cannot-open', { name: problem.name })}</strong>
            <span>{say(problem.problem)}</span>
            <button type="button" onClick={() => desk.files.setState({ problem: undefined })}>
              {words('notice.dismiss')}
            </button>
          </div>
        )}
        {stage === 'brief' && <BriefStage open={open} />}
        {stage === 'simulate' && <SimulateStage open={open} />}
        {stage === 'compare' && <CompareStage open={open} />}
        {stage === 'designs' && table !== undefined && design?.kind === 'design' && <DesignStage open={open} design={design} table={table} />}
        {stage === 'designs' && design === undefined && <p className="stage-empty">{words('plan.no-design')}</p>}
      </div>
    </div>
  )
}
