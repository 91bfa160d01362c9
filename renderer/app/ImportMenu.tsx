import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { FileInput, Image, Import } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../state/react'
import { words } from '../state/words'

/** What can be taken from other files. */
export function ImportMenu() {
  const desk = useDesk()
  const [isOpen, setOpen] = useState(false)
  const isBusy = useStore(desk.imports, (state) => state.isBusy)
  return (
    <Menu position="bottom-end" shadow="md" opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={words('menu.import')} disabled={isOpen}>
          <ActionIcon aria-label={words('menu.import')} loading={isBusy}>
            <Import size={20} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words('menu.import')}</Menu.Label>
        <Menu.Item leftSection={<Image size={18} aria-hidden />} onClick={() => void desk.addUnderlay()}>
          {words('menu.import-underlay')}
        </Menu.Item>
        <Menu.Item leftSection={<FileInput size={18} aria-hidden />} onClick={() => void desk.addDesigns()}>
          {words('menu.import-designs')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
