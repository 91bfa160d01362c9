import type { Model } from '#shared/simulation/model'

/** Who leads each visit, as rows of work come in their order: it is handed over where another person leads than at the step before. */
export class Leaders {
  private readonly roleOfStep: Int32Array
  private readonly isMain: Uint8Array
  private readonly leaderOf: Int32Array
  private readonly ledAt: Int32Array

  /** `agents`: how many there are, people and visits. */
  constructor({ steps, roles }: Pick<Model, 'steps' | 'roles'>, agents: number) {
    this.roleOfStep = Int32Array.from(steps, ({ step }) => roles.findIndex(({ key }) => key === step.lead))
    this.isMain = Uint8Array.from(steps, ({ step }) => (step.parallelWith === undefined ? 1 : 0))
    this.leaderOf = new Int32Array(agents).fill(-1)
    this.ledAt = new Int32Array(agents).fill(-1)
  }

  /** Is a visit handed over with this work of a person for a step of it? Of several who lead a step the first does; nobody hands over what runs beside it. */
  isHandedOver(visit: number, step: number, person: number, role: number): boolean {
    if (this.roleOfStep[step] !== role || this.isMain[step] === 0) return false
    const before = this.leaderOf[visit]!
    const isOther = this.ledAt[visit] !== step && before !== person
    if (isOther) this.leaderOf[visit] = person
    this.ledAt[visit] = step
    return isOther && before >= 0
  }
}
