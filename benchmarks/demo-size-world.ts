/**
 * A made-up world of the size of the demo, the same on every machine: 4,000 vacancies, 600 offerings, about 420 skills and
 * as many people as asked. Coherent rather than uniform: occupations draw on a few domains, trainings stay within one.
 */
import type { Answer, Cefr, Coordinates, Person, Requirement, Vacancy } from '../src/engine/matching/index.ts'
import type { Offering, World } from '../src/engine/planning/index.ts'
import { type Level, type Occupation, type Skill, transferModel } from '../src/engine/taxonomy/index.ts'
import { type Dice, diceOf } from './dice.ts'

export const thisWeek = 2968

const domains = 30
const skillsPerDomain = 13
const towns = 35

interface Domain {
  readonly root: string
  readonly skills: readonly string[]
}

interface Ground {
  readonly skills: readonly Skill[]
  readonly domains: readonly Domain[]
  readonly occupations: readonly (Occupation & { readonly pool: readonly string[]; readonly domains: readonly number[] })[]
  readonly towns: readonly Coordinates[]
}

/** Vacancies and offerings; `seed` names the world. */
export function demoSizeWorld(seed: number, sizes = { vacancies: 4000, offerings: 600 }): { world: World; ground: Ground } {
  const dice = diceOf(seed)
  const ground = groundOf(dice)
  const offerings = times(sizes.offerings, (index) => offeringOf(dice, ground, index))
  const plain = times(sizes.vacancies, (index) => vacancyOf(dice, ground, index, offerings))
  const { vacancies, carried } = carryJobs(dice, plain, offerings)
  return {
    ground,
    world: {
      skills: ground.skills,
      occupations: ground.occupations.map(({ id, implies }) => ({ id, implies })),
      vacancies,
      offerings: carried,
      settings: {
        thisWeek,
        kmPerHour: { walk: 5, bike: 16, transit: 30, car: 60 },
        travelCentsPerKm: 23,
        transfer: transferModel,
      },
    },
  }
}

/** A pool of distinct people for one world. */
export function peopleOf(ground: Ground, seed: number, count: number): Person[] {
  const dice = diceOf(seed)
  return times(count, (index) => personOf(dice, ground, index))
}

function groundOf(dice: Dice): Ground {
  const skills: Skill[] = []
  const found = times(domains, (index) => domainOf(dice, index, skills))
  for (const skill of skills) {
    if (skill.kind === 'group' || !dice.chance(0.3)) continue
    const other = dice.pick(dice.pick(found).skills)
    if (other !== skill.id) Object.assign(skill, { related: [other] })
  }
  const occupations = times(40, (index) => {
    const own = dice.several(
      times(domains, (at) => at),
      2 + dice.below(3),
    )
    const pool = own.flatMap((at) => found[at]?.skills ?? [])
    return { id: `occupation-${index}`, implies: dice.several(pool, 5), pool, domains: own }
  })
  const places = times(towns, (): Coordinates => [51 + dice.below(200) / 100, 4.2 + dice.below(260) / 100])
  return { skills, domains: found, occupations, towns: places }
}

/** One domain: a root, two narrower branches, and tools and languages below those. */
function domainOf(dice: Dice, index: number, into: Skill[]): Domain {
  const group = `group-${index % 8}`
  if (index < 8) into.push({ id: group, kind: 'group' })
  const root = `d${index}`
  const branches = [`${root}-a`, `${root}-b`]
  into.push({ id: root, kind: 'knowledge', broader: [group] })
  for (const branch of branches) into.push({ id: branch, kind: 'capability', broader: [root] })
  const leaves = times(skillsPerDomain - 3, (at) => {
    const id = `${root}-${at}`
    const kind = dice.pick(['tool', 'tool', 'language', 'knowledge'] as const)
    into.push({ id, kind, broader: [at < 4 ? `${root}-a` : at < 8 ? `${root}-b` : dice.chance(0.5) ? root : group] })
    if (at === 0) into.push({ id: `${id}-esco`, kind, exact: [id] })
    return id
  })
  return { root, skills: [root, ...branches, ...leaves] }
}

function vacancyOf(dice: Dice, ground: Ground, index: number, offerings: readonly Offering[]): Vacancy {
  const occupation = dice.pick(ground.occupations)
  const town = dice.below(towns)
  const count = 6 + dice.below(9)
  const essentials = 3 + dice.below(4)
  const skills = dice.several(dice.skewed(occupation.pool), count)
  const most = dice.pick([32, 36, 36, 40, 40])
  const least = 1500 + dice.below(20) * 100
  return {
    id: `v${String(index).padStart(5, '0')}`,
    occupation: occupation.id,
    region: `AM${String(town).padStart(2, '0')}`,
    place: ground.towns[town] as Coordinates,
    remoteShare: dice.pick([0, 0, 20, 40, 60, 100]),
    requirements: skills.map((skill, at): Requirement => requirementOf(dice, skill, at < essentials)),
    hours: [Math.max(16, most - 4 * dice.below(4)), most],
    wageCents: [least, least + 300 + dice.below(8) * 100],
    languages: [
      { code: 'nl', level: dice.pick([2, 3, 4, 4, 5] as const) },
      ...(dice.chance(0.2) ? [{ code: 'en', level: 4 as Cefr }] : []),
    ],
    ...(dice.chance(0.15) ? { certificateOfConduct: true } : {}),
    ...(dice.chance(0.15) ? { licences: ['B'] } : {}),
    ...(dice.chance(0.3) ? { workLevel: { level: 4 + dice.below(3), orYears: 3 } } : {}),
    ...(dice.chance(0.5) ? { startFrom: thisWeek + dice.below(12) } : {}),
    ...(dice.chance(0.1) ? { latestStart: thisWeek + 6 + dice.below(10) } : {}),
    ...(dice.chance(0.7) ? { closing: thisWeek + dice.below(10) } : {}),
    ...(dice.chance(0.06)
      ? {
          acceptsTrainings: dice.several(
            offerings.map((one) => one.id),
            12,
          ),
          paysTraining: dice.chance(0.7),
        }
      : {}),
  }
}

function requirementOf(dice: Dice, skill: string, essential: boolean): Requirement {
  const evidence = dice.chance(0.04) ? { evidence: 'evidenced' as const } : {}
  const level = dice.chance(0.5) ? { level: dice.pick([1, 2, 2, 3] as const) } : {}
  return { skill, weight: essential ? 'essential' : dice.pick(['important', 'somewhat'] as const), ...level, ...evidence }
}

/** Four kinds: online at any time, evening class, full-time bootcamp, and long courses of which some carry a job. */
function offeringOf(dice: Dice, ground: Ground, index: number): Offering {
  const kind = index % 4
  const domain = dice.pick(ground.domains)
  const outcomes = dice
    .several(domain.skills.slice(1), 1 + dice.below(kind === 0 ? 3 : 6))
    .map((skill) => ({ skill, level: dice.pick([1, 2, 2, 2, 3] as const) }))
  const asks = dice.chance(0.35)
    ? {
        prerequisites: dice
          .several(dice.chance(0.6) ? domain.skills : dice.pick(ground.domains).skills, 1 + dice.below(2))
          .map((skill) => ({ skill, level: dice.pick([1, 2] as const) })),
      }
    : {}
  const weeks = [2 + dice.below(6), 6 + dice.below(12), 8 + dice.below(10), 20 + dice.below(30)][kind] as number
  return {
    id: `t${String(index).padStart(4, '0')}`,
    weeks,
    hoursPerWeek: [6, 10, 36, 12][kind] as number,
    ...(kind === 0 || (kind === 1 && dice.chance(0.3))
      ? { online: true }
      : { place: dice.pick(ground.towns), siteDays: weeks * (kind === 2 ? 5 : 1) }),
    feeEuro: [200 + dice.below(20) * 50, 400 + dice.below(30) * 50, 1500 + dice.below(20) * 150, dice.below(10) * 250][
      kind
    ] as number,
    ...(dice.chance(0.4)
      ? { funding: [{ scheme: dice.pick(['fund-a', 'fund-b', 'fund-c']), euro: 250 + dice.below(4) * 250 }] }
      : {}),
    ...(dice.chance(0.5) ? { language: { code: 'nl', level: 3 as Cefr } } : {}),
    ...asks,
    outcomes,
    ...(kind === 0 && dice.chance(0.7)
      ? { rolling: true }
      : { starts: times(1 + dice.below(6), () => ({ week: thisWeek + dice.below(52), seats: dice.below(8) })) }),
    ...(dice.chance(0.7) ? { completion: rate(dice), placement: rate(dice) } : {}),
    ...(kind === 3 ? { incomeMonthEuro: 1400 + dice.below(8) * 100 } : {}),
  }
}

function rate(dice: Dice): readonly [number, number] {
  const of = 10 + dice.below(90)
  return [Math.floor((of * (40 + dice.below(60))) / 100), of]
}

/** Every fifteenth long course carries a job that asks what it teaches. */
function carryJobs(
  dice: Dice,
  vacancies: readonly Vacancy[],
  offerings: readonly Offering[],
): { vacancies: Vacancy[]; carried: Offering[] } {
  const carriers = new Map<string, Offering>()
  for (const [at, offering] of offerings.filter((_, index) => index % 60 === 3).entries()) {
    const vacancy = vacancies[at * 7]
    if (vacancy) carriers.set(vacancy.id, offering)
  }
  const jobs = new Map([...carriers].map(([job, offering]) => [offering.id, job]))
  return {
    vacancies: vacancies.map((vacancy) => {
      const offering = carriers.get(vacancy.id)
      if (!offering) return vacancy
      const taught = offering.outcomes.map(({ skill, level }): Requirement => ({ skill, level, weight: 'essential' }))
      const others = vacancy.requirements.filter(
        ({ weight, skill }) => weight !== 'essential' && taught.every((one) => one.skill !== skill),
      )
      const { acceptsTrainings: _, paysTraining: __, ...rest } = vacancy
      return { ...rest, requirements: [...taught.slice(0, 3 + dice.below(3)), ...others], carriedBy: offering.id }
    }),
    carried: offerings.map((offering) => {
      const job = jobs.get(offering.id)
      return job === undefined ? offering : { ...offering, job }
    }),
  }
}

function personOf(dice: Dice, ground: Ground, index: number): Person {
  const worked = dice.several(ground.occupations, 1 + dice.below(2))
  const pool = worked.flatMap((one) => one.pool)
  const count = dice.chance(0.15) ? dice.below(8) : 8 + dice.below(22)
  const answers: Record<string, Answer> = {}
  const evidence: Record<string, 'evidenced' | 'verified'> = {}
  for (const skill of dice.several(dice.skewed(pool), count)) {
    answers[skill] = dice.pick(['no', 'no', 'little', 'little', 'yes', 'yes', 1, 2, 3, 4] as const)
    if (dice.chance(0.1)) evidence[skill] = dice.pick(['evidenced', 'verified'] as const)
  }
  const most = dice.pick([24, 28, 32, 32, 36, 36, 40, 40])
  return {
    id: `p${index}`,
    occupations: worked.map((one) => one.id),
    answers,
    evidence,
    ...(dice.chance(0.92) ? { hours: [Math.max(12, most - 4 * dice.below(4)), most] as const } : {}),
    ...(dice.chance(0.95)
      ? {
          place: {
            at: dice.pick(ground.towns),
            maxMinutes: dice.pick([30, 45, 60, 75]),
            mode: dice.pick(['bike', 'transit', 'transit', 'car'] as const),
            remoteShareEnough: 60,
          },
        }
      : {}),
    ...(dice.chance(0.6) ? { wageFloorMonthEuro: 1600 + dice.below(14) * 100 } : {}),
    languages: {
      nl: dice.pick([2, 3, 4, 5, 6, 6, 6] as const),
      ...(dice.chance(0.8) ? { en: dice.pick([2, 3, 4, 5] as const) } : {}),
    },
    ...(dice.chance(0.8) ? { workLevel: (3 + dice.below(4)) as Level } : {}),
    ...(dice.chance(0.7) ? { experienceYears: dice.below(15) } : {}),
    ...(dice.chance(0.8) ? { licences: dice.chance(0.7) ? ['B'] : [] } : {}),
    ...(dice.chance(0.8) ? { certificateOfConduct: true } : {}),
    ...(dice.chance(0.3) ? { availableFrom: thisWeek + dice.below(20) } : {}),
    study: {
      hoursPerWeek: dice.pick([8, 12, 20, 40]),
      totalWeeks: dice.pick([20, 30, 52, 80]),
      ownCostEuro: dice.pick([0, 250, 500, 1000, 2000, 5000]),
    },
    funding: { 'fund-a': dice.pick(['can', 'cannot', 'ask'] as const), 'fund-b': dice.pick(['can', 'ask'] as const) },
  }
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
