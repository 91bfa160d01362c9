import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { Copy, Lock, Maximize, PanelLeft } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { Building, BuildingStorey } from '#shared/building/building'
import { designsOf, recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { OpenDocument } from '../state/document-store'
import { useDesk, useView } from '../state/react'
import { words } from '../state/words'
import { BesideMenu } from './BesideMenu'
import { inOrder } from './designs-in-order'
import './design-bar.css'
import { StoreyMenu } from './StoreyMenu'

/** Which design is shown and how. */
export function DesignBar({
  open,
  design,
  building,
  storey,
  isListOpen,
  onToggleList,
}: {
  readonly open: OpenDocument
  readonly design: Design
  readonly building: Building
  readonly storey: BuildingStorey
  readonly isListOpen: boolean
  readonly onToggleList: () => void
}) {
  const desk = useDesk()
  const show = useView((view) => view.show)
  const reading = useView((view) => view.reading)
  const table = open.document.designs[design.id]
  const shown = useRef<HTMLButtonElement>(null)
  // Of more designs than the bar has room for, the one that is looked at is among those that are seen.
  const see = useEffectEvent((_design: string) => shown.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
  useEffect(() => {
    const seeAgain = () => see(design.id)
    seeAgain()
    window.addEventListener('resize', seeAgain)
    return () => window.removeEventListener('resize', seeAgain)
  }, [design.id])
  const hasVariant = table !== undefined && recordsOf(table, 'pathway').length > 0
  return (
    <section className="design-bar" aria-label={words('design.bar')}>
      <Tooltip label={words(isListOpen ? 'objects.hide' : 'objects.show')}>
        <ActionIcon aria-label={words('objects.title')} aria-expanded={isListOpen} onClick={onToggleList}>
          <PanelLeft size={20} />
        </ActionIcon>
      </Tooltip>
      <nav className="design-tabs" aria-label={words('design.switcher')}>
        {inOrder(designsOf(open.document)).map((each) => (
          <button
            key={each.id}
            type="button"
            aria-current={each.id === design.id ? 'true' : undefined}
            ref={each.id === design.id ? shown : undefined}
            title={each.idea}
            aria-label={each.locked ? words('design.tab-locked', { design: each.name }) : undefined}
            onClick={() => desk.showDesign(each.id)}
          >
            {each.locked && <Lock size={14} aria-hidden />}
            {each.name}
            {each.id === design.id && nameOfParent(open, each) !== undefined && (
              <span className="tag">{words('design.from', { parent: nameOfParent(open, each) ?? '' })}</span>
            )}
            {each.isCurrentState && each.name !== words('design.today') && <span className="tag">{words('design.today')}</span>}
          </button>
        ))}
      </nav>
      <Tooltip label={words('design.copy-short')}>
        <ActionIcon aria-label={words('design.copy-short')} onClick={desk.copyDesign}>
          <Copy size={20} />
        </ActionIcon>
      </Tooltip>
      <span className="design-bar-space" />
      {hasVariant && (
        <SegmentedControl
          aria-label={words('reading.title')}
          value={reading}
          onChange={(value) => desk.setReading(value === 'reference' ? 'reference' : 'own')}
          data={[
            { value: 'own', label: words('reading.own') },
            { value: 'reference', label: words('reading.reference') },
          ]}
        />
      )}
      {table !== undefined && <StoreyMenu building={building} storey={storey} table={table} isLocked={design.locked} />}
      <BesideMenu open={open} design={design} />
      <SegmentedControl
        aria-label={words('view.title')}
        value={show}
        onChange={(value) => desk.show(value === 'scene' ? 'scene' : 'plan')}
        data={[
          { value: 'plan', label: words('menu.view-plan') },
          { value: 'scene', label: words('menu.view-3d') },
        ]}
      />
      <Tooltip label={words('keys.fit')}>
        <ActionIcon aria-label={words('keys.fit')} onClick={desk.fit}>
          <Maximize size={20} />
        </ActionIcon>
      </Tooltip>
    </section>
  )
}

/** What the design that this one grew from is called, if it is still there. */
function nameOfParent({ document }: OpenDocument, { parent }: Design): string | undefined {
  const record = parent === undefined ? undefined : document.designs[parent]?.[parent]
  return record?.kind === 'design' ? record.name : undefined
}
