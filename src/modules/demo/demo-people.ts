import type { Cefr } from '../../engine/matching/index.ts'
import type { Profile } from '../people/index.ts'
import type { Catalogue, OccupationSkill } from '../skills/index.ts'
import type { DemoPlaces } from './demo-places.ts'
import type { Random } from './random.ts'

/** A plainly fictional person of the statistics pool: work done, answers, terms; no name, no age. */
export interface DemoPerson {
  readonly id: string
  readonly region: string
  readonly profile: Profile
}

interface Origin {
  readonly id: string
  readonly ict: boolean
  readonly nlqf: number
  readonly skills: readonly OccupationSkill[]
}

const fromIctShare = 0.3

/** One at a time: 200,000 of them would fill the memory. */
export function* demoPeople(random: Random, catalogue: Catalogue, places: DemoPlaces, count: number): Generator<DemoPerson> {
  const origins = originsOf(catalogue)
  const ict = origins.filter((origin) => origin.ict)
  const other = origins.filter((origin) => !origin.ict)
  const ictSkills = [...new Set(ict.flatMap((origin) => origin.skills.map(({ skill }) => skill)))].sort()
  for (let number = 1; number <= count; number++) {
    const from = random.chance(fromIctShare) || other.length === 0 ? ict : other
    const origin = random.pick(from)
    const home = places.home(random)
    yield { id: `demo-person-${number}`, region: home.region, profile: profileOf(random, origin, home.name, ictSkills) }
  }
}

/** Occupations of the starter vocabulary that imply at least one skill. */
function originsOf(catalogue: Catalogue): readonly Origin[] {
  const ids = new Set<string>()
  for (const { concept, type } of catalogue.labels())
    if (type === 'occupation' && concept.startsWith('schakel:')) ids.add(concept)
  return [...ids].sort().flatMap((id) => {
    const concept = catalogue.get(id)
    const skills = catalogue.skillsOf(id)
    return skills.length === 0 ? [] : [{ id, ict: concept.ict, nlqf: concept.nlqf ?? 4, skills }]
  })
}

function profileOf(random: Random, origin: Origin, municipality: string, ictSkills: readonly string[]): Profile {
  const situation = random.weighted(
    ['unemployed', 'working', 'jobEnds', 'studying', 'returning', 'newcomer'] as const,
    (one) => ({ unemployed: 30, working: 38, jobEnds: 14, studying: 6, returning: 7, newcomer: 5 })[one],
  )
  const most = random.weighted([40, 36, 32, 24], (hours) => ({ 40: 40, 36: 28, 32: 20, 24: 12 })[hours] ?? 0)
  return {
    situation,
    occupations: [origin.id],
    answers: answersOf(random, origin, ictSkills),
    hours: [Math.max(12, most - random.pick([0, 4, 8, 12])), most],
    municipality,
    maxMinutes: random.pick([30, 45, 45, 60, 60, 75]),
    travelMode: random.weighted(['transit', 'car', 'bike'] as const, (mode) => ({ transit: 40, car: 42, bike: 18 })[mode]),
    ...(random.chance(0.35) ? { remoteShareEnough: random.pick([40, 60, 80]) } : {}),
    ...(random.chance(0.6) ? { wageFloorMonthEuro: Math.round((most / 40) * random.int(22, 36)) * 100 } : {}),
    languages: languagesOf(random, situation),
    ...(random.chance(0.85) ? { workLevel: Math.min(7, Math.max(2, origin.nlqf + random.pick([-1, 0, 0, 0, 1]))) } : {}),
    ...(random.chance(0.8) ? { experienceYears: random.int(0, 20) } : {}),
    ...(random.chance(0.6) ? { licences: random.chance(0.75) ? ['B'] : [] } : {}),
    ...(random.chance(0.7) ? { certificateOfConduct: true } : {}),
    ...(situation === 'newcomer'
      ? { needsPermitSponsor: random.chance(0.4) }
      : random.chance(0.7)
        ? { needsPermitSponsor: false }
        : {}),
    study: {
      hoursPerWeek: random.pick([8, 12, 16, 24, 40]),
      ...(random.chance(0.5) ? { totalWeeks: random.pick([13, 26, 39, 52]) } : {}),
      ...(random.chance(0.6) ? { ownCostEuro: random.pick([0, 250, 500, 1000, 2500]) } : {}),
      onlineIsFine: random.chance(0.85),
    },
    ...(situation === 'unemployed' ? { funding: { 'uwv-scholing': 'ask' as const } } : {}),
  }
}

const answerShares: readonly (readonly [Profile['answers'][string], number])[] = [
  ['yes', 42],
  ['little', 18],
  ['no', 9],
  [2, 14],
  [3, 13],
  [4, 4],
]

/** Part of what the work implies was answered; some know a little of ICT besides. */
function answersOf(random: Random, origin: Origin, ictSkills: readonly string[]): Profile['answers'] {
  const answers: Profile['answers'] = {}
  for (const { skill } of origin.skills) {
    if (random.chance(0.6)) answers[skill] = random.weighted(answerShares, ([, share]) => share)[0]
  }
  if (random.chance(0.4)) {
    for (const skill of random.sample(ictSkills, random.int(1, 4))) answers[skill] ??= random.pick(['little', 'yes', 2] as const)
  }
  return answers
}

function languagesOf(random: Random, situation: Profile['situation']): Record<string, Cefr> {
  const dutch = situation === 'newcomer' ? random.pick([1, 2, 2, 3, 4] as const) : random.pick([4, 5, 6, 6, 6, 6] as const)
  return random.chance(0.85) ? { nl: dutch, en: random.pick([2, 3, 3, 4, 4, 5] as const) } : { nl: dutch }
}
