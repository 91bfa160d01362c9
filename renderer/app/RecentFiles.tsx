import { FileText } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RecentFile } from '#shared/ipc/bridge'
import { useDesk, useFiles } from '../state/react'
import { whenText } from '../state/when'
import { say, words } from '../state/words'

/** The files of last time, each as it was last seen. */
export function RecentFiles({ files }: { readonly files: readonly RecentFile[] }) {
  const desk = useDesk()
  const isOpening = useFiles(({ busy }) => busy === 'opening')
  return (
    <ul className="recent-files">
      {files.map(({ file, name, folder, picture, at }) => (
        <li key={file}>
          <button type="button" disabled={isOpening} onClick={() => void desk.openRecent(file)}>
            <Picture bytes={picture} />
            <span className="recent-name">{name}</span>
            <span className="quiet small recent-folder">{folder}</span>
            <span className="quiet small recent-at">{at === null ? '' : words('start.recent-at', { when: say(whenText(at, Date.now())) })}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Picture({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> | null }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (bytes === null) return
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/webp' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return <span className="recent-picture">{url === undefined ? <FileText size={24} aria-hidden /> : <img src={url} alt="" />}</span>
}
