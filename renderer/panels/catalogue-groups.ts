import type { Key } from '#shared/base/ids'
import type { CatalogueEntry } from '#shared/document/catalogue'

export const GROUPS = ['beds', 'clinical', 'scopes', 'stores', 'washing', 'work', 'seats', 'room', 'building'] as const
export type Group = (typeof GROUPS)[number]

type Listing = { readonly group: Group; readonly also: string }

/** Where each piece is listed, and other words that people look for it by. */
const LISTED: Readonly<Record<Key, Listing>> = {
  bed: { group: 'beds', also: 'ward hospital patient' },
  cot: { group: 'beds', also: 'baby bassinet newborn' },
  trolley: { group: 'beds', also: 'stretcher gurney recovery' },
  'procedure-couch': { group: 'beds', also: 'endoscopy table' },
  'examination-couch': { group: 'beds', also: 'exam bench treatment' },
  recliner: { group: 'beds', also: 'armchair second stage infusion' },
  'bedside-locker': { group: 'beds', also: 'cabinet nightstand' },
  hoist: { group: 'clinical', also: 'lift transfer patient' },
  'crash-trolley': { group: 'clinical', also: 'resuscitation emergency arrest cart defibrillator' },
  'drugs-trolley': { group: 'clinical', also: 'medication medicine cart' },
  'drip-stand': { group: 'clinical', also: 'iv pole infusion' },
  'patient-monitor': { group: 'clinical', also: 'vital signs observations' },
  'anaesthetic-machine': { group: 'clinical', also: 'anaesthesia ventilator' },
  ultrasound: { group: 'clinical', also: 'scanner imaging' },
  'c-arm': { group: 'clinical', also: 'x-ray fluoroscopy image intensifier' },
  'drugs-cupboard': { group: 'clinical', also: 'medication medicine controlled' },
  'drugs-fridge': { group: 'clinical', also: 'medication refrigerator vaccine cold' },
  'gas-cylinders': { group: 'clinical', also: 'oxygen bottle' },
  'sharps-bin': { group: 'clinical', also: 'needle box' },
  'endoscopy-stack': { group: 'scopes', also: 'tower video endoscope' },
  'scope-cart': { group: 'scopes', also: 'endoscope trolley transport' },
  'scope-cabinet': { group: 'scopes', also: 'endoscope store clean' },
  'drying-cabinet': { group: 'scopes', also: 'endoscope store' },
  'scope-hatch': { group: 'scopes', also: 'pass used endoscope' },
  'scope-sink': { group: 'scopes', also: 'decontamination manual clean endoscope' },
  'scope-washer': { group: 'scopes', also: 'decontamination disinfector endoscope' },
  'clean-rack': { group: 'stores', also: 'shelf stock consumables' },
  'store-shelving': { group: 'stores', also: 'racking shelf stock' },
  'equipment-rack': { group: 'stores', also: 'shelf stock' },
  'linen-trolley': { group: 'stores', also: 'cart sheets laundry' },
  'linen-bags': { group: 'stores', also: 'dirty laundry sack' },
  'waste-bins': { group: 'stores', also: 'rubbish refuse' },
  'waste-stream': { group: 'stores', also: 'rubbish infectious orange bag' },
  lockers: { group: 'stores', also: 'staff change cupboard' },
  basin: { group: 'washing', also: 'sink hands' },
  'clinical-basin': { group: 'washing', also: 'sink scrub clinical hands' },
  wc: { group: 'washing', also: 'toilet lavatory' },
  shower: { group: 'washing', also: 'wet room bathroom' },
  macerator: { group: 'washing', also: 'pulp bedpan dirty utility sluice' },
  'dirty-bench': { group: 'washing', also: 'sluice dirty utility' },
  'reception-counter': { group: 'work', also: 'desk front welcome' },
  desk: { group: 'work', also: 'office computer workstation' },
  'consulting-desk': { group: 'work', also: 'office admission interview' },
  'bedside-desk': { group: 'work', also: 'computer' },
  table: { group: 'work', also: 'dining staff' },
  'meeting-table': { group: 'work', also: 'conference seminar' },
  worktop: { group: 'work', also: 'bench counter kitchen preparation' },
  printer: { group: 'work', also: 'copier office' },
  chair: { group: 'seats', also: 'visitor' },
  'office-chair': { group: 'seats', also: 'swivel desk' },
  'waiting-seat': { group: 'seats', also: 'chair' },
  'waiting-seats-3': { group: 'seats', also: 'chairs bench' },
  'waiting-seats-4': { group: 'seats', also: 'chairs bench' },
  sofa: { group: 'seats', also: 'couch staff rest' },
  'visitor-sofa': { group: 'seats', also: 'couch relatives family' },
  'changing-bench': { group: 'seats', also: 'undress gown' },
  'wheelchair-bay': { group: 'seats', also: 'parking mobility chair' },
  curtain: { group: 'room', also: 'bay privacy track' },
  screen: { group: 'room', also: 'privacy folding' },
  'beverage-point': { group: 'room', also: 'coffee tea water drinks' },
  'vending-machine': { group: 'room', also: 'snacks drinks' },
  fridge: { group: 'room', also: 'refrigerator kitchen pantry' },
  plant: { group: 'room', also: 'flower pot tree' },
  column: { group: 'building', also: 'pillar post structure' },
  'column-large': { group: 'building', also: 'pillar post structure' },
  'column-round': { group: 'building', also: 'pillar post structure' },
  lift: { group: 'building', also: 'elevator storey floor' },
  'bed-lift': { group: 'building', also: 'elevator storey floor trolley' },
  stairs: { group: 'building', also: 'staircase steps storey floor' },
  shaft: { group: 'building', also: 'riser duct services monument' },
}

/** Pieces in their groups whose name, kind or other words hold every word that is looked for. */
export function foundEntries(
  entries: readonly CatalogueEntry[],
  wanted: string,
): readonly { readonly group: Group; readonly entries: readonly CatalogueEntry[] }[] {
  const sought = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const listed = entries.map((entry) => ({ entry, ...(LISTED[entry.key] ?? { group: 'room' as const, also: '' }) }))
  const found = listed.filter(({ entry, also }) => {
    const text = `${entry.name} ${entry.fixtureType.replaceAll('-', ' ')} ${also}`.toLowerCase()
    return sought.every((word) => text.includes(word))
  })
  return GROUPS.flatMap((group) => {
    const inGroup = found.filter((each) => each.group === group).map(({ entry }) => entry)
    return inGroup.length === 0 ? [] : [{ group, entries: inGroup.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) }]
  })
}
