import type { Person } from '../../src/engine/matching/index.ts'
import type { Door, Engine, World } from '../../src/engine/planning/index.ts'
import type { Openings } from './openings.ts'
import type { Path } from './walk.ts'

export interface Compared {
  readonly world: World
  readonly engine: Engine
  readonly person: Person
  readonly paths: readonly Path[]
  readonly opened: Openings
}

/** So many paths are compared by the very vacancies they open, and so many vacancies by their plans. */
const samples = 20

/** Where the engine says something else, in words. */
export function compare(given: Compared): { readonly faults: readonly string[]; readonly checked: string } {
  const { paths, opened } = given
  const counted = paths.map((path) => ({ path, opens: opened.count(path.offerings) }))
  const opening = counted.filter(({ opens }) => opens > 0)
  const faults = [
    ...singles(given, counted),
    ...front(given, opening),
    ...sets(given, counted),
    ...plans(given, opening),
    ...goals(given, opening),
  ]
  return { faults, checked: `${paths.length} paths, ${opening.length} open something` }
}

type Counted = { readonly path: Path; readonly opens: number }

const idsOf = ({ offerings }: Path): string[] => offerings.map(({ id }) => id)
const nameOf = (path: Path): string => idsOf(path).sort().join(' ')

/** Each training alone: usable or not, how many it opens, when, for how much; and what is open without any. */
function* singles({ engine, person, opened }: Compared, counted: readonly Counted[]): Iterable<string> {
  const doors = engine.doors(person)
  if (doors.openNow[0] !== opened.now.length) yield `open now: ${doors.openNow[0]}, path first ${opened.now.length}`
  const own = new Map(counted.filter(({ path }) => path.offerings.length === 1).map((one) => [nameOf(one.path), one]))
  for (const door of doors.singles) {
    const mine = own.get(door.offering)
    if (door.usable !== (mine !== undefined)) yield `${door.offering}: usable ${door.usable}, path first ${mine !== undefined}`
    else if (
      mine &&
      text(door.opens, door.readyWeek, door.ownCostEuro) !== text(mine.opens, mine.path.ready, mine.path.ownCostEuro)
    )
      yield `${door.offering}: ${text(door.opens, door.readyWeek, door.ownCostEuro)}, path first ${text(mine.opens, mine.path.ready, mine.path.ownCostEuro)}`
  }
  const listed = new Set(doors.singles.map(({ offering }) => offering))
  for (const [id, { opens }] of own) if (opens > 0 && !listed.has(id)) yield `${id}: no door, path first opens ${opens}`
}

const text = (opens: number, week: number | undefined, euro: number | undefined): string =>
  `opens ${opens}, week ${week}, ${euro} euro`

/** The front over week, cost and number, of paths of one and two (ruling 39). */
function* front({ engine, person }: Compared, opening: readonly Counted[]): Iterable<string> {
  const own = [...opening].sort(inOrder)
  const kept: Counted[] = []
  // Sorted by week, then cost: only what came before can beat one, or stand for it.
  for (const one of own) if (!kept.some((other) => equalsOrBeats(other, one))) kept.push(one)
  const mine = kept
    .sort(byListing)
    .map(({ path, opens }) => doorText({ path: idsOf(path), readyWeek: path.ready, ownCostEuro: path.ownCostEuro, opens }))
  const theirs = engine.doors(person).front.map(doorText)
  for (const line of mine) if (!theirs.includes(line)) yield `front lacks ${line}`
  for (const line of theirs) if (!mine.includes(line)) yield `front has ${line}`
  if (mine.length === theirs.length && mine.some((line, at) => line !== theirs[at])) yield 'the front stands in another order'
}

const doorText = ({ path, readyWeek, ownCostEuro, opens }: Omit<Door, 'opensHigh'>): string =>
  `${path.join(' then ')}: ${text(opens, readyWeek, ownCostEuro)}`

/** Week, cost, most opened; of equals fewer offerings, then ids: those first come first. */
function inOrder(a: Counted, b: Counted): number {
  return (
    a.path.ready - b.path.ready ||
    a.path.ownCostEuro - b.path.ownCostEuro ||
    b.opens - a.opens ||
    a.path.offerings.length - b.path.offerings.length ||
    (nameOf(a.path) < nameOf(b.path) ? -1 : 1)
  )
}

function byListing(a: Counted, b: Counted): number {
  const [first = '', second = ''] = [idsOf(a.path).sort().join(' '), idsOf(b.path).sort().join(' ')]
  return a.path.ready - b.path.ready || a.path.ownCostEuro - b.path.ownCostEuro || (first < second ? -1 : 1)
}

function equalsOrBeats(a: Counted, b: Counted): boolean {
  return a.path.ready <= b.path.ready && a.path.ownCostEuro <= b.path.ownCostEuro && a.opens >= b.opens
}

/** The very vacancies that some paths open. */
function* sets({ engine, person, opened }: Compared, counted: readonly Counted[]): Iterable<string> {
  for (const { path } of spread(counted)) {
    const [theirs, mine] = [engine.opens(person, idsOf(path), {}).low.join(), opened.by(path.offerings).join()]
    if (theirs !== mine) yield `${nameOf(path)} opens ${theirs.slice(0, 80)}, path first ${mine.slice(0, 80)}`
  }
}

/**
 * Plans to some vacancies. Each plan of the engine (train, then hire; at most two trainings) is a path that opens it; and a path of which no part
 * alone opens it is such a plan, since nothing in it is spare (rule 5).
 */
function* plans({ engine, person, opened }: Compared, opening: readonly Counted[]): Iterable<string> {
  const vacancies = new Set(spread(opening).flatMap(({ path }) => opened.by(path.offerings).slice(0, 1)))
  for (const vacancy of vacancies) {
    const mine = new Set(opening.filter(({ path }) => opened.opens(path.offerings, vacancy)).map(({ path }) => nameOf(path)))
    const needed = [...mine].filter((name) => !name.includes(' ') || !name.split(' ').some((part) => mine.has(part)))
    const { certain } = engine.allPlans(person, { vacancies: [vacancy] })
    const short = certain.filter(({ kind, path }) => kind === 'trainThenHire' && path.length <= 2)
    const theirs = new Set(short.map(({ path }) => [...path].sort().join(' ')))
    for (const name of needed) if (!theirs.has(name)) yield `${vacancy}: no plan by ${name}`
    for (const name of theirs) if (!mine.has(name)) yield `${vacancy}: a plan by ${name}, which path first does not open it`
    if (engine.plansTo(person, { vacancies: [vacancy] }, 'balanced').counts.certain !== 1)
      yield `${vacancy}: plansTo counts no plan`
  }
}

/** Plans to some occupations: each group by one or two trainings opens so many, and no vacancy is left out of the count. */
function* goals({ world, engine, person, opened }: Compared, opening: readonly Counted[]): Iterable<string> {
  const occupationOf = new Map(world.vacancies.map(({ id, occupation }) => [id, occupation]))
  const byName = new Map(opening.map((one) => [nameOf(one.path), one]))
  const reached = new Set<string>()
  for (const { path } of opening) for (const vacancy of opened.by(path.offerings)) reached.add(vacancy)
  const firsts = spread(opening).flatMap(({ path }) => opened.by(path.offerings).slice(0, 1))
  const occupations = new Set(firsts.flatMap((vacancy) => occupationOf.get(vacancy) ?? []))
  for (const occupation of [...occupations].slice(0, 5)) {
    const { groups, counts } = engine.plansTo(person, { occupations: [occupation] }, 'balanced')
    const isOfGoal = (vacancy: string): boolean => occupationOf.get(vacancy) === occupation
    for (const { kind, best, opensLow, certain } of groups) {
      if (kind !== 'trainThenHire' || best.path.length > 2 || !certain) continue
      const mine = byName.get([...best.path].sort().join(' '))
      const count = mine ? opened.by(mine.path.offerings).filter(isOfGoal).length : 0
      if (count !== opensLow) yield `${occupation} by ${best.path.join(' then ')}: opens ${opensLow}, path first ${count}`
    }
    const reached = new Set(opening.flatMap(({ path }) => opened.by(path.offerings).filter(isOfGoal)))
    // The engine also goes by three trainings, by jobs that train, and straight to what is open: it may count more.
    if (reached.size > counts.certain)
      yield `${occupation}: ${counts.certain} reached, path first ${reached.size} by two trainings at most`
  }
}

/** Some of a list, evenly over it. */
function spread<T>(items: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(items.length / samples))
  return items.filter((_, at) => at % step === 0).slice(0, samples)
}
