import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core'
import { FlipHorizontal2, FlipVertical2, Group as GroupIcon, type LucideIcon, RotateCcw, RotateCw, Ungroup } from 'lucide-react'
import { useState } from 'react'
import { NumberField } from '../controls/NumberField'
import { useDesk } from '../state/react'
import { words } from '../state/words'

/** Turned by quarters or by what is typed, and mirrored: whatever is selected, about its middle. */
export function TurnFields() {
  const desk = useDesk()
  return (
    <fieldset className="many-group">
      <legend>{words('inspector.turn')}</legend>
      <Act icon={RotateCcw} label={words('inspector.turn-left')} onClick={() => desk.turnSelected(90)} />
      <Act icon={RotateCw} label={words('inspector.turn-right')} onClick={() => desk.turnSelected(-90)} />
      <Act icon={FlipHorizontal2} label={words('inspector.mirror-x')} onClick={() => desk.mirrorSelected('x')} />
      <Act icon={FlipVertical2} label={words('inspector.mirror-y')} onClick={() => desk.mirrorSelected('y')} />
      <div className="turn-by">
        <NumberField label={words('inspector.turn-by')} value={0} unit="°" step={15} decimals={1} onCommit={(turn) => void desk.turnSelected(turn)} />
      </div>
    </fieldset>
  )
}

/** Made one group, or taken apart. */
export function GroupFields({ isGrouped, canGroup }: { readonly isGrouped: boolean; readonly canGroup: boolean }) {
  const desk = useDesk()
  if (!isGrouped && !canGroup) return null
  return (
    <div className="field-pair">
      {canGroup && (
        <Button variant="default" leftSection={<GroupIcon size={18} aria-hidden />} onClick={desk.groupSelected}>
          {words('inspector.group')}
        </Button>
      )}
      {isGrouped && (
        <Button variant="default" leftSection={<Ungroup size={18} aria-hidden />} onClick={desk.ungroupSelected}>
          {words('inspector.ungroup')}
        </Button>
      )}
    </div>
  )
}

/** Keeps what is selected in the catalogue, under a name. */
export function KeepFields() {
  const desk = useDesk()
  const [name, setName] = useState('')
  const keep = () => {
    if (desk.keepArrangement(name)) setName('')
  }
  return (
    <details className="more">
      <summary>{words('arrangement.keep')}</summary>
      <TextInput
        label={words('arrangement.name')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <Button variant="default" onClick={keep} disabled={name.trim() === ''}>
        {words('arrangement.save')}
      </Button>
    </details>
  )
}

export function Act({ icon: Icon, label, onClick }: { readonly icon: LucideIcon; readonly label: string; readonly onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={40} variant="default" aria-label={label} onClick={onClick}>
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
