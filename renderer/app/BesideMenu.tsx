import { Button, Menu } from '@mantine/core'
import { Check, ChevronDown, Columns2 } from 'lucide-react'
import { designsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { OpenDocument } from '../state/document-store'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import { inOrder } from './designs-in-order'

/** Which other design is shown beside the one that is worked on. */
export function BesideMenu({ open, design }: { readonly open: OpenDocument; readonly design: Design }) {
  const desk = useDesk()
  const beside = useView((view) => view.beside)
  const others = inOrder(designsOf(open.document)).filter(({ id }) => id !== design.id)
  const shown = others.find(({ id }) => id === beside?.design)
  const label = shown === undefined ? words('beside.choose') : words('beside.chosen', { design: shown.name })
  if (others.length === 0) return null
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <Button
          aria-label={label}
          title={label}
          variant={shown === undefined ? 'subtle' : 'light'}
          color={shown === undefined ? 'dark' : 'accent'}
          leftSection={<Columns2 size={16} aria-hidden />}
          rightSection={<ChevronDown size={16} aria-hidden />}
        >
          <span className="beside-label">{label}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={<Check size={16} aria-hidden visibility={id === beside?.design ? 'visible' : 'hidden'} />}
            onClick={() => desk.showBeside(id)}
          >
            {name}
          </Menu.Item>
        ))}
        {shown !== undefined && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => desk.showBeside(undefined)}>{words('beside.none')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
