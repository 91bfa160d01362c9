import { z } from 'zod'
import { Key } from '#shared/base/ids'
import { degrees, length, metres, text } from '#shared/base/units'
import { UsePoint } from './elements/fixture'
import { StoredPoint } from './elements/storey'
import { Traveller } from './vocabulary'

/** What a part is made of; the look has one colour for each. */
export const MATERIALS = ['white', 'wood', 'teal', 'steel', 'dark', 'glass', 'soft'] as const
export const Material = z.enum(MATERIALS)
export type Material = z.infer<typeof Material>

const SectionPoint = z.strictObject({ y: metres(), z: metres() })

/**
 * A solid in the frame of the fixture (x right, y to its back, z up; metres). Both the plan symbol
 * (its outline seen from above) and the 3D model are made from it.
 */
export const Part = z.discriminatedUnion('shape', [
  z.strictObject({
    shape: z.literal('box'),
    material: Material,
    /** Centre of the base. */
    at: z.strictObject({ x: metres(), y: metres(), z: metres() }),
    size: z.strictObject({ x: length(), y: length(), z: length() }),
    rotation: degrees().default(0),
  }),
  z.strictObject({
    shape: z.literal('cylinder'),
    material: Material,
    /** Centre of the base; upright. */
    at: z.strictObject({ x: metres(), y: metres(), z: metres() }),
    radius: length(),
    height: length(),
  }),
  z.strictObject({
    shape: z.literal('extrusion'),
    material: Material,
    /** Counter-clockwise, extruded upwards from `base`. */
    outline: z.array(StoredPoint).min(3).max(64),
    base: length(),
    height: length(),
  }),
  z.strictObject({
    shape: z.literal('profile'),
    material: Material,
    /** Middle of its width. */
    x: metres(),
    width: length(),
    /** Its section from front to back and up, counter-clockwise seen from its right: backrests, pillows, lids. */
    outline: z.array(SectionPoint).min(3).max(64),
  }),
])
export type Part = Readonly<z.infer<typeof Part>>

/** How high the top of a part is above the floor, in metres. */
export function topOfPart(part: Part): number {
  switch (part.shape) {
    case 'box':
      return part.at.z + part.size.z
    case 'cylinder':
      return part.at.z + part.height
    case 'extrusion':
      return part.base + part.height
    case 'profile':
      return Math.max(...part.outline.map(({ z }) => z))
  }
}

/** Where a piece is listed, in the order of the list. */
export const ENTRY_GROUPS = ['beds', 'clinical', 'scopes', 'stores', 'washing', 'work', 'seats', 'room', 'building'] as const
export type EntryGroup = (typeof ENTRY_GROUPS)[number]

/** A piece of furniture or equipment that can be placed; a fixture copies what it needs from its entry. */
export const CatalogueEntry = z.strictObject({
  key: Key,
  fixtureType: Key,
  name: text(120),
  group: z.enum(ENTRY_GROUPS),
  /** Other words that people look for it by. */
  also: text().default(''),
  footprint: z.array(StoredPoint).min(3).max(64),
  blocks: z.boolean().default(true),
  usePoints: z.array(UsePoint).max(16).default([]),
  bedHead: StoredPoint.optional(),
  eye: z.boolean().default(false),
  screen: z.boolean().default(false),
  /** A lift or stairs: it stands on every storey that it joins. The figures are copied to the connector when placed. */
  connector: z
    .strictObject({
      is: z.enum(['lift', 'stair']),
      car: z.strictObject({ width: length(), depth: length() }).optional(),
      door: length().optional(),
      bodies: z.array(Traveller).optional(),
    })
    .optional(),
  parts: z.array(Part).min(1).max(64),
})
export type CatalogueEntry = Readonly<z.infer<typeof CatalogueEntry>>

/** Entries by key. */
export type Catalogue = { readonly [key: Key]: CatalogueEntry }
