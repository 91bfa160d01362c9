import { recordsOf, type WardDocument } from '#shared/document/document'
import { TRAVELLERS } from '#shared/document/vocabulary'
import { type Body, CORRIDORS, type Corridors, MEETING_WINDOW_S, type Settings } from '#shared/document/workshop'
import { SwitchCell } from '../../controls/Cells'
import { words } from '../../state/words'
import { useEdits } from './edits'
import { Amount, Sheet } from './Sheet'

type Unit = 'metre' | 'metrePerSecond' | 'second' | 'degree' | 'percent' | 'days' | 'money'

/** One figure of the settings: how it is read and written, and what it is unless somebody sets it. */
type Line = {
  readonly name: string
  readonly unit: Unit
  readonly usual: number | undefined
  readonly least: number
  readonly most: number
  readonly of: (settings: Settings) => number
  readonly with: (settings: Settings, value: number) => Settings
}

/** The defaults of design.md and domain.md, none of them guidance. */
const BODIES: Readonly<Record<(typeof TRAVELLERS)[number], Body>> = {
  person: { radius: 0.25, speed: 1.1, passes: 0.6, wants: 0.9 },
  wheelchair: { radius: 0.4, speed: 1, passes: 0.85, wants: 1 },
  bed: { radius: 0.5, speed: 0.9, passes: 1.1, wants: 1.4 },
  cart: { radius: 0.5, speed: 0.9, passes: 1.1, wants: 1.4 },
}
const BODY_FIGURES = [
  { figure: 'radius', name: 'report.bodyRadius', unit: 'metre', least: 0, most: 2 },
  { figure: 'speed', name: 'report.speed', unit: 'metrePerSecond', least: 0.1, most: 10 },
  { figure: 'passes', name: 'report.passes', unit: 'metre', least: 0, most: 10 },
  { figure: 'wants', name: 'report.wants', unit: 'metre', least: 0, most: 10 },
] as const

const bodyLines: readonly Line[] = TRAVELLERS.flatMap((traveller) =>
  BODY_FIGURES.map(
    ({ figure, name, unit, least, most }): Line => ({
      name: `${words(`traveller.${traveller}`)}: ${words(name).toLowerCase()}`,
      unit,
      usual: BODIES[traveller][figure],
      least,
      most,
      of: ({ bodies }) => bodies[traveller][figure],
      with: (settings, value) => ({
        ...settings,
        bodies: { ...settings.bodies, [traveller]: { ...settings.bodies[traveller], [figure]: value } },
      }),
    }),
  ),
)

type Plain = 'daysPerYear' | 'doorSeconds' | 'liftSeconds' | 'floorCost' | 'smallestDifference'

const plain = (key: Plain, unit: Unit, usual: number | undefined, least: number, most: number): Line => ({
  name: words(`settings.${key}`),
  unit,
  usual,
  least,
  most,
  of: (settings) => settings[key],
  with: (settings, value) => ({ ...settings, [key]: value }),
})

/** Only simulated days are told by it. */
const meetingWindow: Line = {
  name: words('settings.meetingWindow'),
  unit: 'second',
  usual: MEETING_WINDOW_S,
  least: 0,
  most: 86_400,
  of: (settings) => settings.meetingWindow ?? MEETING_WINDOW_S,
  with: (settings, value) => ({ ...settings, meetingWindow: value }),
}

type Threshold = keyof Settings['thresholds']

const threshold = (key: Threshold, unit: Unit, usual: number, least: number, most: number): Line => ({
  name: words(`settings.${key}`),
  unit,
  usual,
  least,
  most,
  of: ({ thresholds }) => thresholds[key],
  with: (settings, value) => ({ ...settings, thresholds: { ...settings.thresholds, [key]: value } }),
})

const figureLines: readonly Line[] = [
  plain('smallestDifference', 'percent', 0.05, 0, 1),
  plain('daysPerYear', 'days', undefined, 1, 366),
  plain('floorCost', 'money', undefined, 0, 1e7),
  plain('doorSeconds', 'second', 3, 0, 3600),
  plain('liftSeconds', 'second', 45, 0, 3600),
]

const thresholdLines: readonly Line[] = [
  threshold('sharedDistance', 'metre', 2.5, 0, 100),
  threshold('sharedAngle', 'degree', 45, 1, 90),
  threshold('conflictGap', 'metre', 1, 0, 100),
  meetingWindow,
  threshold('dignitySight', 'metre', 25, 0, 1000),
  threshold('observationSight', 'metre', 15, 0, 1000),
  threshold('useReach', 'metre', 1.5, 0, 100),
  threshold('roomPointRadius', 'metre', 0.5, 0, 10),
  threshold('gateDepth', 'metre', 1, 0, 100),
  threshold('assumedPlaces', 'percent', 0.1, 0, 1),
]

const corridor = (key: keyof Corridors['widths'], least: number): Line => ({
  name: words(`settings.corridor.${key}`),
  unit: 'metre',
  usual: CORRIDORS.widths[key],
  least,
  most: 20,
  of: ({ corridors = CORRIDORS }) => corridors.widths[key],
  with: ({ corridors = CORRIDORS, ...settings }, value) => ({
    ...settings,
    corridors: { ...corridors, widths: { ...corridors.widths, [key]: value } },
  }),
})

/** Width 0 asks for nothing. */
const corridorLines: readonly Line[] = [corridor('twoBeds', 0), corridor('bedAndPerson', 0), corridor('people', 0)]

const GROUPS = [
  { title: 'brief.figures', lines: figureLines },
  { title: 'report.bodies', lines: bodyLines },
  { title: 'settings.corridors', lines: corridorLines },
  { title: 'report.thresholds', lines: thresholdLines },
] as const

/** Every figure that the measures go by, with its unit and what it is unless somebody sets it. */
export function SettingsTable({ document }: { readonly document: WardDocument }) {
  const edits = useEdits(document)
  const settings = recordsOf(document.workshop, 'settings')[0]
  const currency = recordsOf(document.workshop, 'workshop')[0]?.currency ?? ''
  if (settings === undefined) return null
  return (
    <>
      {GROUPS.map(({ title, lines }) => (
        <Sheet key={title} title={words(title)} columns={COLUMNS}>
          {lines.map((line) => {
            const percent = line.unit === 'percent'
            const scale = percent ? 100 : 1
            const unit = unitText(line.unit, currency)
            const isSet = line.usual !== undefined && line.of(settings) !== line.usual
            return (
              <tr key={line.name}>
                <th scope="row">{line.name}</th>
                <td className="is-number">
                  <Amount
                    label={line.name}
                    value={line.of(settings) * scale}
                    unit={unit}
                    least={line.least * scale}
                    most={line.most * scale}
                    onCommit={(value) => edits.put(line.with(settings, Math.round((value ?? 0) * 1000) / (1000 * scale)))}
                  />
                </td>
                <td className="sheet-text quiet">{line.usual === undefined ? words('brief.own') : `${roundedText(line.usual * scale)} ${unit}`}</td>
                <td className="sheet-text quiet">{isSet ? words('brief.set-here') : line.usual === undefined ? '' : words('brief.default')}</td>
              </tr>
            )
          })}
          {title === 'settings.corridors' && (
            <tr>
              <th scope="row">{words('settings.corridorPassing')}</th>
              <td>
                <SwitchCell
                  label={words('settings.corridorPassing')}
                  value={(settings.corridors ?? CORRIDORS).passing === 'twoBeds'}
                  onCommit={(isTwo) =>
                    edits.put({ ...settings, corridors: { ...(settings.corridors ?? CORRIDORS), passing: isTwo ? 'twoBeds' : 'bedAndPerson' } })
                  }
                />
              </td>
              <td className="sheet-text quiet">{words('settings.on')}</td>
              <td className="sheet-text quiet">
                {words((settings.corridors ?? CORRIDORS).passing === CORRIDORS.passing ? 'brief.default' : 'brief.set-here')}
              </td>
            </tr>
          )}
          {title === 'report.thresholds' && (
            <tr>
              <th scope="row">{words('settings.sameSexRule')}</th>
              <td>
                <SwitchCell
                  label={words('settings.sameSexRule')}
                  value={settings.sameSexRule}
                  onCommit={(sameSexRule) => edits.put({ ...settings, sameSexRule })}
                />
              </td>
              <td className="sheet-text quiet">{words('settings.off')}</td>
              <td className="sheet-text quiet">{words(settings.sameSexRule ? 'brief.set-here' : 'brief.default')}</td>
            </tr>
          )}
        </Sheet>
      ))}
    </>
  )
}

const COLUMNS = [
  { name: words('brief.figure'), width: 460 },
  { name: words('report.value'), isNumber: true, width: 180 },
  { name: words('brief.usual'), width: 160 },
  { name: words('report.source') },
]

function unitText(unit: Unit, currency: string): string {
  if (unit === 'percent') return '%'
  if (unit === 'days') return words('brief.days')
  if (unit === 'money') return words('brief.a-square-metre', { currency })
  return words(`unit.${unit}`)
}

function roundedText(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
