import type { Person, Requirement } from '../../src/engine/matching/index.ts'
import type { Engine, Offering, World } from '../../src/engine/planning/index.ts'
import { heldBy, isMet, type Proof, taughtBy } from './proof.ts'

/** Vacancies that miss the same essentials. */
interface Missing {
  readonly requirements: readonly Requirement[]
  readonly vacancies: readonly string[]
}

export interface Openings {
  /** Open without training. */
  readonly now: readonly string[]
  /** What a set of trainings newly opens, sorted. */
  by(offerings: readonly Offering[]): string[]
  /** How many. */
  count(offerings: readonly Offering[]): number
  /** Whether it newly opens this one. */
  opens(offerings: readonly Offering[], vacancy: string): boolean
}

/** Which vacancies whose terms hold, *start* left aside, are open now, and which a set of trainings opens (rulings 36 and 39). */
export function openings(world: World, proof: Proof, engine: Pick<Engine, 'judge'>, person: Person): Openings {
  const held = heldBy(person)
  const now: string[] = []
  /** One object for each way to ask a skill. */
  const alike = new Map<string, Requirement>()
  const missing = new Map<string, { requirements: Requirement[]; vacancies: string[] }>()
  for (const { id, carriedBy, requirements } of world.vacancies) {
    // A dual job is reached through its offering only.
    if (carriedBy !== undefined) continue
    const { conditions } = engine.judge(person, id)
    if (conditions.some(({ key }) => key !== 'start' && !key.startsWith('skill:'))) continue
    const lacked = requirements.filter((one) => one.weight === 'essential' && !isMet(proof, held, one))
    if (lacked.length === 0) now.push(id)
    else {
      const asked = lacked.map((one) => alike.get(keyOf(one)) ?? one)
      for (const one of asked) alike.set(keyOf(one), one)
      const key = asked.map(keyOf).sort().join('|')
      const known = missing.get(key)
      if (known) known.vacancies.push(id)
      else missing.set(key, { requirements: asked, vacancies: [id] })
    }
  }
  const closes = closer(proof, [...missing.values()])
  const setOf = new Map([...missing.values()].flatMap((set) => set.vacancies.map((vacancy) => [vacancy, set] as const)))
  return {
    now,
    by: (offerings) =>
      closes(offerings)
        .flatMap(({ vacancies }) => vacancies)
        .sort(),
    opens: (offerings, vacancy) => {
      const lacked = setOf.get(vacancy)?.requirements
      const taught = offerings.flatMap(taughtBy)
      return lacked?.every((one) => isMet(proof, taught, one)) ?? false
    },
    count: (offerings) => closes(offerings).reduce((sum, { vacancies }) => sum + vacancies.length, 0),
  }
}

/** Gives the sets of missing essentials of which trainings, taken together, meet every one. */
function closer(proof: Proof, all: readonly Missing[]): (offerings: readonly Offering[]) => Missing[] {
  /** Of an offering: each set of which it meets something, with what it meets in bits. */
  const met = new Map<Offering, ReadonlyMap<Missing, bigint>>()
  const metBy = (offering: Offering): ReadonlyMap<Missing, bigint> => {
    const known = met.get(offering) ?? someMet(all, proof, offering)
    met.set(offering, known)
    return known
  }
  return (offerings) => {
    const together = new Map<Missing, bigint>()
    for (const offering of offerings)
      for (const [set, bits] of metBy(offering)) together.set(set, (together.get(set) ?? 0n) | bits)
    return [...together].filter(([set, bits]) => bits === (1n << BigInt(set.requirements.length)) - 1n).map(([set]) => set)
  }
}

function someMet(all: readonly Missing[], proof: Proof, offering: Offering): ReadonlyMap<Missing, bigint> {
  const taught = taughtBy(offering)
  // Many sets ask the very same: each requirement is looked at once per offering.
  const answers = new Map<Requirement, boolean>()
  const isTaught = (one: Requirement): boolean => {
    const known = answers.get(one) ?? isMet(proof, taught, one)
    answers.set(one, known)
    return known
  }
  const found = new Map<Missing, bigint>()
  for (const set of all) {
    let bits = 0n
    for (const [at, one] of set.requirements.entries()) if (isTaught(one)) bits |= 1n << BigInt(at)
    if (bits !== 0n) found.set(set, bits)
  }
  return found
}

const keyOf = ({ skill, level = 2, evidence = 'claimed' }: Requirement): string => `${skill} ${level} ${evidence}`
