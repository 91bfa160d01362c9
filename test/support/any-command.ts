import { message } from '#shared/base/message'
import { addConnector } from '#shared/commands/add-connector'
import { addDesign } from '#shared/commands/add-design'
import { addDesignsFrom } from '#shared/commands/add-designs-from'
import { addOpening } from '#shared/commands/add-opening'
import { addOuterOpening } from '#shared/commands/add-outer-opening'
import { addPathway } from '#shared/commands/add-pathway'
import { addStorey } from '#shared/commands/add-storey'
import { addWall } from '#shared/commands/add-wall'
import { alignElements, distributeElements } from '#shared/commands/align-elements'
import { arrayFixture } from '#shared/commands/array-fixture'
import { setBaseLock } from '#shared/commands/base-lock'
import { copyElements } from '#shared/commands/copy-elements'
import { dragRoom } from '#shared/commands/drag-room'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { type Edit, refused } from '#shared/commands/edit'
import { groupElements, ungroupElements } from '#shared/commands/group-elements'
import { heedFinding, ignoreFinding } from '#shared/commands/ignore-finding'
import { mergeRooms } from '#shared/commands/merge-rooms'
import { mirrorElements, moveElements, turnElements } from '#shared/commands/move-elements'
import { moveFixture } from '#shared/commands/move-fixture'
import { moveFreeWall } from '#shared/commands/move-free-wall'
import { moveOpening } from '#shared/commands/move-opening'
import { moveRoom } from '#shared/commands/move-room'
import { moveRoomEdge } from '#shared/commands/move-room-edge'
import { moveWall } from '#shared/commands/move-wall'
import { addNote, moveNote, removeNotes, setNote } from '#shared/commands/notes'
import { pasteOver } from '#shared/commands/paste-over'
import { placeArrangement } from '#shared/commands/place-arrangement'
import { placeFixture } from '#shared/commands/place-fixture'
import { placeRoom } from '#shared/commands/place-room'
import { putRecord } from '#shared/commands/put-record'
import { removeElements } from '#shared/commands/remove-elements'
import { removePathway } from '#shared/commands/remove-pathway'
import { removeRecord } from '#shared/commands/remove-record'
import { resizeRoom } from '#shared/commands/resize-room'
import { addRoomCorner, moveRoomCorner, removeRoomCorner } from '#shared/commands/room-corners'
import { roomFromWalls } from '#shared/commands/room-from-walls'
import { saveArrangement } from '#shared/commands/save-arrangement'
import { saveViewpoint } from '#shared/commands/save-viewpoint'
import { addScenario, chooseScenario, removeScenario } from '#shared/commands/scenarios'
import { setClosed } from '#shared/commands/set-closed'
import { removeConnector, serveStorey, setConnector } from '#shared/commands/set-connector'
import { setDesign } from '#shared/commands/set-design'
import { setElement } from '#shared/commands/set-element'
import { setOpening } from '#shared/commands/set-opening'
import { setOutline } from '#shared/commands/set-outline'
import { setGates, setPathway } from '#shared/commands/set-pathway'
import { setPlaceShares } from '#shared/commands/set-place-shares'
import { setRoomEdge } from '#shared/commands/set-room-edge'
import { setStepFacts } from '#shared/commands/set-step-facts'
import { moveStorey, removeStorey, setStorey } from '#shared/commands/set-storey'
import { addTrait, removeTrait, renameTrait } from '#shared/commands/set-traits'
import { setVia } from '#shared/commands/set-via'
import { giveVolume, takeVolume } from '#shared/commands/set-volume'
import { setWallKind } from '#shared/commands/set-wall-kind'
import { setWallLine } from '#shared/commands/set-wall-line'
import { setWeek } from '#shared/commands/set-week'
import { splitRoom } from '#shared/commands/split-room'
import { swapRooms } from '#shared/commands/swap-rooms'
import { addTraitValue, removeTraitValue, renameTraitValue } from '#shared/commands/trait-values'
import { turnFixture } from '#shared/commands/turn-fixture'
import { putUnderlay, removeUnderlay, scaleUnderlay, setUnderlay, shareUnderlay } from '#shared/commands/underlay'
import { addStep, mergeSteps, moveStep, removeStep, setStep } from '#shared/commands/variant-steps'
import { recordsOf } from '#shared/document/document'
import {
  anyFacts,
  type Choice,
  copied,
  design,
  edge,
  entry,
  flow,
  forcedLeg,
  host,
  id,
  ignorable,
  likeOf,
  pathway,
  placeByShares,
  placeWeights,
  ring,
  roomType,
  rounded,
  scenario,
  some,
  spot,
  step,
  steps,
  text,
  trait,
} from './any-choice'

/** Every command that answers an edit, by its name, done to something or other. A test holds the list against the folder. */
export const ANY_COMMAND: Readonly<Record<string, (choice: Choice) => Edit>> = {
  addConnector: (c) =>
    addConnector(
      c.document,
      {
        design: design(c),
        entry: c.one(Object.values(c.catalogue).filter(({ fixtureType }) => /lift|stair/.test(fixtureType))) ?? entry(c),
        ...spot(c),
      },
      c.freshId,
    ),
  addDesign: (c) => addDesign(c.document, { name: text(c), ...(c.yes() ? { outline: ring(c) } : {}), isCurrentState: c.yes() }, c.freshId),
  addDesignsFrom: (c) => addDesignsFrom(c.document, c.document, [design(c)], c.freshId),
  addOpening: (c) =>
    addOpening(
      c.document,
      {
        opening: c.one(['door', 'archway', 'window', 'passThrough'] as const) ?? 'door',
        on: host(c),
        width: 0.6 + Math.abs(c.metres(2)),
        along: c.metres(6),
      },
      c.freshId,
    ),
  addOuterOpening: (c) =>
    addOuterOpening(
      c.document,
      {
        design: design(c),
        storey: id(c, 'storey'),
        face: { from: spot(c), to: spot(c) },
        opening: c.one(['door', 'archway', 'window', 'passThrough'] as const) ?? 'door',
        width: 0.6 + Math.abs(c.metres(2)),
        along: c.metres(6),
      },
      c.freshId,
    ),
  addPathway: (c) =>
    addPathway(
      c.document,
      {
        name: text(c),
        flow: flow(c),
        ...(c.yes() ? { gateIn: 'main', gateOut: 'goods' } : {}),
        step: { name: text(c), roomType: roomType(c) },
        ...(c.yes() ? { perDay: c.metres(50) } : {}),
      },
      c.freshId,
    ),
  addScenario: (c) => addScenario(c.document, { name: text(c), ...(c.yes() ? { like: scenario(c) } : {}) }, c.freshId),
  addStep: (c) =>
    addStep(c.document, { ...steps(c), step: { name: text(c), roomType: roomType(c), seconds: 60 * c.whole(20), at: c.whole(4) } }, c.freshId),
  addStorey: (c) => addStorey(c.document, { design: design(c), name: text(c), where: c.yes() ? 'above' : 'below', ...likeOf(c) }, c.freshId),
  addTrait: (c) => addTrait(c.document, { pathway: pathway(c), name: text(c), values: [text(c), 'no'] }),
  addTraitValue: (c) => addTraitValue(c.document, { ...trait(c), name: text(c) }),
  addWall: (c) => addWall(c.document, { design: design(c), from: spot(c), to: c.yes() ? spot(c) : { x: 1, y: 1 } }, c.freshId),
  alignElements: (c) =>
    alignElements(c.document, { elements: some(c), side: c.one(['left', 'right', 'bottom', 'top', 'centre', 'middle'] as const) ?? 'left' }),
  arrayFixture: (c) =>
    arrayFixture(c.document, { fixture: id(c, 'fixture'), columns: c.whole(4), rows: c.whole(3), stepX: c.metres(2), stepY: c.metres(2) }, c.freshId),
  chooseScenario: (c) => chooseScenario(c.document, { scenario: scenario(c) }),
  copyElements: (c) => copied(c, copyElements),
  distributeElements: (c) => distributeElements(c.document, { elements: some(c), along: c.yes() ? 'x' : 'y' }),
  dragRoom: (c) => dragRoom(c.document, { room: id(c, 'room'), dx: c.metres(5), dy: c.metres(5) }),
  duplicateDesign: (c) => duplicateDesign(c.document, { design: design(c), name: text(c) }, c.freshId),
  giveVolume: (c) => giveVolume(c.document, { pathway: pathway(c), perDay: c.metres(50) }),
  groupElements: (c) => groupElements(c.document, { elements: some(c) }, c.freshId),
  heedFinding: (c) => heedFinding(c.document, { design: design(c), finding: ignorable(c) }),
  ignoreFinding: (c) => ignoreFinding(c.document, { design: design(c), finding: ignorable(c), reason: text(c) }),
  mergeRooms: (c) => mergeRooms(c.document, { room: id(c, 'room'), other: id(c, 'room') }),
  mergeSteps: (c) => {
    const of = steps(c)
    return mergeSteps(c.document, { ...of, step: step(c, of.pathway), into: step(c, of.pathway) }, c.freshId)
  },
  mirrorElements: (c) => mirrorElements(c.document, { elements: some(c), across: c.yes() ? 'x' : 'y' }),
  moveElements: (c) => moveElements(c.document, { elements: some(c), dx: c.metres(3), dy: c.metres(3) }),
  moveFixture: (c) => moveFixture(c.document, { fixture: id(c, 'fixture'), dx: c.metres(3), dy: c.metres(3) }),
  moveFreeWall: (c) => moveFreeWall(c.document, { wall: id(c, 'wall'), dx: c.metres(3), dy: c.metres(3) }),
  moveNote: (c) => moveNote(c.document, { note: id(c, 'note'), dx: c.metres(3), dy: c.metres(3) }),
  moveOpening: (c) => moveOpening(c.document, { opening: id(c, 'opening'), along: c.metres(12), ...(c.yes() ? { on: host(c) } : {}) }),
  moveRoom: (c) => moveRoom(c.document, { room: id(c, 'room'), dx: c.metres(5), dy: c.metres(5) }),
  moveRoomCorner: (c) => moveRoomCorner(c.document, { ...edge(c), to: spot(c), isSquare: c.yes() }),
  moveRoomEdge: (c) => moveRoomEdge(c.document, { ...edge(c), outwards: c.metres(1.5) }),
  moveStep: (c) => {
    const of = steps(c)
    return moveStep(c.document, { ...of, step: step(c, of.pathway), to: c.whole(4) }, c.freshId)
  },
  moveStorey: (c) => moveStorey(c.document, { storey: id(c, 'storey'), way: c.yes() ? 'up' : 'down' }),
  moveWall: (c) => moveWall(c.document, { ...edge(c), outwards: c.metres(1.5) }),
  pasteOver: (c) => copied(c, pasteOver),
  addNote: (c) => addNote(c.document, { design: design(c), ...spot(c), text: text(c) }, c.freshId),
  addRoomCorner: (c) => addRoomCorner(c.document, { ...edge(c), along: c.metres(4) }),
  placeArrangement: (c) => {
    const arrangement = c.one(recordsOf(c.document.workshop, 'arrangement'))
    if (arrangement === undefined) return nothing
    return placeArrangement(
      c.document,
      { name: arrangement.name, pieces: arrangement.pieces },
      { design: design(c), at: spot(c), turn: 90 * c.whole(4), isMirrored: c.yes() },
      c.freshId,
    )
  },
  placeFixture: (c) => placeFixture(c.document, { design: design(c), entry: entry(c), ...spot(c), rotation: c.metres(360) }, c.freshId),
  placeRoom: (c) =>
    placeRoom(
      c.document,
      { design: design(c), roomType: roomType(c), name: text(c), ...spot(c), width: Math.abs(c.metres(6)), depth: Math.abs(c.metres(5)) },
      c.freshId,
    ),
  putRecord: (c) => {
    const all = Object.values(c.document.workshop)
    const record = c.one(all.filter((each) => each.kind !== 'viewpoint' && each.kind !== 'arrangement'))
    if (record?.kind === 'role') return putRecord(c.document, { ...record, speed: c.metres(3) })
    if (record?.kind === 'roomType')
      return putRecord(c.document, { ...record, id: c.yes() ? record.id : c.freshId('roomtype'), key: `type-${c.whole(9)}`, name: text(c) })
    if (record?.kind === 'settings') return putRecord(c.document, { ...record, floorCost: c.metres(5000) })
    const requirement = { id: c.freshId('requirement'), kind: 'requirement', roomType: roomType(c), count: c.whole(9), basis: text(c) } as const
    return putRecord(c.document, requirement)
  },
  putUnderlay: (c) =>
    putUnderlay(
      c.document,
      {
        design: design(c),
        picture: { name: text(c), part: `underlays/${'0123456789abcdef'.repeat(2)}.png`, pixels: { width: 100 + c.whole(900), height: 200 } },
        at: spot(c),
        width: Math.abs(c.metres(40)),
      },
      c.freshId,
    ),
  removeConnector: (c) => removeConnector(c.document, { connector: id(c, 'connector') }),
  removeElements: (c) => removeElements(c.document, { elements: some(c).slice(0, 1) }),
  removeNotes: (c) => removeNotes(c.document, { notes: [id(c, 'note')] }),
  removePathway: (c) => removePathway(c.document, { pathway: pathway(c) }),
  removeRecord: (c) => removeRecord(c.document, { id: c.one(Object.keys(c.document.workshop)) ?? '' }),
  removeRoomCorner: (c) => removeRoomCorner(c.document, edge(c)),
  removeScenario: (c) => removeScenario(c.document, { scenario: scenario(c) }),
  removeStep: (c) => {
    const of = steps(c)
    return removeStep(c.document, { ...of, step: step(c, of.pathway) }, c.freshId)
  },
  removeStorey: (c) => removeStorey(c.document, { storey: id(c, 'storey'), isWhole: c.yes() }),
  removeTrait: (c) => removeTrait(c.document, trait(c)),
  removeTraitValue: (c) => removeTraitValue(c.document, trait(c)),
  removeUnderlay: (c) => removeUnderlay(c.document, { underlay: id(c, 'underlay') }),
  renameTrait: (c) => renameTrait(c.document, { ...trait(c), name: text(c) }),
  renameTraitValue: (c) => renameTraitValue(c.document, { ...trait(c), name: text(c) }),
  resizeRoom: (c) =>
    resizeRoom(c.document, {
      room: id(c, 'room'),
      size: c.yes() ? { width: c.metres(8) } : c.yes() ? { area: c.metres(40), keep: 'width' } : { netArea: c.metres(30), keep: 'depth' },
    }),
  roomFromWalls: (c) => roomFromWalls(c.document, { design: design(c), at: spot(c), roomType: roomType(c), name: text(c) }, c.freshId),
  saveArrangement: (c) => saveArrangement(c.document, { id: c.freshId('arrangement'), name: text(c), elements: some(c) }),
  saveViewpoint: (c) =>
    saveViewpoint(c.document, {
      id: c.freshId('viewpoint'),
      name: text(c),
      ...rounded(spot(c)),
      azimuth: c.whole(360),
      elevation: c.whole(90),
      span: 1 + c.whole(50),
    }),
  scaleUnderlay: (c) => scaleUnderlay(c.document, { underlay: id(c, 'underlay'), from: spot(c), to: spot(c), length: c.metres(20) }),
  serveStorey: (c) => serveStorey(c.document, { connector: id(c, 'connector'), storey: id(c, 'storey'), isServed: c.yes() }, c.freshId),
  setBaseLock: (c) => setBaseLock(c.document, { storey: id(c, 'storey'), reason: c.yes() ? text(c) : undefined }),
  setClosed: (c) => setClosed(c.document, { scenario: scenario(c), place: placeByShares(c), count: c.whole(4) - (c.yes() ? 0 : 1) }),
  setConnector: (c) => setConnector(c.document, { connector: id(c, 'connector'), fields: { name: text(c) } }),
  setDesign: (c) => setDesign(c.document, { design: design(c), fields: c.yes() ? { name: text(c), idea: text(c) } : { locked: c.whole(4) === 0 } }),
  setElement: (c) =>
    c.yes()
      ? setElement(c.document, { kind: 'fixture', id: id(c, 'fixture'), fields: { name: text(c), blocks: c.yes() } })
      : setElement(c.document, { kind: 'room', id: id(c, 'room'), fields: { name: text(c), roomType: roomType(c), capacity: c.whole(9) } }),
  setGates: (c) =>
    setGates(c.document, { ...steps(c), gates: c.yes() ? { gateIn: c.yes() ? 'staff' : undefined } : { gateOut: 'goods' } }, c.freshId),
  setNote: (c) => setNote(c.document, { note: id(c, 'note'), fields: { text: text(c), isDone: c.yes() } }),
  setOpening: (c) => setOpening(c.document, { opening: id(c, 'opening'), fields: { width: c.metres(3), name: text(c) } }),
  setOutline: (c) => setOutline(c.document, { storey: id(c, 'storey'), outline: c.yes() ? ring(c) : undefined }),
  setPathway: (c) => {
    const becomes = { becomes: c.yes() ? pathway(c) : undefined }
    return setPathway(c.document, { pathway: pathway(c), fields: c.yes() ? becomes : c.yes() ? { name: text(c) } : { flow: flow(c) } })
  },
  setPlaceShares: (c) => setPlaceShares(c.document, placeWeights(c)),
  setVia: (c) => setVia(c.document, forcedLeg(c)),
  setRoomEdge: (c) =>
    setRoomEdge(c.document, { ...edge(c), fields: { edge: c.one(['wall', 'glazed', 'open'] as const) ?? 'wall', thickness: c.metres(0.4) } }),
  setStep: (c) => {
    const of = steps(c)
    return setStep(
      c.document,
      { ...of, step: step(c, of.pathway), fields: c.yes() ? { name: text(c), seconds: c.metres(900) } : { place: placeByShares(c) } },
      c.freshId,
    )
  },
  setStepFacts: (c) => {
    const of = steps(c)
    return setStepFacts(c.document, { ...of, step: step(c, of.pathway), facts: anyFacts(c, of.pathway) }, c.freshId)
  },
  setStorey: (c) => setStorey(c.document, { storey: id(c, 'storey'), fields: c.yes() ? { name: text(c) } : { elevation: c.metres(30) } }),
  setUnderlay: (c) => setUnderlay(c.document, { underlay: id(c, 'underlay'), fields: { ...spot(c), rotation: c.metres(500), opacity: c.metres(2) } }),
  setWallKind: (c) => setWallKind(c.document, { ...edge(c), edge: c.one(['wall', 'glazed', 'open'] as const) ?? 'wall' }),
  setWallLine: (c) => setWallLine(c.document, { wall: id(c, 'wall'), length: c.metres(5), angle: c.metres(360) }),
  setWeek: (c) => setWeek(c.document, { scenario: scenario(c), pathway: pathway(c), overWeek: Array.from({ length: 7 }, () => c.metres(2)) }),
  shareUnderlay: (c) => shareUnderlay(c.document, { underlay: id(c, 'underlay') }, c.freshId),
  splitRoom: (c) => splitRoom(c.document, { room: id(c, 'room'), from: spot(c), to: spot(c) }, c.freshId),
  swapRooms: (c) => swapRooms(c.document, { room: id(c, 'room'), other: id(c, 'room') }),
  takeVolume: (c) => takeVolume(c.document, { pathway: pathway(c) }),
  turnElements: (c) => turnElements(c.document, { elements: some(c), turn: c.yes() ? 90 : c.metres(200) }),
  turnFixture: (c) => turnFixture(c.document, { fixture: id(c, 'fixture'), rotation: c.metres(700) }),
  ungroupElements: (c) => ungroupElements(c.document, { elements: some(c) }),
}

const nothing = refused(message('refused.nothing-selected'))
