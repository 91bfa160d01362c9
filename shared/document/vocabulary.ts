import { z } from 'zod'

/** What moves along a pathway. Decides colours, separation and who may pass a door. */
export const FLOWS = ['patient', 'family', 'staff', 'medication', 'clean', 'used', 'waste', 'equipment', 'information'] as const
export const Flow = z.enum(FLOWS)
export type Flow = z.infer<typeof Flow>

/** The body that a route is for: its radius, speed and the width it needs are in the settings. */
export const TRAVELLERS = ['person', 'wheelchair', 'bed', 'cart'] as const
export const Traveller = z.enum(TRAVELLERS)
export type Traveller = z.infer<typeof Traveller>

/** What the rules go by: who may pass, what is public, where staff watch from. */
export const RoomUse = z.enum(['care', 'waiting', 'circulation', 'staffBase', 'store', 'other'])
export type RoomUse = z.infer<typeof RoomUse>

export const HygieneZone = z.enum(['public', 'patient', 'staff', 'clean', 'used', 'circulation', 'plant'])
export type HygieneZone = z.infer<typeof HygieneZone>

/** How a step picks one of several places: design.md, section 2, Place. */
export const PlaceChoice = z.enum(['balanced', 'assigned', 'nearest'])
export type PlaceChoice = z.infer<typeof PlaceChoice>

export const Dress = z.enum(['dressed', 'gowned', 'sedated'])
export type Dress = z.infer<typeof Dress>

export const Mobility = z.enum(['walking', 'wheelchair', 'bed'])
export type Mobility = z.infer<typeof Mobility>

export const StepValue = z.enum(['addsValue', 'necessary', 'waste'])
export type StepValue = z.infer<typeof StepValue>

/** What stands along a room edge or a free partition; `open` is floor that one walks and sees across. */
export const EdgeKind = z.enum(['wall', 'glazed', 'open'])
export type EdgeKind = z.infer<typeof EdgeKind>
