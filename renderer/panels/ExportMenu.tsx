import { Button } from '@mantine/core'
import { FileOutput } from 'lucide-react'
import { useDesk } from '../state/react'
import { words } from '../state/words'

/** Opens the question what is to be taken home. */
export function ExportMenu() {
  const desk = useDesk()
  return (
    <span className="compare-export">
      <Button leftSection={<FileOutput size={18} aria-hidden />} variant="light" onClick={() => desk.showDialog('export')}>
        {words('menu.export')}
      </Button>
    </span>
  )
}
