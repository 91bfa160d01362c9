import { Button, Slider, Switch } from '@mantine/core'
import { Image, Layers2, Lock, LockOpen, RefreshCw, Ruler, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Edit } from '#shared/commands/edit'
import { removeUnderlay, setUnderlay, shareUnderlay, underlayOf } from '#shared/commands/underlay'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Storey } from '#shared/document/elements/storey'
import type { Underlay } from '#shared/document/elements/underlay'
import { NumberField } from '../controls/NumberField'
import { freshId } from '../state/fresh-id'
import { useDesk } from '../state/react'
import { words } from '../state/words'
import './underlay.css'

type UnderlayProps = {
  readonly document: WardDocument
  readonly table: RecordTable
  readonly storey: Storey
  readonly onCommit: (edit: Edit) => void
}

/** The picture under a storey, as fields: where it lies, how large, how faint; or the way to one. */
export function UnderlaySection(props: UnderlayProps) {
  const desk = useDesk()
  const underlay = underlayOf(props.table, props.storey.id)
  return (
    <section className="underlay-section" aria-label={words('underlay.title')}>
      <h3>{words('underlay.title')}</h3>
      {underlay === undefined ? (
        <>
          <p className="quiet small">{words('underlay.none')}</p>
          <Button variant="default" leftSection={<Image size={18} aria-hidden />} onClick={() => void desk.addUnderlay()}>
            {words('underlay.add')}
          </Button>
        </>
      ) : (
        <Fields {...props} underlay={underlay} />
      )}
    </section>
  )
}

function Fields({ document, storey, underlay, onCommit }: UnderlayProps & { readonly underlay: Underlay }) {
  const desk = useDesk()
  const [fade, setFade] = useState<number | undefined>(undefined)
  const isHeld = underlay.locked || storey.baseLock !== undefined
  const set = (fields: Parameters<typeof setUnderlay>[1]['fields']) => onCommit(setUnderlay(document, { underlay: underlay.id, fields }))
  const shown = fade ?? underlay.opacity * 100
  return (
    <>
      <p className="underlay-name">
        {underlay.page === undefined ? underlay.name : words('underlay.page-of', { name: underlay.name, page: underlay.page })}
      </p>
      <Button variant="default" disabled={isHeld} leftSection={<Ruler size={18} aria-hidden />} onClick={() => desk.setTool({ tool: 'underlay' })}>
        {words('underlay.place')}
      </Button>
      <div className="field-pair">
        <NumberField label={words('field.x')} value={underlay.x} unit="m" step={0.1} isDisabled={isHeld} onCommit={(x) => set({ x })} />
        <NumberField label={words('field.y')} value={underlay.y} unit="m" step={0.1} isDisabled={isHeld} onCommit={(y) => set({ y })} />
        <NumberField
          label={words('field.width')}
          value={underlay.width}
          unit="m"
          step={0.1}
          isDisabled={isHeld}
          onCommit={(width) => set({ width })}
        />
        <NumberField
          label={words('field.rotation')}
          value={underlay.rotation}
          unit="°"
          step={0.5}
          decimals={1}
          isDisabled={isHeld}
          onCommit={(rotation) => set({ rotation })}
        />
      </div>
      <div className="underlay-fade">
        <span id="underlay-fade">{words('underlay.fade')}</span>
        <Slider
          thumbProps={{ 'aria-labelledby': 'underlay-fade' }}
          min={0}
          max={100}
          step={5}
          value={shown}
          label={(percent) => `${percent} %`}
          onChange={setFade}
          onChangeEnd={(percent) => {
            setFade(undefined)
            set({ opacity: percent / 100 })
          }}
        />
      </div>
      <Switch
        label={words('underlay.lock')}
        checked={underlay.locked}
        thumbIcon={underlay.locked ? <Lock size={12} aria-hidden /> : <LockOpen size={12} aria-hidden />}
        onChange={(event) => set({ locked: event.currentTarget.checked })}
        className="lock-switch"
      />
      <div className="underlay-acts">
        <Button
          variant="default"
          leftSection={<Layers2 size={18} aria-hidden />}
          onClick={() => onCommit(shareUnderlay(document, { underlay: underlay.id }, freshId))}
        >
          {words('underlay.share')}
        </Button>
        <Button variant="default" disabled={isHeld} leftSection={<RefreshCw size={18} aria-hidden />} onClick={() => void desk.addUnderlay()}>
          {words('underlay.replace')}
        </Button>
        <Button
          variant="subtle"
          color="dark"
          disabled={storey.baseLock !== undefined}
          leftSection={<Trash2 size={18} aria-hidden />}
          onClick={() => onCommit(removeUnderlay(document, { underlay: underlay.id }))}
        >
          {words('underlay.remove')}
        </Button>
      </div>
    </>
  )
}
