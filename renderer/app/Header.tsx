import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { CircleAlert, CircleCheck, CircleDot, FileClock, FolderOpen, History, House, Keyboard, Redo2, Save, Search, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { type Entry, isSaved, LONGEST_LOG, type OpenDocument } from '../state/document-store'
import { useDesk, useFiles, useView } from '../state/react'
import type { Stage } from '../state/view-store'
import { say, words } from '../state/words'
import './header.css'
import { ImportMenu } from './ImportMenu'

const STAGES: readonly Stage[] = ['brief', 'designs', 'simulate', 'compare']

/** The file and whether it is saved, the stages, and what is done to the whole document. */
export function Header({ open }: { readonly open: OpenDocument }) {
  const desk = useDesk()
  const stage = useView((view) => view.stage)
  const busy = useFiles((files) => files.busy)
  const [last, next] = [open.past.at(-1), open.future[0]]
  return (
    <header className="header">
      <div className="header-file">
        <Tooltip label={words('header.start')}>
          <ActionIcon aria-label={words('header.start')} onClick={() => desk.closeFile()}>
            <House size={20} />
          </ActionIcon>
        </Tooltip>
        <h1 title={open.name}>{open.name}</h1>
        <SavedState open={open} />
      </div>
      <nav className="stages" aria-label={words('header.stages')}>
        {STAGES.map((each) => (
          <button key={each} type="button" aria-current={stage === each ? 'page' : undefined} onClick={() => desk.showStage(each)}>
            {words(`stage.${each}`)}
          </button>
        ))}
      </nav>
      <div className="header-actions">
        <Tooltip label={last === undefined ? words('menu.undo') : words('menu.undo-named', { what: say(last.name) })}>
          <ActionIcon aria-label={words('menu.undo')} disabled={last === undefined} onClick={desk.undo}>
            <Undo2 size={20} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={next === undefined ? words('menu.redo') : words('menu.redo-named', { what: say(next.name) })}>
          <ActionIcon aria-label={words('menu.redo')} disabled={next === undefined} onClick={desk.redo}>
            <Redo2 size={20} />
          </ActionIcon>
        </Tooltip>
        <Log open={open} />
        <Tooltip label={words('keys.palette')}>
          <ActionIcon aria-label={words('keys.palette')} aria-keyshortcuts="Control+K" onClick={() => desk.showDialog('palette')}>
            <Search size={20} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={words('keys.shortcuts')}>
          <ActionIcon aria-label={words('keys.shortcuts')} onClick={() => desk.showDialog('shortcuts')}>
            <Keyboard size={20} />
          </ActionIcon>
        </Tooltip>
        <ImportMenu />
        <Tooltip label={words('keys.open')}>
          <ActionIcon aria-label={words('keys.open')} onClick={() => void desk.openFile()}>
            <FolderOpen size={20} />
          </ActionIcon>
        </Tooltip>
        <Button
          className="header-save"
          aria-label={words('menu.save')}
          title={words('menu.save')}
          leftSection={<Save size={18} aria-hidden />}
          variant="light"
          loading={busy === 'saving'}
          onClick={() => void desk.save()}
        >
          {words('menu.save')}
        </Button>
      </div>
    </header>
  )
}

function SavedState({ open }: { readonly open: OpenDocument }) {
  const isFailed = open.saveProblem !== undefined
  const saved = isSaved(open)
  const text = words(isFailed ? 'saved.cannot-save' : saved ? (open.file === null ? 'saved.sample' : 'saved.saved') : 'saved.not-saved')
  const Sign = isFailed ? CircleAlert : saved ? CircleCheck : CircleDot
  return (
    <span className={isFailed ? 'saved is-problem' : 'saved'} title={open.saveProblem === undefined ? text : say(open.saveProblem)}>
      {/* The sign has the name: in a small window it stands alone. */}
      <Sign size={16} role="img" aria-label={text} aria-hidden={false} />
      <span className="saved-words" aria-hidden>
        {text}
      </span>
    </span>
  )
}

/** Every edit by its name, newest first; picking one goes back (or forward) to just after it. */
function Log({ open }: { readonly open: OpenDocument }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Menu position="bottom-end" width={380} shadow="md" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={words('log.title')} disabled={isOpen}>
          <ActionIcon aria-label={words('log.title')}>
            <History size={20} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className="log">
        <Menu.Label>{words('log.title')}</Menu.Label>
        <LogLines open={open} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** Drawn while the log is open: thousands of lines that nobody looks at would be made anew at each edit. */
function LogLines({ open }: { readonly open: OpenDocument }) {
  const desk = useDesk()
  const entries = [...open.past, ...open.future]
  return (
    <>
      {entries.length === 0 && <p className="log-empty quiet small">{words('log.empty')}</p>}
      {entries
        .map((entry, index) => ({ entry, count: index + 1 }))
        .reverse()
        .map(({ entry, count }) => (
          <Menu.Item
            key={count}
            className={count > open.past.length ? 'log-undone' : count === open.past.length ? 'log-now' : ''}
            onClick={() => desk.jumpTo(count)}
          >
            <span>{say(entry.name)}</span>
            <span className="log-more">{[designName(open, entry.design), effectText(open, entry)].filter((text) => text !== '').join(' · ')}</span>
          </Menu.Item>
        ))}
      {entries.length > 0 && entries.length < LONGEST_LOG && (
        <Menu.Item className={open.past.length === 0 ? 'log-now' : ''} onClick={() => desk.jumpTo(0)}>
          {words('log.start')}
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item leftSection={<FileClock size={18} aria-hidden />} onClick={() => void desk.showVersions()}>
        {words('menu.earlier-versions')}
      </Menu.Item>
    </>
  )
}

function effectText({ effects }: OpenDocument, entry: Entry): string {
  const effect = effects.get(entry)
  return effect === undefined ? '' : say(effect)
}

function designName({ document }: OpenDocument, id: string | undefined): string {
  const design = id === undefined ? undefined : document.designs[id]?.[id]
  return design?.kind === 'design' ? design.name : ''
}
