import { Button, Menu } from '@mantine/core'
import { ArrowRightToLine } from 'lucide-react'
import type { Id } from '#shared/base/ids'
import { designsOf, type WardDocument } from '#shared/document/document'
import { useDesk } from '../state/react'
import { words } from '../state/words'

/** The good corner of this design, taken into another one at the same place. */
export function CopyInto({ document, design }: { readonly document: WardDocument; readonly design: Id }) {
  const desk = useDesk()
  const others = designsOf(document).filter(({ id, locked }) => id !== design && !locked)
  if (others.length === 0) return null
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<ArrowRightToLine size={18} aria-hidden />}>
          {words('inspector.copy-into')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => desk.copyInto(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
