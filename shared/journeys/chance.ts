/**
 * An expected number that may depend on which of several ways is shortest: a plain number, or a sum of
 * parts of other chances, some of them only as far as an option of a decision is taken. Plans are made of
 * these, so that they need no lengths; a plan is filled in with numbers for each layout.
 */
export type Chance = number | Variable

export type Variable = {
  /** Its place in the plan: whatever it is made of comes before it. */
  readonly id: number
  readonly terms: readonly Term[]
}

type Term = {
  readonly of: Chance
  readonly factor: number
  /** Another chance, independent of the first, to multiply by. */
  readonly by?: Chance
  /** The decision and its option that this term hangs on; -1: none. */
  readonly decision: number
  readonly option: number
}

export type Chances = ReturnType<typeof openChances>

/** Makes chances, and keeps those that are not plain numbers in order. */
export function openChances() {
  const variables: Variable[] = []
  const variable = (terms: readonly Term[]): Variable => {
    const made = { id: variables.length, terms }
    variables.push(made)
    return made
  }
  return {
    variables,
    scaled(chance: Chance, factor: number): Chance {
      if (typeof chance === 'number') return chance * factor
      return factor === 1 ? chance : variable([{ of: chance, factor, decision: -1, option: -1 }])
    },
    /** The chance that two things happen which do not depend on each other. */
    product(a: Chance, b: Chance): Chance {
      if (typeof a === 'number') return this.scaled(b, a)
      if (typeof b === 'number') return this.scaled(a, b)
      return variable([{ of: a, factor: 1, by: b, decision: -1, option: -1 }])
    },
    /** The part of a chance in which an option of a decision is taken. */
    taken(chance: Chance, decision: number, option: number): Chance {
      return variable([{ of: chance, factor: 1, decision, option }])
    },
    sum(chances: readonly Chance[]): Chance {
      if (chances.length === 1) return chances[0]!
      const numbers = chances.filter((chance) => typeof chance === 'number')
      const constant = steadySum(numbers)
      if (numbers.length === chances.length) return constant
      const terms = chances.flatMap((of): readonly Term[] => (typeof of === 'number' ? [] : [{ of, factor: 1, decision: -1, option: -1 }]))
      return variable(constant === 0 ? terms : [...terms, { of: constant, factor: 1, decision: -1, option: -1 }])
    },
  }
}

/** The numbers of all variables, once it is known which share of each decision its options take. */
export function valuesOf(variables: readonly Variable[], shareOf: (decision: number, option: number) => number): Float64Array {
  const values = new Float64Array(variables.length)
  for (const { id, terms } of variables) {
    let sum = 0
    for (const { of, factor, by, decision, option } of terms) {
      const value = valueOfChance(of, values) * (by === undefined ? 1 : valueOfChance(by, values))
      // What never happens decides nothing: its lengths are not even asked for.
      if (value !== 0) sum += decision < 0 ? value * factor : value * factor * shareOf(decision, option)
    }
    values[id] = sum
  }
  return values
}

export function valueOfChance(chance: Chance, values: Float64Array): number {
  return typeof chance === 'number' ? chance : values[chance.id]!
}

/** The sum of numbers, the same whatever order they come in. */
export function steadySum(numbers: number[]): number {
  if (numbers.length < 3) return (numbers[0] ?? 0) + (numbers[1] ?? 0)
  numbers.sort((a, b) => a - b)
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}
