import { Alert, Button, Group, Loader, Modal, Radio, SegmentedControl, Select, Stack } from '@mantine/core'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { designsOf } from '#shared/document/document'
import { EXPORT_KINDS, type ExportKind, type Paper } from '#shared/ipc/requests'
import type { OpenDocument } from '../state/document-store'
import type { Exporter } from '../state/exporter'
import { useDesk, useOpen, useSimulation, useView } from '../state/react'
import { isFresh } from '../state/simulation'
import { say, words } from '../state/words'
import type { ExportOrder } from '../workers/export-messages'
import { inOrder } from './designs-in-order'
import './export-dialog.css'

const PLANS: readonly ExportOrder['plan'][] = ['all', 'people', 'supplies', 'building']

/** What is to be taken home, on which paper, and how it went. */
export function ExportDialog({ exporter }: { readonly exporter: Exporter }) {
  const desk = useDesk()
  const open = useOpen()
  const isAsked = useView((view) => view.dialog === 'export')
  const isMaking = useStore(exporter.store, ({ status }) => status === 'making')
  const close = () => {
    if (isMaking) return
    desk.showDialog(undefined)
    exporter.reset()
  }
  return (
    <Modal
      opened={isAsked && open !== undefined}
      onClose={close}
      size="lg"
      yOffset="3vh"
      attributes={{ header: { role: 'presentation' } }} // a dialog's heading is no second banner of the window
      title={words('export.title')}
      closeButtonProps={{ 'aria-label': words('dialog.close'), size: 40, disabled: isMaking }}
    >
      {open !== undefined && <Order open={open} exporter={exporter} onClose={close} />}
    </Modal>
  )
}

function Order({ open, exporter, onClose }: { readonly open: OpenDocument; readonly exporter: Exporter; readonly onClose: () => void }) {
  const shown = useView((view) => view.design)
  const state = useStore(exporter.store)
  const designs = inOrder(designsOf(open.document))
  const found = useSimulation((simulation) => simulation.found)
  // Days of how the designs were before are none of theirs.
  const worst = useSimulation((simulation) => simulation.worst)
  const freshWorst = worst?.every((each) => isFresh(each, open.document)) === true ? worst : undefined
  const isSimulated = found !== undefined && isFresh(found, open.document)
  const [kind, setKind] = useState<ExportKind>('folder')
  const [paper, setPaper] = useState<Paper>('a4')
  const [design, setDesign] = useState(shown ?? designs[0]?.id ?? '')
  const [plan, setPlan] = useState<ExportOrder['plan']>('all')
  const isMaking = state.status === 'making'
  const name = open.name.replace(/\.ward(\.json)?$/i, '')
  const designName = designs.find(({ id }) => id === design)?.name ?? ''
  const run = () => {
    const suggested = words(`export.name.${kind}`, { name, design: designName })
    const simulated = isSimulated && found !== undefined ? { runs: found.runs, terms: found.terms } : undefined
    void exporter.run({ document: open.document, file: open.name, kind, design, plan, simulated, worst: freshWorst }, paper, suggested.slice(0, 120))
  }

  if (state.status === 'done')
    return (
      <>
        <p className="export-done" role="status">
          <CircleCheck size={24} aria-hidden />
          <span>{words('export.done', { name: state.name, folder: state.folder })}</span>
        </p>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={exporter.reset}>
            {words('export.more')}
          </Button>
          <Button data-autofocus onClick={onClose}>
            {words('dialog.close')}
          </Button>
        </Group>
      </>
    )
  return (
    <>
      <Stack gap="md">
        <Radio.Group label={words('export.what')} value={kind} onChange={(value) => setKind(value as ExportKind)}>
          <div className="export-kinds">
            {EXPORT_KINDS.map((each) => (
              <Radio
                key={each}
                value={each}
                disabled={isMaking}
                label={words(`export.kind.${each}`)}
                description={words(`export.about.${each}`)}
                {...(each === kind ? { 'data-autofocus': true } : {})}
              />
            ))}
          </div>
        </Radio.Group>
        {(kind === 'pdf' || kind === 'folder') && (
          <div className="export-choice">
            <span id="export-paper">{words('export.paper')}</span>
            <SegmentedControl
              aria-labelledby="export-paper"
              value={paper}
              disabled={isMaking}
              onChange={(value) => setPaper(value as Paper)}
              data={[
                { value: 'a4', label: 'A4' },
                { value: 'a3', label: 'A3' },
              ]}
            />
          </div>
        )}
        {(kind === 'svg' || kind === 'png') && (
          <Group grow align="start">
            <Select
              label={words('export.design')}
              value={design}
              allowDeselect={false}
              disabled={isMaking}
              onChange={(value) => setDesign(value ?? design)}
              data={designs.map(({ id, name: label }) => ({ value: id, label }))}
            />
            <Select
              label={words('export.routes')}
              value={plan}
              allowDeselect={false}
              disabled={isMaking}
              onChange={(value) => setPlan((value ?? plan) as ExportOrder['plan'])}
              data={PLANS.map((each) => ({ value: each, label: words(`export.routes.${each}`) }))}
            />
          </Group>
        )}
        {found !== undefined && kind !== 'svg' && kind !== 'png' && (
          <p className="quiet small">
            {words(isSimulated ? 'export.simulated' : 'export.not-simulated', { runs: found.terms.replications, seed: found.terms.seed })}
          </p>
        )}
        {worst !== undefined && kind !== 'svg' && kind !== 'png' && (
          <p className="quiet small">{words(freshWorst === undefined ? 'export.not-worst' : 'export.worst')}</p>
        )}
        {state.status === 'failed' && (
          <Alert color="orange" role="alert" title={words('export.failed')}>
            {say(state.problem)}
          </Alert>
        )}
      </Stack>
      <Group mt="lg" justify="flex-end">
        {isMaking && (
          <span className="export-busy" role="status">
            <Loader size="sm" aria-hidden /> {words('export.making')}
          </span>
        )}
        <Button
          variant="default"
          disabled={state.status === 'making' && state.stop === undefined}
          onClick={state.status === 'making' ? state.stop : onClose}
        >
          {words(isMaking ? 'compare.stop' : 'close.cancel')}
        </Button>
        <Button disabled={isMaking} onClick={run}>
          {words(kind === 'folder' ? 'export.choose-folder' : 'export.choose-file')}
        </Button>
      </Group>
    </>
  )
}
