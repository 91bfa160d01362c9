import { Button, Drawer, SegmentedControl, Select } from '@mantine/core'
import { MapPin } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Id } from '#shared/base/ids'
import { buildBuilding } from '#shared/building/build-building'
import { type MetricChange, nameOf } from '#shared/comparison/change-of'
import type { DesignComparison } from '#shared/comparison/comparison'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { MetricValue } from '#shared/metrics/measurement'
import { changeLine, figureText, subjectText } from '#shared/report/metric-text'
import type { OpenFigure } from '../../panels/compare/open-figure'
import { RangeNote } from '../../panels/RangeNote'
import { PartList } from '../../panels/TripsPanel'
import { useRange } from '../../panels/use-range'
import { TracedPlan } from '../../plan/TracedPlan'
import { catalogue } from '../../state/catalogue'
import { partsDrawn } from '../../state/range-drawn'
import { useDesk } from '../../state/react'
import { shownStorey } from '../../state/shown-storey'
import { type PickedTrip, selecting } from '../../state/view-store'
import { say, table, words } from '../../state/words'
import type { MeasureRef } from '../../workers/messages'
import type { ShownPart } from '../../workers/part-rows'
import './figure-drawer.css'

export type FigureDrawerProps = {
  readonly open: OpenFigure | undefined
  readonly designs: readonly DesignComparison[]
  readonly document: WardDocument
  readonly onOpen: (open: OpenFigure | undefined) => void
}

/** What a number is made of: its trips, largest first, beside the plan that they are drawn on. */
export function FigureDrawer({ open, designs, document, onOpen }: FigureDrawerProps) {
  const title = open === undefined ? '' : 'title' in open ? open.title : measureTitle(open.of)
  return (
    <Drawer
      opened={open !== undefined}
      onClose={() => onOpen(undefined)}
      position="right"
      size="min(1480px, 86vw)"
      lockScroll={false}
      withCloseButton={false}
      classNames={{ content: 'figure-drawer', body: 'figure-all' }}
      overlayProps={{ backgroundOpacity: 0.35, color: '#1b2733' }}
    >
      {/* The library's own head is a header, of which the window has one already. */}
      <div className="figure-head">
        <Drawer.Title>{title}</Drawer.Title>
        <Drawer.CloseButton aria-label={words('trips.close')} size={40} />
      </div>
      <div className="figure-body">
        {open !== undefined && <Figure key={open.design} open={open} designs={designs} document={document} onOpen={onOpen} />}
      </div>
    </Drawer>
  )
}

function measureTitle({ metric }: MeasureRef): string {
  return words(`metric.${metric}`)
}

function Figure({ open, designs, document, onOpen }: FigureDrawerProps & { readonly open: OpenFigure }) {
  const desk = useDesk()
  const [parts, setParts] = useState<readonly ShownPart[] | undefined>(undefined)
  const [picked, setPicked] = useState<PickedTrip | undefined>(undefined)
  const { design: id, of } = open
  useEffect(() => {
    let isWanted = true
    setParts(undefined)
    setPicked(undefined)
    setWanted(undefined)
    void desk.compare.parts(id, of).then((found) => isWanted && setParts(found ?? []))
    return () => {
      isWanted = false
    }
  }, [desk, id, of])
  const range = useRange('figure-range', id, 'own', 'metric' in of ? of : undefined)
  const compared = designs.find(({ design }) => design.id === id)
  const records = document.designs[id]
  const building = records === undefined ? undefined : buildBuilding(records, document.workshop)
  const [wanted, setWanted] = useState<Id | undefined>(undefined)
  const name = compared?.design.name ?? ''
  const change = 'metric' in of ? compared?.whole.find((one) => nameOf(one) === nameOf(of)) : undefined
  const shown = partsDrawn(parts ?? [], picked, range.found?.status === 'found' ? range.found : undefined)
  // What is listed first, or was picked, is seen at once; the other storeys are a press away.
  const first = shown[0]?.marks.find((mark) => mark.storey !== undefined)?.storey
  const storey = building && shownStorey(building, document, wanted ?? first)
  const showInDesign = () => {
    desk.lookAt(id)
    if (storey !== undefined) desk.lookAtStorey(storey.storey.id)
    desk.view.setState({ reading: 'own', show: 'plan', ...selecting([]) })
    desk.setLayers({ onlyTrips: 'trips' in of ? of.trips : undefined })
    desk.openMeasure('metric' in of ? of : undefined)
    if ('metric' in of && picked !== undefined) desk.pickTrip(picked)
    onOpen(undefined)
  }
  return (
    <>
      <div className="figure-plan">
        {building !== undefined && storey !== undefined && building.storeys.length > 1 && (
          <SegmentedControl
            className="figure-storeys"
            aria-label={words('storeys.which')}
            value={storey.storey.id}
            onChange={setWanted}
            data={building.storeys.map((each) => ({ value: each.storey.id, label: each.storey.name }))}
          />
        )}
        {storey !== undefined && (
          <TracedPlan storey={storey} catalogue={catalogue} parts={shown} label={words('glimpse.plan', { design: name })} say={say} />
        )}
      </div>
      <div className="figure-list">
        {'metric' in of ? (
          <SegmentedControl
            aria-label={words('compare.of-design')}
            orientation={designs.length > 3 ? 'vertical' : 'horizontal'}
            fullWidth
            value={id}
            onChange={(design) => onOpen({ ...open, design })}
            data={designs.map(({ design }) => ({ value: design.id, label: design.name }))}
          />
        ) : (
          <h3>{name}</h3>
        )}
        {'title' in open && <p className="trips-value figure-summary">{open.summary}</p>}
        {change !== undefined && compared !== undefined && (
          <Value change={change} compared={compared} currency={recordsOf(document.workshop, 'workshop')[0]?.currency} />
        )}
        {change?.value.status === 'available' && (
          <RangeNote range={range} unit={change.unit} parts={parts ?? []} picked={picked} onPick={setPicked} />
        )}
        {change !== undefined && compared !== undefined && (
          <Subjects change={change} compared={compared} workshop={document.workshop} onOpen={(measure) => onOpen({ design: id, of: measure })} />
        )}
        <Button variant="light" leftSection={<MapPin size={18} aria-hidden />} onClick={showInDesign}>
          {words('compare.show-in-design')}
        </Button>
        {parts !== undefined && parts.length > 0 && (
          <>
            <p className="small quiet">{words('trips.hint')}</p>
            <PartList parts={parts} value={amountsOf(change)} range={range} picked={picked} onPick={setPicked} />
          </>
        )}
        {parts?.length === 0 && change?.value.status !== 'unavailable' && <p className="quiet">{words('trips.none')}</p>}
        {picked !== undefined && (
          <Button variant="light" onClick={() => setPicked(undefined)}>
            {words('trips.show-all')}
          </Button>
        )}
      </div>
    </>
  )
}

/** What parts are amounts of; trips that a chart adds up are metres a day. */
function amountsOf(change: MetricChange | undefined): MetricValue {
  if (change === undefined)
    return {
      metric: 'flowDistance',
      subject: undefined,
      unit: 'metre',
      per: 'day',
      better: 'less',
      result: { status: 'available', value: 0 },
    }
  const { metric, subject, unit, per, better, value } = change
  return { metric, subject, unit, per, better, result: value }
}

function Value({
  change,
  compared,
  currency,
}: {
  readonly change: MetricChange
  readonly compared: DesignComparison
  readonly currency: string | undefined
}) {
  const { value, unit, per } = change
  if (value.status === 'unavailable') return <p className="trips-reason">{say(value.reason)}</p>
  return (
    <div>
      <p className="trips-value">
        {figureText(unit, value.value, table, currency)}
        {per !== undefined && unit !== 'share' && <span className="quiet"> {words(`per.${per}`)}</span>}
      </p>
      {!compared.isDatum && change.verdict !== undefined && (
        <p className={`figure-change is-${change.verdict}`}>{changeLine(change, table, currency)}</p>
      )}
    </div>
  )
}

type SubjectsProps = {
  readonly change: MetricChange
  readonly compared: DesignComparison
  readonly workshop: RecordTable
  readonly onOpen: (measure: MeasureRef) => void
}

/** The parts that the measure comes in: each role, each kind of place. */
function Subjects({ change, compared, workshop, onOpen }: SubjectsProps) {
  const all = compared.whole.filter(({ metric }) => metric === change.metric)
  if (all.length < 2) return null
  const data = all.map(({ subject, value, unit }) => ({
    value: subject ?? '',
    label: words('trips.subject', {
      name: subject === undefined ? words('trips.whole') : subjectText(subject, table, workshop),
      value: value.status === 'available' ? figureText(unit, value.value, table) : '–',
    }),
  }))
  return (
    <Select
      label={words('trips.subjects')}
      data={data}
      value={change.subject ?? ''}
      allowDeselect={false}
      maxDropdownHeight={360}
      comboboxProps={{ withinPortal: false }}
      onChange={(subject) => onOpen({ metric: change.metric, subject: subject === null || subject === '' ? undefined : subject })}
    />
  )
}
