/**
 * An expected number that may depend on which of several ways is shortest: a plain number, a sum of
 * parts of other chances, or one such part, which may hang on an option of a decision. Plans are made of
 * these, so that they need no lengths; a plan is filled in with numbers for each layout.
 */
export type Chance = number | Part | Variable

/** A sum. Whatever it is made of comes before it in the plan. */
export type Variable = { readonly id: number; readonly terms: readonly Part[] }

/** `factor` times a chance, as far as the option of the decision is taken; decision -1: it hangs on none. */
export type Part = {
  readonly id?: undefined
  readonly of: number | Variable
  readonly factor: number
  readonly decision: number
  readonly option: number
  /** Another chance, independent of the first, to multiply by. */
  readonly by: Variable | undefined
}

/** Makes chances, and keeps those that are sums in order. */
export function openChances() {
  const variables: Variable[] = []

  function variable(terms: readonly Part[]): Variable {
    const made = { id: variables.length, terms }
    variables.push(made)
    return made
  }

  function whole(of: number | Variable): Part {
    return partOf(of, 1, -1, -1, undefined)
  }

  function asVariable(chance: Part | Variable): Variable {
    return chance.id === undefined ? variable([chance]) : chance
  }

  function scaled(chance: Chance, factor: number): Chance {
    if (typeof chance === 'number') return chance * factor
    if (factor === 1) return chance
    if (chance.id !== undefined) return partOf(chance, factor, -1, -1, undefined)
    return partOf(chance.of, chance.factor * factor, chance.decision, chance.option, chance.by)
  }

  return {
    variables,
    scaled,
    /** The chance that two things happen which do not depend on each other. */
    product(a: Chance, b: Chance): Chance {
      if (typeof a === 'number') return scaled(b, a)
      if (typeof b === 'number') return scaled(a, b)
      return partOf(asVariable(a), 1, -1, -1, asVariable(b))
    },
    /** The part of a chance in which an option of a decision is taken. */
    taken(chance: Chance, decision: number, option: number): Chance {
      if (typeof chance === 'number') return partOf(chance, 1, decision, option, undefined)
      if (chance.id === undefined && chance.decision < 0) return partOf(chance.of, chance.factor, decision, option, chance.by)
      return partOf(asVariable(chance), 1, decision, option, undefined)
    },
    sum(chances: readonly Chance[]): Chance {
      if (chances.length === 1) return chances[0]!
      if (areParts(chances)) return variable(chances)
      const numbers: number[] = []
      const terms: Part[] = []
      for (let i = 0; i < chances.length; i++) {
        const chance = chances[i]!
        if (typeof chance === 'number') numbers.push(chance)
        else terms.push(chance.id === undefined ? chance : whole(chance))
      }
      const constant = steadySum(numbers)
      if (terms.length === 0) return constant
      if (constant !== 0) terms.push(whole(constant))
      return variable(terms)
    },
  }
}

/** All of one make: the engine is quick with these only as long as it knows no other. */
function partOf(of: number | Variable, factor: number, decision: number, option: number, by: Variable | undefined): Part {
  return { of, factor, decision, option, by }
}

function areParts(chances: readonly Chance[]): chances is readonly Part[] {
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i]!
    if (typeof chance === 'number' || chance.id !== undefined) return false
  }
  return chances.length > 0
}

/** The sums of a plan, laid out flat. */
export type ChanceTable = {
  /** Of each variable: where its terms begin; one more than there are variables. */
  readonly starts: Int32Array
  /** Of each term: the variable it is a part of, or -1 for the number 1. */
  readonly of: Int32Array
  readonly factors: Float64Array
  readonly decisions: Int32Array
  readonly options: Int32Array
  /** -1: none. */
  readonly by: Int32Array
}

export function chanceTable(variables: readonly Variable[]): ChanceTable {
  const count = variables.reduce((sum, { terms }) => sum + terms.length, 0)
  const table = {
    starts: new Int32Array(variables.length + 1),
    of: new Int32Array(count),
    factors: new Float64Array(count),
    decisions: new Int32Array(count),
    options: new Int32Array(count),
    by: new Int32Array(count),
  }
  let next = 0
  for (let index = 0; index < variables.length; index++) {
    const { terms } = variables[index]!
    for (let term = 0; term < terms.length; term++) {
      const { of, factor, decision, option, by } = terms[term]!
      table.of[next] = typeof of === 'number' ? -1 : of.id
      table.factors[next] = typeof of === 'number' ? of * factor : factor
      table.decisions[next] = decision
      table.options[next] = option
      table.by[next] = by === undefined ? -1 : by.id
      next += 1
    }
    table.starts[index + 1] = next
  }
  return table
}

/** The share of a decision that each of its options takes; asked for only where something hangs on it. */
export type ShareOf = (decision: number, option: number) => number

/** The numbers of all sums, once decisions can be taken. */
export function valuesOf({ starts, of, factors, decisions, options, by }: ChanceTable, shareOf: ShareOf): Float64Array {
  const values = new Float64Array(starts.length - 1)
  for (let index = 0; index < values.length; index++) {
    let sum = 0
    for (let term = starts[index]!; term < starts[index + 1]!; term++) {
      const source = of[term]!
      let value = source < 0 ? factors[term]! : values[source]! * factors[term]!
      // What never happens decides nothing: its lengths are not even asked for.
      if (value === 0) continue
      if (decisions[term]! >= 0) value *= shareOf(decisions[term]!, options[term]!)
      if (by[term]! >= 0) value *= values[by[term]!]!
      sum += value
    }
    values[index] = sum
  }
  return values
}

/** The number that a chance comes to. */
export function valueOfChance(chance: Chance, values: Float64Array, shareOf: ShareOf): number {
  if (typeof chance === 'number') return chance
  if (chance.id !== undefined) return values[chance.id]!
  const { of, factor, decision, option, by } = chance
  const value = (typeof of === 'number' ? of : values[of.id]!) * factor
  if (value === 0) return 0
  return value * (decision < 0 ? 1 : shareOf(decision, option)) * (by === undefined ? 1 : values[by.id]!)
}

/** The sum of numbers, the same whatever order they come in. */
export function steadySum(numbers: readonly number[]): number {
  if (numbers.length < 3) return (numbers[0] ?? 0) + (numbers[1] ?? 0)
  // Sorted as numbers, without a function to compare them by.
  const sorted = new Float64Array(numbers.length)
  for (let index = 0; index < numbers.length; index++) sorted[index] = numbers[index]!
  sorted.sort()
  let sum = 0
  for (let index = 0; index < sorted.length; index++) sum += sorted[index]!
  return sum
}
