import type { Shortcuts } from '../matching/index.ts'
import { Beside } from './beside.ts'
import type { Course } from './courses.ts'
import { fullMask } from './helps.ts'
import type { Limits } from './limits.ts'
import type { Pieces } from './pieces.ts'
import { type Ends, soonestOf } from './soonest-ends.ts'
import { inOrder, visitIfSound } from './sound.ts'
import { orders } from './walk.ts'
import type { Way } from './way.ts'

/**
 * The sets of one, two and three pieces that cover what is missing, each once. While something is missing the next piece must
 * cover the rarest essential that is left; only then any other may come. So that no set comes twice, a piece that covers the
 * essential of an earlier step stands after the piece that was chosen there, and pieces that were chosen for no essential ascend.
 */
export class Sets {
  readonly #way: Way
  readonly #pieces: Pieces
  readonly #limits: Limits
  readonly #shortcuts: Shortcuts
  readonly #most: number
  readonly #alwaysLacks: readonly number[]
  /** By step: the piece chosen, the essential it was chosen for (a bit; 0 for none), and (1) whether a wanted one stands there. */
  readonly #chosen = [0, 0, 0]
  readonly #reason = [0, 0, 0]
  readonly #hasWanted: number[]
  /** Before each step: fit, cost, weeks, and the week before which none of those chosen ends. */
  readonly #fit = [0, 0, 0, 0]
  readonly #euro = [0, 0, 0, 0]
  readonly #weeks = [0, 0, 0, 0]
  readonly #end = [0, 0, 0, 0]
  readonly #beside: Beside
  readonly #unresolved: number[] = []
  /** The courses picked of those chosen, and the orders in which each finds taught before it what it asks first. */
  readonly #picked: Course[] = []
  #orders: readonly (readonly number[])[] = []

  constructor(way: Way, pieces: Pieces, limits: Limits) {
    this.#way = way
    this.#pieces = pieces
    this.#limits = limits
    this.#shortcuts = way.traveller.market.shortcuts
    this.#most = way.most
    this.#alwaysLacks = way.always ? way.walks.lacks(way.always) : []
    const hasAll = !way.wants || (way.always !== undefined && way.wants.courses[way.always.index] === 1)
    this.#hasWanted = [hasAll ? 1 : 0, 0, 0, 0]
    this.#fit[0] = way.target.fit
    this.#beside = new Beside(way, pieces, limits)
  }

  visitAll(): boolean {
    return this.#extend(0, fullMask(this.#way.target))
  }

  #extend(step: number, wanted: number): boolean {
    if (step === 1) this.#beside.begin(this.#chosen[0] as number)
    const bit = wanted & -wanted
    if (bit === 0) return step === 0 ? this.#beginFreely() : this.#extendFreely(step, 0)
    this.#reason[step] = bit
    for (const piece of this.#pieces.coverers[31 - Math.clz32(bit)] as number[]) {
      if (this.#isTwice(step, piece) || !this.#admits(step, piece, wanted)) continue
      if (this.#visit(step, wanted & ~(this.#pieces.covers[piece] as number), 0)) return true
    }
    return false
  }

  /** Nothing is missing: any piece may come first. */
  #beginFreely(): boolean {
    this.#reason[0] = anyReason
    for (let piece = 0; piece < this.#pieces.count; piece++) {
      const { net, rise } = this.#pieces
      if (this.#isLast(0, rise[piece] as number, net[piece] as number, 0, 0)) break
      if (this.#admits(0, piece, 0) && this.#visit(0, 0, 0)) return true
    }
    return false
  }

  /** Nothing is missing any more: any piece may come that may stand beside the first, from this place in their list on. */
  #extendFreely(step: number, from: number): boolean {
    const beside = this.#besideFirst(step)
    this.#reason[step] = 0
    for (let at = from; at < beside.count; at++) {
      if (this.#isLast(step, beside.riseAt(at), beside.netAt(at), beside.leastEuro, beside.leastWeeks)) break
      const piece = beside.pieceAt(at)
      if (this.#isTwice(step, piece) || !this.#admits(step, piece, 0)) continue
      if (this.#visit(step, 0, at + 1)) return true
    }
    return false
  }

  /** The set as it stands where it covers all, then with further pieces; free ones from this place in the list on. */
  #visit(step: number, wanted: number, from: number): boolean {
    if (wanted === 0 && this.#hasWanted[step + 1] === 1 && this.#allMatter(step + 1) && this.#emit(step + 1)) return true
    if (step + 1 === this.#most) return false
    if (step + 2 === this.#most) this.#findUnresolved(step + 1)
    const isOver = step === 1 && wanted === 0 ? this.#extendFreely(2, from) : this.#extend(step + 1, wanted)
    if (step === 0) this.#beside.end()
    return isOver
  }

  /** Whether the set with this piece comes by another order, or holds it already. */
  #isTwice(step: number, piece: number): boolean {
    const covers = this.#pieces.covers[piece] as number
    for (let at = 0; at < step; at++) {
      const chosen = this.#chosen[at] as number
      if (chosen === piece || (chosen > piece && isReason(this.#reason[at] as number, covers))) return true
    }
    return false
  }

  /**
   * Pieces that raise most (or are worth most) come first: whether from this one on none is enough. `leastEuro`, `leastWeeks`:
   * what any of them takes.
   */
  #isLast(step: number, rise: number, net: number, leastEuro: number, leastWeeks: number): boolean {
    const { bounds } = this.#pieces
    const [fit, euro, weeks] = [this.#fit[step] as number, this.#euro[step] as number, this.#weeks[step] as number]
    const more = this.#most - step - 1
    if (this.#way.value) return this.#limits.isWorthTooLittle(bounds, fit, euro, weeks, net, more)
    return this.#limits.isOver(bounds, fit + rise, euro + leastEuro, weeks + leastWeeks, this.#end[step] as number, 0, more)
  }

  /**
   * Chooses the piece at this step, unless no set with it is wanted. What adds nothing to others adds nothing to more of them:
   * only somebody's prerequisite can still need it.
   */
  #admits(step: number, piece: number, wanted: number): boolean {
    const { bounds, covers, mayCover, enables } = this.#pieces
    const more = this.#most - step - 1
    const hasWanted = this.#hasWanted[step] === 1 || this.#isWanted(piece)
    if (more === 0 && !(hasWanted && this.#resolves(step, piece))) return false
    const rest = wanted & ~(covers[piece] as number)
    const euro = (this.#euro[step] as number) + (this.#pieces.euro[piece] as number)
    const weeks = (this.#weeks[step] as number) + (this.#pieces.weeks[piece] as number)
    let end = Math.max(this.#end[step] as number, this.#pieces.end[piece] as number)
    const before = this.#fit[step] as number
    const mostRise = step === 0 ? (this.#pieces.rise[piece] as number) : this.#beside.riseOf(piece)
    if (this.#limits.isOver(bounds, before + mostRise, euro, weeks, end, rest, more)) return false
    this.#chosen[step] = piece
    const rise = step === 0 ? mostRise : this.#raise(step, piece)
    if (step > 0) {
      const isNew = (this.#way.fitCounts && rise > 0) || mayCover[piece] === 1 || this.#coversMore(step + 1, step)
      if ((!isNew && enables[piece] === 0) || !this.#othersStillAdd(step)) return false
      if (this.#shortcuts.soonestEnds) end = Math.max(end, this.#limits.weekAt(this.#soonest(step + 1)))
      if (this.#limits.isOver(bounds, before + rise, euro, weeks, end, rest, more)) return false
    }
    this.#fit[step + 1] = before + rise
    this.#euro[step + 1] = euro
    this.#weeks[step + 1] = weeks
    this.#end[step + 1] = end
    this.#hasWanted[step + 1] = hasWanted ? 1 : 0
    return true
  }

  /** Weeks until those chosen can be over, whichever of their courses are taken and in whatever order. */
  #soonest(count: number): number {
    const [first, second, third] = this.#chosen as [number, number, number]
    return soonestOf(
      this.#endsOf(first),
      count > 1 ? this.#endsOf(second) : undefined,
      count > 2 ? this.#endsOf(third) : undefined,
    )
  }

  #endsOf(piece: number): Ends {
    return this.#way.supply.endsOf(this.#pieces.content[piece] as number)
  }

  /** Before the last step: what those chosen ask first and none of the others teaches. The last piece must teach it. */
  #findUnresolved(count: number): void {
    this.#unresolved.length = 0
    for (const demand of this.#alwaysLacks) if (!this.#isTaughtAmong(count, demand)) this.#unresolved.push(demand)
    for (let at = 0; at < count; at++) {
      const piece = this.#chosen[at] as number
      if (this.#pieces.isBlocked[piece] === 0) continue
      for (const demand of this.#pieces.lacksOf(this.#way, piece)) {
        if (!this.#isTaughtAmong(count, demand, piece)) this.#unresolved.push(demand)
      }
    }
  }

  #resolves(step: number, piece: number): boolean {
    if (!this.#shortcuts.lastTeaches) return true
    for (const demand of this.#unresolved) if (!this.#pieces.teaches(piece, demand)) return false
    if (this.#pieces.isBlocked[piece] === 0) return true
    return this.#pieces.lacksOf(this.#way, piece).every((demand) => this.#isTaughtAmong(step, demand))
  }

  #isTaughtAmong(count: number, demand: number, but = -1): boolean {
    for (let at = 0; at < count; at++) {
      const piece = this.#chosen[at] as number
      if (piece !== but && this.#pieces.teaches(piece, demand)) return true
    }
    return false
  }

  #isWanted(piece: number): boolean {
    return this.#way.wants?.contents[this.#pieces.content[piece] as number] === 1
  }

  /** What the piece adds to the fit beside those chosen before; keeps what they raise together for the next step. */
  #raise(step: number, piece: number): number {
    if (step === 1) return this.#beside.raiseWith(piece)
    return this.#beside.riseOfThird(piece)
  }

  /** What may stand beside the first piece, made at the second or third step; what was chosen second stands again afterwards. */
  #besideFirst(step: number): Beside {
    if (this.#beside.isListed) return this.#beside
    const second = this.#chosen[1] as number
    const wanted = fullMask(this.#way.target) & ~(this.#pieces.covers[this.#chosen[0] as number] as number)
    for (let piece = 0; piece < this.#pieces.count; piece++) {
      if (!this.#isTwice(1, piece) && this.#admits(1, piece, wanted)) this.#beside.list(piece)
    }
    this.#beside.endList()
    if (step === 2) this.#admits(1, second, wanted)
    return this.#beside
  }

  /** The last of these covers something that the others do not. `count`: how many are chosen. */
  #coversMore(count: number, one: number): boolean {
    const { covers } = this.#pieces
    let others = 0
    for (let at = 0; at < count; at++) if (at !== one) others |= covers[this.#chosen[at] as number] as number
    return ((covers[this.#chosen[one] as number] as number) & ~others) !== 0
  }

  /** Whether one of those chosen covers an essential or raises a credit that the others do not. */
  #adds(count: number, one: number): boolean {
    const { mayCover, gains, increments } = this.#pieces
    const piece = this.#chosen[one] as number
    if (mayCover[piece] === 1 || this.#coversMore(count, one)) return true
    if (!this.#way.fitCounts) return false
    for (let gain = 0; gain < gains; gain++) {
      let others = 0
      for (let at = 0; at < count; at++) {
        if (at !== one) others = Math.max(others, increments[(this.#chosen[at] as number) * gains + gain] as number)
      }
      if ((increments[piece * gains + gain] as number) > others) return true
    }
    return false
  }

  #othersStillAdd(step: number): boolean {
    for (let one = 0; one < step; one++) {
      if (this.#pieces.enables[this.#chosen[one] as number] === 0 && !this.#adds(step + 1, one)) return false
    }
    return true
  }

  /** Whether each adds something to the others, or teaches what one of them asks first. */
  #allMatter(count: number): boolean {
    for (let one = 0; one < count; one++) if (!this.#adds(count, one) && !this.#enablesSome(count, one)) return false
    return true
  }

  #enablesSome(count: number, one: number): boolean {
    const piece = this.#chosen[one] as number
    if (this.#pieces.enables[piece] === 0) return false
    for (let at = 0; at < count; at++) {
      if (at !== one && this.#pieces.enablesIt(this.#way, piece, this.#chosen[at] as number)) return true
    }
    return this.#pieces.teachesOneOf(this.#pieces.content[piece] as number, this.#alwaysLacks)
  }

  /** Every choice of courses of these pieces that may be wanted. */
  #emit(count: number): boolean {
    if (!this.#findOrders(count)) return false
    return this.#pick(0, count, 0, 0, this.#end[count] as number)
  }

  /** False when there is no such order. */
  #findOrders(count: number): boolean {
    const all = orders[count] ?? []
    let isFree = true
    for (let at = 0; at < count; at++) if (this.#pieces.isBlocked[this.#chosen[at] as number] === 1) isFree = false
    this.#orders = isFree ? all : all.filter((order) => order.every((_, place) => this.#isTaughtBefore(order, place)))
    return this.#orders.length > 0
  }

  #isTaughtBefore(order: readonly number[], place: number): boolean {
    for (const demand of this.#pieces.lacksOf(this.#way, this.#chosen[order[place] as number] as number)) {
      const isTaught = (at: number): boolean => this.#pieces.teaches(this.#chosen[at] as number, demand)
      if (!order.slice(0, place).some(isTaught)) return false
    }
    return true
  }

  #pick(at: number, count: number, euro: number, weeks: number, end: number): boolean {
    const { supply, bestOnly, walks } = this.#way
    const fit = this.#fit[count] as number
    const content = this.#pieces.content[this.#chosen[at] as number] as number
    const [restEuro, restWeeks] = this.#restAfter(at, count)
    const isLast = at + 1 === count
    for (const course of bestOnly ? supply.bestCoursesOf(content) : supply.coursesOf(content)) {
      const least = walks.leastOf(course)
      if (!least) continue
      const ownEuro = euro + least.euro
      const ownWeeks = weeks + least.weeks
      this.#picked[at] = course
      let ownEnd = Math.max(end, least.end)
      if (this.#limits.isOver(this.#pieces.bounds, fit, ownEuro + restEuro, ownWeeks + restWeeks, ownEnd, 0, 0)) continue
      if (!isLast) {
        if (this.#pick(at + 1, count, ownEuro, ownWeeks, ownEnd)) return true
        continue
      }
      const set = this.#picked.slice(0, count)
      if (count > 1 && this.#shortcuts.soonestEnds) ownEnd = Math.max(ownEnd, walks.soonestEnd(set, this.#orders))
      if (this.#limits.isOver(this.#pieces.bounds, fit, ownEuro, ownWeeks, ownEnd, 0, 0)) continue
      if (visitIfSound(this.#way, inOrder(set), fit)) return true
    }
    return false
  }

  /** What the pieces after this one take at the least. */
  #restAfter(at: number, count: number): [euro: number, weeks: number] {
    let [euro, weeks] = [0, 0]
    for (let next = at + 1; next < count; next++) {
      const piece = this.#chosen[next] as number
      euro += this.#pieces.euro[piece] as number
      weeks += this.#pieces.weeks[piece] as number
    }
    return [euro, weeks]
  }
}

const anyReason = -1

/** Whether a piece that covers these might have been chosen for that reason. */
function isReason(reason: number, covers: number): boolean {
  return reason === anyReason || (covers & reason) !== 0
}
