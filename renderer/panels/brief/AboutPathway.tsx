import type { ReactNode } from 'react'
import { type Gates, setPathway } from '#shared/commands/set-pathway'
import { giveVolume, MOST_A_DAY, takeVolume } from '#shared/commands/set-volume'
import { withPerDay } from '#shared/demand/set-arrivals'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Pathway } from '#shared/document/pathway'
import { FLOWS, Flow } from '#shared/document/vocabulary'
import { scenarioOf } from '#shared/journeys/pathways-in-force'
import { ChoiceCell, TextCell } from '../../controls/Cells'
import type { Refusal } from '../../controls/use-draft'
import { words } from '../../state/words'
import { gateChoices } from '../gate-choices'
import { LONGEST_NAME } from './AddForm'
import { useEdits } from './edits'
import { Amount, RemoveButton, Sheet } from './Sheet'

type AboutProps = {
  readonly document: WardDocument
  /** As it is shown: the workshop's, or a design's own. */
  readonly pathway: Pathway
  /** Whether what is shown is a design's: it may have other entrances, all else is the workshop's. */
  readonly isOwn: boolean
  readonly isDisabled: boolean
  readonly onGates: (what: string, gates: Gates) => Refusal
  readonly children: ReactNode
}

/** What a pathway is besides its steps: its name, what moves, where it comes in and leaves, what it turns into and how many a day. */
export function AboutPathway({ document, pathway, isOwn, isDisabled, onGates, children }: AboutProps) {
  const edits = useEdits(document)
  const { key, name } = pathway
  const set = (fields: Parameters<typeof setPathway>[1]['fields']) => edits.commit(setPathway(document, { pathway: key, fields }))
  const all = recordsOf(document.workshop, 'pathway')
  const others = all.filter((each) => each.key !== key)
  const id = all.find((each) => each.key === key)?.id
  const gate = (which: 'gateIn' | 'gateOut', what: string, none: string) => (
    <td>
      <ChoiceCell
        label={words('brief.detail-of', { what, name })}
        value={pathway[which] ?? ''}
        choices={[{ value: '', label: none }, ...gateChoices(document, pathway[which])]}
        isDisabled={isDisabled}
        onCommit={(to) => onGates(what, { [which]: to === '' ? undefined : to })}
      />
    </td>
  )
  return (
    <Sheet
      title={words('brief.about-of', { pathway: name })}
      hint={words('brief.about-hint')}
      columns={[
        { name: words('field.name'), width: 220 },
        { name: words('brief.flow'), width: 150 },
        { name: words('brief.gate-in'), width: 160 },
        { name: words('brief.gate-out'), width: 160 },
        { name: words('brief.becomes'), width: 150 },
        { name: words('brief.if-own'), isNumber: true, width: 130 },
        { name: '', width: 48 },
      ]}
    >
      <tr>
        <td>
          <TextCell
            label={words('brief.pathway-name', { name })}
            value={name}
            longest={LONGEST_NAME}
            isDisabled={isOwn}
            onCommit={(typed) => set({ name: typed })}
          />
        </td>
        <td>
          <ChoiceCell
            label={words('brief.flow-of', { name })}
            value={pathway.flow}
            choices={FLOWS.map((value) => ({ value, label: words(`flow.${value}`) }))}
            isDisabled={isOwn}
            onCommit={(flow) => set({ flow: Flow.parse(flow) })}
          />
        </td>
        {gate('gateIn', words('brief.gate-in'), words('brief.no-gate'))}
        {gate('gateOut', words('brief.gate-out'), words('brief.no-gate-out'))}
        <td>
          <ChoiceCell
            label={words('brief.detail-of', { what: words('brief.becomes'), name })}
            value={pathway.becomes ?? ''}
            choices={[{ value: '', label: words('brief.becomes-nothing') }, ...others.map((each) => ({ value: each.key, label: each.name }))]}
            isDisabled={isOwn}
            onCommit={(becomes) => set({ becomes: becomes === '' ? undefined : becomes })}
          />
        </td>
        <VolumeCell document={document} pathway={pathway} isDisabled={isOwn} />
        <td className="sheet-remove">
          {!isOwn && id !== undefined && <RemoveButton label={words('brief.remove-pathway', { name })} onRemove={() => edits.remove(id)} />}
        </td>
      </tr>
      {children}
    </Sheet>
  )
}

type VolumeProps = { readonly document: WardDocument; readonly pathway: Pathway; readonly isDisabled: boolean }

/** How many a day a pathway has of its own on the day that all designs face, or what it hangs on. */
function VolumeCell({ document, pathway: { key, name }, isDisabled }: VolumeProps) {
  const edits = useEdits(document)
  const scenario = scenarioOf(document.workshop)
  const volume = scenario?.volumes.find(({ pathway }) => pathway === key)
  const hosts = recordsOf(document.workshop, 'pathway').filter(({ steps }) => steps.some(({ items }) => items.some(({ pathway }) => pathway === key)))
  if (volume === undefined && hosts.length > 0) {
    return <td className="sheet-text quiet">{words('brief.hangs-on', { hosts: hosts.map((host) => host.name).join(', ') })}</td>
  }
  return (
    <td className="is-number">
      <Amount
        label={words('brief.per-day-of', { name })}
        value={volume?.perDay}
        least={0}
        most={MOST_A_DAY}
        isOptional
        isDisabled={isDisabled || scenario === undefined}
        onCommit={(perDay) => {
          if (volume === undefined || scenario === undefined)
            return perDay === undefined ? undefined : edits.commit(giveVolume(document, { pathway: key, perDay }))
          if (perDay === undefined) return edits.commit(takeVolume(document, { pathway: key }))
          const volumes = scenario.volumes.map((each) => (each === volume ? withPerDay(volume, perDay) : each))
          return edits.put({ ...scenario, volumes })
        }}
      />
    </td>
  )
}
