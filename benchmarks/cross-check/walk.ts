import type { Coordinates, Person } from '../../src/engine/matching/index.ts'
import type { Offering, World } from '../../src/engine/planning/index.ts'
import { type Held, heldBy, isMet, type Proof, taughtBy } from './proof.ts'

/** Trainings in their soonest order, that a person can take before any job. */
export interface Path {
  readonly offerings: readonly Offering[]
  readonly starts: readonly number[]
  /** Week in which the last one ends. */
  readonly ready: number
  readonly ownCostEuro: number
}

const horizonWeeks = 156
const costStepCents = 2500

/** Every path of one or two ordinary offerings for which rules 1 to 3 hold for certain (definitions, sections 5 and 12; rulings 30 and 39). */
export function walkablePaths(world: World, proof: Proof, person: Person): Path[] {
  const jobs = new Set(world.vacancies.map(({ id }) => id))
  const ordinary = world.offerings.filter(({ askFirst, job }) => askFirst !== true && (job === undefined || !jobs.has(job)))
  const walker = new Walker(world, proof, person)
  // What is too dear, too long, too far or in the wrong language alone is so in each path.
  const fitting = ordinary.filter((offering) => walker.fitsAlone(offering))
  const singles = fitting.flatMap((offering) => walker.path([offering]) ?? [])
  const pairs = fitting.flatMap((first, at) => fitting.slice(at + 1).flatMap((second) => walker.path([first, second]) ?? []))
  return [...singles, ...pairs]
}

class Walker {
  readonly #world: World
  readonly #proof: Proof
  readonly #person: Person
  readonly #held: readonly Held[]
  readonly #free: number
  readonly #taught = new Map<Offering, readonly Held[]>()
  readonly #lacks = new Map<Offering, readonly NonNullable<Offering['prerequisites']>[number][]>()

  constructor(world: World, proof: Proof, person: Person) {
    this.#world = world
    this.#proof = proof
    this.#person = person
    this.#held = heldBy(person)
    this.#free = Math.max(world.settings.thisWeek, person.availableFrom ?? 0)
  }

  fitsAlone(offering: Offering): boolean {
    const { study } = this.#person
    return (
      offering.hoursPerWeek <= (study?.hoursPerWeek ?? Number.POSITIVE_INFINITY) &&
      this.#isWithinReach(offering) &&
      this.#isUnderstood(offering) &&
      this.#bringsEnough(offering) &&
      this.#costOf([offering]) <= this.#mostCost &&
      this.#startOf(offering, this.#free) !== undefined
    )
  }

  /** These offerings in their soonest order; undefined when they cannot be walked so, or not within the limits. */
  path(set: readonly Offering[]): Path | undefined {
    const [first, second] = set as readonly [Offering, Offering?]
    const orders = second ? [set, [second, first]] : [set]
    const walked = orders.flatMap((order) => this.#walk(order) ?? [])
    const [soonest] = walked.sort((a, b) => a.ready - b.ready || compareIds(a.order, b.order))
    if (!soonest || soonest.ready - this.#free > (this.#person.study?.totalWeeks ?? Number.POSITIVE_INFINITY)) return undefined
    const cost = this.#costOf(soonest.order)
    if (cost > this.#mostCost) return undefined
    return { offerings: soonest.order, starts: soonest.starts, ready: soonest.ready, ownCostEuro: cost / 100 }
  }

  get #mostCost(): number {
    return (this.#person.study?.ownCostEuro ?? Number.POSITIVE_INFINITY) * 100
  }

  #walk(
    order: readonly Offering[],
  ): { readonly order: readonly Offering[]; readonly starts: readonly number[]; readonly ready: number } | undefined {
    let ready = this.#free
    const starts: number[] = []
    for (const [at, offering] of order.entries()) {
      const learnt = order.slice(0, at).flatMap((earlier) => this.#taughtBy(earlier))
      if (!this.#lackedBy(offering).every((one) => isMet(this.#proof, learnt, one))) return undefined
      const start = this.#startOf(offering, ready)
      if (start === undefined) return undefined
      starts.push(start)
      ready = start + offering.weeks
    }
    return ready <= this.#world.settings.thisWeek + horizonWeeks ? { order, starts, ready } : undefined
  }

  #startOf({ rolling, starts = [], weeks }: Offering, from: number): number | undefined {
    const { thisWeek } = this.#world.settings
    const open = starts.filter(
      ({ week, seats, enrolUntil }) => week >= from && seats !== 0 && (enrolUntil === undefined || enrolUntil >= thisWeek),
    )
    const start = rolling ? from : Math.min(...open.map(({ week }) => week))
    return start + weeks <= thisWeek + horizonWeeks ? start : undefined
  }

  #taughtBy(offering: Offering): readonly Held[] {
    const known = this.#taught.get(offering) ?? taughtBy(offering)
    this.#taught.set(offering, known)
    return known
  }

  /** Prerequisites that the person does not meet. */
  #lackedBy(offering: Offering) {
    const known =
      this.#lacks.get(offering) ?? (offering.prerequisites ?? []).filter((one) => !isMet(this.#proof, this.#held, one))
    this.#lacks.set(offering, known)
    return known
  }

  #isWithinReach({ online, place }: Offering): boolean {
    const { place: home, study } = this.#person
    if (online) return study?.onlineIsFine !== false
    if (!home) return true
    if (!place) return false
    return Math.ceil((kilometres(home.at, place) / this.#world.settings.kmPerHour[home.mode]) * 60) <= home.maxMinutes
  }

  #isUnderstood({ language }: Offering): boolean {
    return language === undefined || (this.#person.languages?.[language.code] ?? 0) >= language.level
  }

  #bringsEnough({ incomeMonthEuro = 0 }: Offering): boolean {
    const { study, incomeWhileTrainingMonthEuro: income } = this.#person
    if (study?.lowestMonthEuro === undefined) return true
    return income !== undefined && income + incomeMonthEuro >= study.lowestMonthEuro
  }

  /** Own cost in cents: each scheme pays once, where that leaves the least. */
  #costOf(order: readonly Offering[]): number {
    const [first, second] = order as readonly [Offering, Offering?]
    const all = this.#schemesOf(first)
    if (!second) return this.#leftOf(first, all)
    const others = this.#schemesOf(second)
    const shared = [...all.keys()].filter((scheme) => others.has(scheme))
    let least = Number.POSITIVE_INFINITY
    for (let bits = 0; bits < 1 << shared.length; bits++) {
      const toSecond = new Set(shared.filter((_, at) => (bits & (1 << at)) !== 0))
      const ofFirst = new Map([...all].filter(([scheme]) => !toSecond.has(scheme)))
      const ofSecond = new Map([...others].filter(([scheme]) => !all.has(scheme) || toSecond.has(scheme)))
      least = Math.min(least, this.#leftOf(first, ofFirst) + this.#leftOf(second, ofSecond))
    }
    return least
  }

  #schemesOf({ funding = [] }: Offering): ReadonlyMap<string, number> {
    const can = funding.filter(({ scheme }) => this.#person.funding?.[scheme] === 'can')
    return new Map(can.map(({ scheme, euro }) => [scheme, euro]))
  }

  #leftOf(offering: Offering, schemes: ReadonlyMap<string, number>): number {
    const paid = [...schemes.values()].reduce((sum, euro) => sum + euro * 100, 0)
    const left = Math.max(0, offering.feeEuro * 100 + this.#travelCents(offering) - paid)
    return Math.ceil(left / costStepCents) * costStepCents
  }

  #travelCents({ online, place, siteDays = 0 }: Offering): number {
    const home = this.#person.place
    if (online || !home || !place) return 0
    return siteDays * 2 * Math.ceil(kilometres(home.at, place)) * this.#world.settings.travelCentsPerKm
  }
}

const earthKm = 6371

/** Great-circle distance (haversine). */
function kilometres([latA, lonA]: Coordinates, [latB, lonB]: Coordinates): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const half = (a: number, b: number): number => Math.sin(radians(b - a) / 2) ** 2
  const h = half(latA, latB) + Math.cos(radians(latA)) * Math.cos(radians(latB)) * half(lonA, lonB)
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

function compareIds(a: readonly Offering[], b: readonly Offering[]): number {
  const at = a.findIndex(({ id }, index) => id !== b[index]?.id)
  return at < 0 ? 0 : (a[at]?.id ?? '') < (b[at]?.id ?? '') ? -1 : 1
}
