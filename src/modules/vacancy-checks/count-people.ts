import type { PoolEffects, PoolEffectView } from '../pool-effects/index.ts'
import type { Language } from '../skills/index.ts'
import type { Item } from './items.ts'
import type { DescribedVacancy } from './read-vacancy.ts'
import type { CountPair } from './views.ts'

/** Counts that one check asks for; each is the pool effect of a vacancy that is described. */
export interface PeopleCounter {
  /** The whole of it. @throws Invalid when a skill is not known any more */
  effect(described: DescribedVacancy): Promise<PoolEffectView>
  /** People within reach; undefined when there are too few people to count. */
  reached(described: DescribedVacancy): Promise<CountPair | undefined>
}

/** The same vacancy is asked once per check, however many suggestions lead to it. */
export function peopleCounter(poolEffects: PoolEffects, language: Language, signal: AbortSignal | undefined): PeopleCounter {
  const asked = new Map<string, Promise<PoolEffectView>>()
  function effect(described: DescribedVacancy): Promise<PoolEffectView> {
    const key = JSON.stringify(described)
    const known = asked.get(key) ?? poolEffects.effect({ described, language, signal })
    asked.set(key, known)
    return known
  }
  return { effect, reached: async (described) => (await effect(described)).counts?.now }
}

/** Bars for more demands than these are not read any more, and each is a question. */
const mostSteps = 14

/** Wages nobody refuses and a permit for everybody: so a term that the text says nothing of takes nobody away before its turn. */
const fits: DescribedVacancy['facts'] = { wageCents: [100_000, 100_000], sponsorsPermit: true }

export interface Staircase {
  readonly base: { readonly people: CountPair; readonly skills: readonly string[] }
  readonly steps: readonly { readonly mark: string; readonly left: CountPair }[]
  readonly unsaid?: CountPair
}

/**
 * From who can do the work to who is reached, demand by demand in the order of the text. Who can do the work is told by the skills that no check
 * says anything of; when there are none, that is everybody who is counted.
 */
export async function staircaseOf(
  items: readonly Item[],
  described: DescribedVacancy,
  counter: PeopleCounter,
  whole: { readonly pool: number; readonly now: CountPair },
): Promise<Staircase> {
  const plain = items.filter(isPlainSkill)
  const others = items.filter((item) => item.demands.length > 0 && !isPlainSkill(item)).slice(0, mostSteps)
  const baseDemands = new Set(plain.flatMap(({ demands }) => demands))
  const skills = plain.map(({ demands: [demand = ''] }) => demand.slice('skill:'.length))
  const first = skills.length === 0 ? ([whole.pool, whole.pool] as const) : await counter.reached(only(described, baseDemands))
  const seen = new Set(baseDemands)
  const asked = others.map(({ sign, demands }) => {
    for (const demand of demands) seen.add(demand)
    return { mark: sign, part: only(described, new Set(seen)) }
  })
  const steps = await Promise.all(
    asked.map(async ({ mark, part }) => ({ mark, left: (await counter.reached(part)) ?? whole.now })),
  )
  const last = steps.at(-1)?.left ?? first
  return {
    base: { people: first ?? whole.now, skills },
    steps,
    ...(last && (last[0] !== whole.now[0] || last[1] !== whole.now[1]) ? { unsaid: whole.now } : {}),
  }
}

function isPlainSkill({ mark, demands }: Item): boolean {
  return mark === undefined && demands[0]?.startsWith('skill:') === true
}

/** The vacancy with these demands only. */
function only({ requirements, facts }: DescribedVacancy, kept: ReadonlySet<string>): DescribedVacancy {
  const { at, remoteShare, hours, wageCents, languages, workLevel, experienceYears, licences, certificateOfConduct } = facts
  return {
    requirements: requirements.filter(({ skill, weight }) => weight === 'essential' && kept.has(`skill:${skill}`)),
    facts: {
      ...fits,
      ...(at && kept.has('place') ? { at } : { remoteShare: 100 }),
      ...(remoteShare === undefined || !kept.has('place') ? {} : { remoteShare }),
      ...(hours && kept.has('hours') ? { hours } : {}),
      ...(wageCents && kept.has('wage') ? { wageCents } : {}),
      ...(languages ? { languages: languages.filter(({ code }) => kept.has(`language:${code}`)) } : {}),
      ...(workLevel && kept.has('workLevel') ? { workLevel } : {}),
      ...(experienceYears !== undefined && kept.has('experienceYears') ? { experienceYears } : {}),
      ...(licences ? { licences: licences.filter((code) => kept.has(`licence:${code}`)) } : {}),
      ...(certificateOfConduct && kept.has('certificateOfConduct') ? { certificateOfConduct } : {}),
    },
  }
}
