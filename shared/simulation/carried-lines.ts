import type { LineModel, Model, RoleLines } from './model'

type Gear = ReturnType<Model['gearFor']>
type Hands = { gear: Gear | undefined; readonly more: (Hands | undefined)[] }

/** How people walk with things in hand, as a chain of the static measures has it: each list of things is looked into once. */
export function openGears(onFoot: number, gearWith: (lines: readonly LineModel[]) => Gear): Model['gearFor'] {
  const empty: Hands = { gear: { gait: onFoot, via: [] }, more: [] }
  return (lines) => {
    let hands = empty
    for (let at = 0; at < lines.length; at++) {
      const { index } = lines[at]!
      hands.more[index] ??= { gear: undefined, more: [] }
      hands = hands.more[index]
    }
    hands.gear ??= gearWith(lines)
    return hands.gear
  }
}

/** What people of a role carry for a step, by step and role. */
export function openRoleLines(gearFor: Model['gearFor']): Model['linesOf'] {
  const known: (RoleLines | undefined)[][] = []
  return ({ index, lines }, role) => {
    known[index] ??= []
    let found = known[index][role]
    if (found === undefined) {
      const own = lines.filter(({ carrier, perTrip }) => carrier === role && perTrip === 1)
      const left = own.filter(({ isNeeded }) => !isNeeded)
      found = { needed: own.filter(({ isNeeded }) => isNeeded), left, leftGaits: left.map((_, at) => gearFor(left.slice(at)).gait) }
      known[index][role] = found
    }
    return found
  }
}
