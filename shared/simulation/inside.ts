import type { Visit } from './run-state'

/** Those who are inside, as a list that one enters and leaves at once. */
export class Inside {
  size = 0
  private first: Visit | undefined = undefined

  add(visit: Visit): void {
    if (visit.isInside) return
    visit.isInside = true
    visit.before = undefined
    visit.after = this.first
    if (this.first !== undefined) this.first.before = visit
    this.first = visit
    this.size += 1
  }

  delete(visit: Visit): void {
    if (!visit.isInside) return
    visit.isInside = false
    if (visit.before === undefined) this.first = visit.after
    else visit.before.after = visit.after
    if (visit.after !== undefined) visit.after.before = visit.before
    visit.before = undefined
    visit.after = undefined
    this.size -= 1
  }

  all(): readonly Visit[] {
    const found: Visit[] = []
    for (let visit = this.first; visit !== undefined; visit = visit.after) found.push(visit)
    return found.reverse()
  }
}
