import { Button } from '@mantine/core'
import { FilePlus2, FolderOpen, type LucideIcon, SquareDashed } from 'lucide-react'
import { useEffect } from 'react'
import type { Beginning } from '#shared/commands/begin-workshop'
import { useDesk, useFiles } from '../state/react'
import { say, words } from '../state/words'
import { UnsavedWork } from './keep/UnsavedWork'
import { RecentFiles } from './RecentFiles'
import { SampleGlimpse } from './SampleGlimpse'
import './start-page.css'

const BEGINNINGS: readonly { readonly beginning: Beginning; readonly Icon: LucideIcon }[] = [
  { beginning: 'brief', Icon: FilePlus2 },
  { beginning: 'kinds', Icon: SquareDashed },
]

/** Where one begins: the worked sample, a file of one's own, the files of last time. */
export function StartPage() {
  const desk = useDesk()
  const recent = useFiles((files) => files.recent)
  const problem = useFiles((files) => files.problem)
  const isOpening = useFiles((files) => files.busy === 'opening')
  const glimpse = useFiles((files) => files.glimpse)
  useEffect(() => void desk.glimpseSample(), [desk])
  return (
    <main className="start">
      <div className="start-page">
        <header className="start-head">
          <h1>{words('window.title')}</h1>
          <p>{words('start.what')}</p>
        </header>
        {problem !== undefined && (
          <div className="start-problem" role="alert">
            <h2>{problem.name === '' ? words('start.cannot-open-any') : words('start.cannot-open', { name: problem.name })}</h2>
            <p>{say(problem.problem)}</p>
          </div>
        )}
        <UnsavedWork />
        <section className="start-card" aria-labelledby="sample-title">
          <div className="start-sample-head">
            <div>
              <h2 id="sample-title">{words('start.sample-title')}</h2>
              <p>{words('start.sample-what')}</p>
            </div>
            <Button size="lg" loading={isOpening} onClick={() => void desk.openSample()}>
              {words('start.sample-open')}
            </Button>
          </div>
          {glimpse !== undefined && <SampleGlimpse glimpse={glimpse} />}
        </section>
        <section className="start-card start-files" aria-labelledby="new-title">
          <h2 id="new-title">{words('start.new-title')}</h2>
          <ul className="start-new">
            {BEGINNINGS.map(({ beginning, Icon }) => (
              <li key={beginning}>
                <button type="button" disabled={isOpening} onClick={() => void desk.newWorkshop(beginning)}>
                  <Icon size={20} aria-hidden />
                  <span>{words(`new.with-${beginning}`)}</span>
                  <span className="quiet small">{words(`new.with-${beginning}-what`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <section className="start-card start-files" aria-labelledby="files-title">
          <div className="start-files-head">
            <h2 id="files-title">{words('start.files-title')}</h2>
            <Button variant="default" leftSection={<FolderOpen size={18} aria-hidden />} disabled={isOpening} onClick={() => void desk.openFile()}>
              {words('start.open')}
            </Button>
          </div>
          {recent.length === 0 ? <p className="quiet">{words('start.no-recent')}</p> : <RecentFiles files={recent} />}
        </section>
      </div>
    </main>
  )
}
