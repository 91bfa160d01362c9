import { Button, Group, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { About } from '#shared/ipc/bridge'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import { copySupport } from './menu'
import './about.css'

/** Which Wardwright this is, what it stands on and whose work that is. */
export function AboutDialog() {
  const desk = useDesk()
  const isOpen = useView((view) => view.dialog === 'about')
  const [about, setAbout] = useState<About>()
  useEffect(() => {
    if (isOpen) void desk.bridge.about({}).then(setAbout)
  }, [isOpen, desk])
  const copyAndClose = () => {
    desk.showDialog(undefined) // what is said of it stands below the dialog
    void copySupport(desk)
  }
  return (
    <Modal
      opened={isOpen && about !== undefined}
      onClose={() => desk.showDialog(undefined)}
      title={words('menu.show-about')}
      size={720}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      {about !== undefined && (
        <div className="about">
          <p className="about-version">{words('about.version', { version: about.version })}</p>
          {about.isTestBuild && <p className="about-test-build">{words('about.test-build')}</p>}
          <p>{words('about.what')}</p>
          <p className="quiet small">{words('about.runtime', { electron: about.electron, chromium: about.chromium })}</p>
          <p>{words('about.licence')}</p>
          <h3>{words('about.others', { count: about.licences.length })}</h3>
          <ul className="about-licences">
            {about.licences.map(({ name, version, licence, text }) => (
              <li key={`${name} ${version}`}>
                <details>
                  <summary>
                    <span>{name}</span>
                    <span className="quiet small">{version}</span>
                    <span className="quiet small">{licence}</span>
                  </summary>
                  {/* The text can be long: who moves with the keyboard must be able to scroll it. */}
                  <pre>{text}</pre>
                </details>
              </li>
            ))}
          </ul>
          <Group mt="lg" justify="flex-end">
            <Button variant="default" onClick={copyAndClose}>
              {words('menu.copy-support')}
            </Button>
            <Button data-autofocus onClick={() => desk.showDialog(undefined)}>
              {words('dialog.close')}
            </Button>
          </Group>
        </div>
      )}
    </Modal>
  )
}
