import { strToU8 } from 'fflate'
import { compareWithBrief } from '#shared/building/brief'
import { buildBuilding } from '#shared/building/build-building'
import type { Building } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type DesignPlans, designPlans } from '#shared/drawing/design-plans'
import { comparisonJson } from '#shared/report/comparison-json'
import { composeReport } from '#shared/report/compose-report'
import { composeWorkbook } from '#shared/report/compose-workbook'
import type { ReportInput, RoomRow } from '#shared/report/report-input'
import { say } from '#shared/report/say'
import { canonicalJson } from './canonical-json'
import { canonicalText } from './canonical-text'
import { crc32 } from './crc32'
import { htmlReport } from './html-report'
import { svgOf } from './svg'
import { xlsxBytes } from './xlsx'

/** Designs measured and compared, and what is needed to draw and name them. */
export type HandOverInput = Pick<ReportInput, 'document' | 'measured' | 'comparison' | 'findings' | 'simulated' | 'worst' | 'words'> & {
  readonly catalogue: Catalogue
  /** The name of the file that they are from, without its folder. */
  readonly file: string
}

/** Which routes a plan has. */
export type PlanOf = keyof DesignPlans

/** Everything that a group takes home. Each piece is made when it is asked for; all are made of the same figures. */
export type HandOver = {
  /** One page with all of it; `typeface`: an Inter as WOFF2 in base64, for a page that is printed here and now. */
  readonly report: (typeface?: string) => string
  readonly spreadsheet: () => Uint8Array
  readonly figures: () => string
  /** A drawing of one design, undefined where there is no such design. */
  readonly plan: (design: string, of: PlanOf, typeface?: string) => string | undefined
  /** Each design as two drawings, with every route and with none: `plan-today.svg` and `plan-today-without-routes.svg`. */
  readonly drawings: () => readonly { readonly name: string; readonly svg: string }[]
}

export function handOver(input: HandOverInput): HandOver {
  const { document, measured, words, catalogue } = input
  let found: ReturnType<HandOverInput['findings']> | undefined
  const findings = () => {
    found ??= input.findings()
    return found
  }
  const drawn = new Map<string, { readonly building: Building; readonly plans: DesignPlans }>()
  const drawnOf = (id: string) => {
    const own = measured.find(({ design }) => design.id === id)?.own
    if (own === undefined) return undefined
    const known = drawn.get(id)
    if (known !== undefined) return known
    const building = buildBuilding(document.designs[id] ?? {}, document.workshop)
    const made = { building, plans: designPlans(building, own, { catalogue, say: (message) => say(message, words) }) }
    drawn.set(id, made)
    return made
  }
  const all = () => measured.flatMap(({ design }) => (drawnOf(design.id) === undefined ? [] : [{ design, ...drawnOf(design.id)! }]))
  const composed = (): ReportInput => ({
    ...input,
    findings,
    plans: all().map(({ design, plans }) => ({ design: design.id, people: plans.people, supplies: plans.supplies })),
    rooms: all().flatMap(({ building }) => roomRows(building, document.workshop)),
    about: { file: input.file, fingerprint: fingerprintOf(input) },
  })
  const plan: HandOver['plan'] = (id, of, typeface) => {
    const shapes = drawnOf(id)?.plans[of]
    const name = measured.find(({ design }) => design.id === id)?.design.name
    return shapes === undefined || name === undefined ? undefined : svgOf(shapes, { title: name, id, alone: true, typeface })
  }
  return {
    report: (typeface) =>
      htmlReport(composeReport(composed()), { language: 'en-GB', foot: say({ key: 'report.madeBy', values: {} }, words), typeface }),
    spreadsheet: () => xlsxBytes(composeWorkbook(composed())),
    figures: () => canonicalJson(comparisonJson(input)),
    plan,
    drawings: () =>
      [...planNames(measured.map(({ design }) => design))].flatMap(([id, name]) =>
        (['all', 'building'] as const).flatMap((of) => {
          const svg = plan(id, of)
          return svg === undefined ? [] : [{ name: `${name}${of === 'all' ? '' : WITHOUT_ROUTES}.svg`, svg }]
        }),
      ),
  }
}

/** Tells two states of a document apart: eight hexadecimal digits of its one text. */
function fingerprintOf({ document }: HandOverInput): string {
  return crc32(strToU8(canonicalText(document)))
    .toString(16)
    .padStart(8, '0')
}

const WITHOUT_ROUTES = '-without-routes'

/** Letters and figures of the design's name, or its id where nothing is left of it; none twice, nor what another is called without routes. */
function planNames(designs: readonly Design[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id, name } of designs) {
    const plain = name
      .normalize('NFKD')
      .replaceAll(/[̀-ͯ]/g, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
    const wanted = `plan-${plain === '' ? id.replaceAll('_', '-') : plain}`
    let free = wanted
    for (let count = 2; taken.has(free) || taken.has(free + WITHOUT_ROUTES); count++) free = `${wanted}-${count}`
    taken.add(free).add(free + WITHOUT_ROUTES)
    names.set(id, free)
  }
  return names
}

/** Every room of a design against its minimum, then what the brief wants and the design lacks. */
function roomRows(building: Building, workshop: RecordTable): readonly RoomRow[] {
  const brief = compareWithBrief(building, workshop)
  const types = new Map(recordsOf(workshop, 'roomType').map((type) => [type.key, type]))
  const below = new Map((brief?.lines ?? []).flatMap((line) => line.below.map(({ room, minimum }) => [room, minimum] as const)))
  const nameOf = (key: string) => types.get(key)?.name ?? key
  const meeting = new Map((brief?.lines ?? []).flatMap(({ roomType, rooms }) => rooms.map((room) => [room, roomType] as const)))
  const extra = new Set((brief?.lines ?? []).flatMap((line) => line.extra))
  const design = building.design.name
  const rooms = building.storeys
    .flatMap((storey) => storey.rooms)
    .map(({ room, type, netArea }): RoomRow => {
      const minimum = below.get(room.id) ?? type?.minimumArea
      const state = below.has(room.id) ? 'below' : minimum === undefined ? 'noMinimum' : netArea < minimum - 1e-6 ? 'below' : 'enough'
      const known = { design, name: room.name, type: nameOf(room.roomType), zone: type?.zone, area: netArea, minimum, state } as const
      return { ...known, meets: meeting.get(room.id), isExtra: extra.has(room.id) }
    })
  const missing = (brief?.lines ?? []).flatMap(({ roomType, missing: count }): RoomRow[] => {
    const type = types.get(roomType)
    const row = {
      design,
      name: '',
      type: nameOf(roomType),
      zone: type?.zone,
      area: undefined,
      minimum: type?.minimumArea,
      state: 'missing' as const,
      meets: roomType,
      isExtra: false,
    }
    return Array.from({ length: count }, () => row)
  })
  return [...rooms, ...missing]
}
