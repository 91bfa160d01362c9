import { Button, Loader, Modal } from '@mantine/core'
import { useStore } from 'zustand'
import type { LookedInto } from '../../state/desk-keep'
import { useDesk, useOpen } from '../../state/react'
import { whenText } from '../../state/when'
import { say, words } from '../../state/words'
import { VersionDifferences } from './VersionDifferences'
import './keep.css'

/** The last versions that were saved over, with what each contains, to go back to. */
export function VersionsDialog() {
  const desk = useDesk()
  const versions = useStore(desk.keep, (keep) => keep.versions)
  const open = useOpen()
  return (
    <Modal
      opened={versions !== undefined && open !== undefined}
      onClose={desk.closeVersions}
      title={words('versions.title', { name: open?.name ?? '' })}
      size={720}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      {versions === null && (
        <p className="keep-reading">
          <Loader size="sm" /> {words('versions.reading')}
        </p>
      )}
      {versions?.length === 0 && <p>{words(open?.file === null ? 'versions.no-file' : 'versions.none')}</p>}
      {versions != null && versions.length > 0 && (
        <>
          <p className="quiet">{words('versions.what')}</p>
          <ul className="keep-versions">
            {versions.map((each) => (
              <Version key={each.version} looked={each} />
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}

function Version({ looked }: { readonly looked: LookedInto }) {
  const desk = useDesk()
  const { at, version, contents } = looked
  const heading = `version-${version}`
  return (
    <li>
      <div>
        <h3 id={heading}>{words('versions.replaced', { when: say(whenText(at, Date.now())) })}</h3>
        {contents.status === 'unreadable' ? (
          <p className="keep-problem">{say(contents.problem)}</p>
        ) : (
          <>
            <p>
              {contents.designs.length === 0
                ? words('versions.no-designs')
                : contents.designs.map(({ name, rooms }) => words('versions.design', { design: name, rooms })).join(' · ')}
            </p>
            {contents.differences.length === 0 ? (
              <p className="quiet">{words('versions.as-now')}</p>
            ) : (
              <>
                <p className="quiet">{words('versions.differs')}</p>
                <VersionDifferences differences={contents.differences} />
              </>
            )}
          </>
        )}
      </div>
      {contents.status === 'read' && contents.differences.length > 0 && (
        <Button variant="light" aria-describedby={heading} onClick={() => void desk.goBack(looked)}>
          {words('versions.go-back')}
        </Button>
      )}
    </li>
  )
}
