import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { buildBuilding } from '#shared/building/build-building'
import { pointsOfRooms } from '#shared/building/room-point'
import type { WardDocument } from '#shared/document/document'
import type { Scenario } from '#shared/document/workshop'
import { type Ground, groundOf } from '#shared/journeys/ground'
import { openLegBook } from '#shared/journeys/leg-book'
import { pathwaysInForce, type Stream, scenarioOf, settingsOf, streamsOf } from '#shared/journeys/pathways-in-force'
import { premisesOf } from '#shared/journeys/premises'
import type { Router } from '#shared/routing/router'
import { routerOfStorey } from '#shared/routing/storey-router'
import { type Compiled, compileModel } from './compile-model'

/** The floor that a design's runs are walked on. Whoever has measured the design has one already. */
export type LaidGround = { readonly ground: Ground; readonly floors: readonly Router['floor'][] }

/** A design ready to be run under one reading; the scenario is the workshop's unless another is given. */
export function modelOfDesign(document: WardDocument, designId: Id, reading: 'own' | 'reference', scenario?: Scenario, laid?: LaidGround): Compiled {
  const table = document.designs[designId]
  const settings = settingsOf(document.workshop)
  const faced = scenario ?? scenarioOf(document.workshop)
  if (table === undefined || settings === undefined || faced === undefined) return { status: 'refused', reason: message('unavailable.noSettings') }
  const building = buildBuilding(table, document.workshop)
  const { ground, floors } = laid ?? layGround(document, designId)!
  const streams = streamsUnder(streamsOf(pathwaysInForce(document, designId, reading), document.workshop), faced)
  return compileModel({ ground, floors, design: building.design, workshop: document.workshop, settings, scenario: faced, streams })
}

/** The streams with the volumes of another scenario; what it does not name keeps its own. */
function streamsUnder(streams: readonly Stream[], { volumes }: Scenario): readonly Stream[] {
  return streams.filter(({ host }) => volumes.some(({ pathway, perDay }) => pathway === host.key && perDay > 0))
}

/** The floor of a design, which serves every plan that it is run under; undefined where there is none to lay. */
export function layGround({ workshop, designs }: WardDocument, designId: Id): LaidGround | undefined {
  const settings = settingsOf(workshop)
  const table = designs[designId]
  if (settings === undefined || table === undefined) return undefined
  const building = buildBuilding(table, workshop)
  const routers = building.storeys.map((storey) => routerOfStorey(storey, settings.thresholds.gateDepth))
  const premises = premisesOf(building, pointsOfRooms(building, settings), workshop)
  return { ground: groundOf(premises, routers, settings, openLegBook()), floors: routers.map(({ floor }) => floor) }
}
