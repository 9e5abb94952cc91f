import { type CompiledVacancy, type Mode, mostHours } from '../matching/index.ts'
import type { Course } from './courses.ts'
import { OpenContents } from './open-contents.ts'
import { Raises } from './supply.ts'
import { type Target, targetOf } from './target.ts'
import type { Traveller } from './traveller.ts'
import { Walks } from './walk.ts'

/** Everything about the courses of one person in one mode: what stands open, and how paths walk. */
export class Ways {
  readonly traveller: Traveller
  readonly mode: Mode
  /** Paths walked before any job. */
  readonly walks: Walks
  #open: OpenContents | undefined
  readonly #hired = new Map<string, Walks>()
  readonly #dual = new Map<Course, Walks>()

  /** `like`: ways of the same person with other answers. */
  constructor(traveller: Traveller, mode: Mode, like?: Ways) {
    this.traveller = traveller
    this.mode = mode
    this.walks = new Walks(traveller, mode, { from: traveller.free, employerPays: false, incomePerCourse: true }, like?.walks)
  }

  /** The ordinary courses that can be in a path of this person before a job, by content. */
  get open(): OpenContents {
    this.#open ??= new OpenContents(this.traveller.courses, this.walks)
    return this.#open
  }

  /** Walks of somebody hired in that week. */
  hiredWalks(from: number, employerPays: boolean): Walks {
    const key = `${from} ${employerPays}`
    const known = this.#hired.get(key)
    if (known) return known
    const walks = new Walks(this.traveller, this.mode, { from, employerPays, incomePerCourse: false })
    this.#hired.set(key, walks)
    return walks
  }

  /** Walks that end with the course that carries a job. */
  dualWalks(last: Course): Walks {
    const known = this.#dual.get(last)
    if (known) return known
    const rules = { from: this.traveller.free, employerPays: false, last, incomePerCourse: true }
    const walks = new Walks(this.traveller, this.mode, rules)
    this.#dual.set(last, walks)
    return walks
  }
}

/** One person in one mode: ways, and targets remembered over all vacancies. */
export class Planning {
  readonly traveller: Traveller
  readonly mode: Mode
  readonly ways: Ways
  readonly #targets: (Target | null | undefined)[] = []
  #raises: Raises | undefined

  constructor(traveller: Traveller, mode: Mode, ways = new Ways(traveller, mode)) {
    this.traveller = traveller
    this.mode = mode
    this.ways = ways
  }

  get walks(): Walks {
    return this.ways.walks
  }

  get open(): OpenContents {
    return this.ways.open
  }

  /** What open contents raise for this person. */
  get raises(): Raises {
    const { courses, view } = this.traveller
    this.#raises ??= new Raises(courses, view.assessment.creditLow, this.open.isOpen)
    return this.#raises
  }

  targetOf(vacancy: CompiledVacancy): Target | undefined {
    const known = this.#targets[vacancy.row]
    if (known !== undefined) return known ?? undefined
    const found = targetOf(this.traveller, vacancy, this.mode)
    this.#targets[vacancy.row] = found ?? null
    return found
  }
}

export interface BothModes {
  readonly low: Planning
  readonly high: Planning
}

export function bothModes(traveller: Traveller): BothModes {
  return { low: new Planning(traveller, 'low'), high: new Planning(traveller, 'high') }
}

/** First week in which the job can be begun by somebody free from `week`. */
export function jobWeek({ vacancy }: CompiledVacancy, week: number): number {
  return Math.max(week, vacancy.startFrom ?? week)
}

/** Hire, then train: does the wage of the job, at its lower bound, keep the lowest month? */
export function hiredIncomeHolds({ traveller: { person }, mode }: Planning, { vacancy }: CompiledVacancy): boolean {
  const lowest = person.study?.lowestMonthEuro
  if (lowest === undefined) return true
  const hours = mostHours(person.hours, vacancy.hours)
  if (vacancy.wageCents === undefined || hours === undefined) return mode === 'high'
  return Math.floor((vacancy.wageCents[0] * hours * 52) / 1200) >= lowest
}
