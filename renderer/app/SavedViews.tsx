import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { Bookmark, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { removeRecord } from '#shared/commands/remove-record'
import { saveViewpoint } from '#shared/commands/save-viewpoint'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { SceneMoves } from '../scene/scene-moves'
import { freshId } from '../state/fresh-id'
import { useDesk } from '../state/react'
import { words } from '../state/words'

/** Views that the group has kept under a name: they are the workshop's, so every design can be looked at from the same side. */
export function SavedViews({ document, moves }: { readonly document: WardDocument; readonly moves: SceneMoves }) {
  const desk = useDesk()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const saved = recordsOf(document.workshop, 'viewpoint')
  const keep = () => {
    const view = moves.now()
    if (view !== undefined && name.trim() !== '' && desk.commit(saveViewpoint(document, { id: freshId('viewpoint'), name, ...view }))) setName('')
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-end" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" aria-label={words('scene.saved')} title={words('scene.saved')} onClick={() => setOpen(!isOpen)}>
          <Bookmark size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('scene.saved')}>
        <h3 className="saved-views-title">{words('scene.saved')}</h3>
        {saved.length === 0 && <p className="quiet small">{words('scene.no-saved')}</p>}
        <ul className="saved-views">
          {saved.map((view) => (
            <li key={view.id}>
              <Button variant="subtle" color="dark" justify="start" fullWidth onClick={() => moves.lookFrom(view)}>
                {view.name}
              </Button>
              <ActionIcon
                aria-label={words('scene.remove-saved', { name: view.name })}
                onClick={() => desk.commit(removeRecord(document, { id: view.id }))}
              >
                <Trash2 size={18} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <form
          className="saved-views-new"
          onSubmit={(event) => {
            event.preventDefault()
            keep()
          }}
        >
          <TextInput
            label={words('scene.name-view')}
            value={name}
            maxLength={120}
            size="md"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {words('scene.keep-view')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
