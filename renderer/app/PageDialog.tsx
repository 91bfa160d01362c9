import { Button, Group, Modal, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../state/react'
import { words } from '../state/words'

/** Asked where a PDF has more than one page. */
export function PageDialog() {
  const desk = useDesk()
  const pdf = useStore(desk.imports, (state) => state.pdf)
  const [page, setPage] = useState<number | string>(1)
  const count = pdf?.pages.count ?? 1
  const isPage = typeof page === 'number' && Number.isInteger(page) && page >= 1 && page <= count
  const choose = () => {
    if (isPage) void desk.choosePage(page)
    setPage(1)
  }
  return (
    <Modal
      opened={pdf !== undefined}
      onClose={() => void desk.choosePage(undefined)}
      title={words('underlay.which-page')}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40 }}
    >
      <p>{words('underlay.pages', { name: pdf?.name ?? '', count })}</p>
      <NumberInput
        mt="md"
        data-autofocus
        label={words('underlay.page')}
        min={1}
        max={count}
        clampBehavior="strict"
        allowDecimal={false}
        value={page}
        onChange={setPage}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose()
        }}
      />
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={() => void desk.choosePage(undefined)}>
          {words('close.cancel')}
        </Button>
        <Button disabled={!isPage} onClick={choose}>
          {words('underlay.take-page')}
        </Button>
      </Group>
    </Modal>
  )
}
