import { ActionIcon, Button } from '@mantine/core'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { useDesk, useView } from '../state/react'
import { say, words } from '../state/words'
import './notices.css'

/** Milliseconds: long enough to read, longer where something went wrong or something can be done about it. */
const QUIET_MS = 5_000
const PROBLEM_MS = 12_000

/** One sentence at a time: seen at the foot of the window and read out by a screen reader. */
export function Notices() {
  const desk = useDesk()
  const notice = useView((view) => view.notice)
  // What a tool waits for stands at the foot of the plan, and is not to be covered by what it says no to.
  const isOverHint = useView((view) => view.stage === 'designs' && view.tool.tool !== 'select')
  useEffect(() => {
    if (notice === undefined) return
    const timer = setTimeout(desk.dismissNotice, notice.tone === 'problem' || notice.action !== undefined ? PROBLEM_MS : QUIET_MS)
    return () => clearTimeout(timer)
  }, [notice, desk])
  return (
    <div className={`notices ${isOverHint ? 'is-over-hint' : ''}`} role="status" aria-live="polite">
      {notice !== undefined && (
        <div key={notice.count} className={`notice is-${notice.tone}`}>
          <span>{say(notice.message)}</span>
          {notice.action === 'duplicateDesign' && (
            <Button variant="white" size="sm" onClick={desk.copyDesign}>
              {words('design.copy')}
            </Button>
          )}
          {notice.action === 'pasteOver' && (
            <Button variant="white" size="sm" onClick={desk.pasteOver}>
              {words('notice.paste-over')}
            </Button>
          )}
          {notice.action === 'saveAs' && (
            <Button variant="white" size="sm" onClick={() => void desk.saveAs()}>
              {words('menu.save-as')}
            </Button>
          )}
          <ActionIcon variant="transparent" color="white" aria-label={words('notice.dismiss')} onClick={desk.dismissNotice}>
            <X size={18} />
          </ActionIcon>
        </div>
      )}
    </div>
  )
}
