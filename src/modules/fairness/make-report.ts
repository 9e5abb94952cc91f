import { isDeepStrictEqual } from 'node:util'
import type { Person } from '../../engine/matching/index.ts'
import type { Profile } from '../people/index.ts'
import { type CvParts, cvOf, cvText, type LabelOf } from './cv.ts'
import { knownFaults } from './known-faults.ts'
import { Bench, type Judge, type Twins } from './measure-twins.ts'
import { proxies } from './proxies.ts'
import type { FairnessReport, ProxyFinding, TraitFinding } from './report.ts'
import { type Trait, traits } from './traits.ts'

export type ReadParts = Pick<Profile, 'occupations' | 'answers'> & Partial<Profile>

export interface ReportParts {
  readonly made: Pick<FairnessReport['made'], 'command' | 'seed' | 'day' | 'taxonomy' | 'weights'>
  readonly engine: Judge
  /** Ids of the vacancies that people are judged for. */
  readonly vacancies: readonly string[]
  /** Made-up people of the demo world. */
  readonly people: readonly Profile[]
  /** The product's own ways, so that a fault in them is found here. */
  readonly toPerson: (profile: Profile) => Person
  readonly takesField: (field: string) => boolean
  /** What is read of the text of a CV. */
  readonly readCv: (text: string) => Promise<ReadParts>
  readonly labelOf: LabelOf
}

/** Below so many pairs a handful of people decides what the sum says: a rule of thumb of ours, not of law. */
const fewestPairs = 30
/** The example people: of each every way to say a trait is tried. What is read of a line does not depend on who wrote it. */
const cvsForTraits = 6
const cvsForProxies = 30
const peopleForTraits = 20

/** Measures people who differ in one thing alone. Pure but for reading the CVs. */
export async function makeFairnessReport(parts: ReportParts): Promise<FairnessReport> {
  const bench = new Bench(parts.engine, parts.vacancies)
  const cvs = parts.people.slice(0, cvsForProxies).map((profile) => cvOf(profile, parts.labelOf))
  const persons = parts.people.map(parts.toPerson)
  const read = await readAll(parts, cvs)
  const measure = { parts, bench, cvs, persons, read }
  const traitFindings: TraitFinding[] = []
  for (const trait of traits) traitFindings.push(await measureTrait(measure, trait))
  const proxyFindings: ProxyFinding[] = []
  for (const proxy of proxies) {
    proxyFindings.push(proxy.from === 'cv' ? await measureCvProxy(measure, proxy) : measureProfileProxy(measure, proxy))
  }
  return {
    made: {
      ...parts.made,
      vacancies: parts.vacancies.length,
      people: parts.people.length,
      cvs: cvs.length,
      fewestPairs,
    },
    traits: traitFindings,
    proxies: proxyFindings,
    knownFaults: [...knownFaults],
  }
}

interface Measure {
  readonly parts: ReportParts
  readonly bench: Bench
  readonly cvs: readonly CvParts[]
  readonly persons: readonly Person[]
  /** What is read of each of `cvs`. */
  readonly read: readonly ReadParts[]
}

async function readAll({ readCv }: ReportParts, cvs: readonly CvParts[]): Promise<ReadParts[]> {
  const all: ReadParts[] = []
  for (const cv of cvs) all.push(await readCv(cvText(cv)))
  return all
}

async function measureTrait({ parts, bench, cvs, persons, read }: Measure, { id, fields, cv }: Trait): Promise<TraitFinding> {
  const some = persons.slice(0, peopleForTraits)
  let different = 0
  for (const person of some) {
    // A person with the trait put into it by force: the engine must not look at it.
    const forced = { ...person, ...Object.fromEntries(fields.map((field) => [field, `some ${field}`])) } as Person
    different += bench.differences(person, forced)
  }
  const faults = new Map<string, { fields: Set<string>; times: number }>()
  let pairs = 0
  for (const [at, one] of cvs.slice(0, cvsForTraits).entries()) {
    for (const { id: change, change: apply } of cv) {
      pairs++
      const other = await parts.readCv(cvText(apply(one)))
      const differs = fieldsThatDiffer(read[at] as ReadParts, other)
      if (differs.length === 0) continue
      const fault = faults.get(change) ?? { fields: new Set(), times: 0 }
      faults.set(change, { fields: new Set([...fault.fields, ...differs]), times: fault.times + 1 })
    }
  }
  const found = [...faults].map(([change, fault]) => ({ change, fields: [...fault.fields].sort(), times: fault.times }))
  return {
    id,
    fields: { tried: [...fields], taken: fields.filter(parts.takesField) },
    engine: { compared: some.length * parts.vacancies.length, different },
    cvs: { pairs, different: found.reduce((sum, { times }) => sum + times, 0), faults: found },
  }
}

type ProfileProxy = Extract<(typeof proxies)[number], { from: 'profile' }>
type CvProxy = Extract<(typeof proxies)[number], { from: 'cv' }>

function measureProfileProxy({ parts, bench }: Measure, { id, twins, bySituation }: ProfileProxy): ProxyFinding {
  const pairs: (Twins & { readonly situation: string })[] = []
  for (const [index, profile] of parts.people.entries()) {
    const [without, withIt] = twins(profile, index) ?? []
    if (!without || !withIt) continue
    const { situation = 'unknown' } = profile
    pairs.push({ without: parts.toPerson(without), withIt: parts.toPerson(withIt), situation })
  }
  const finding = { id, from: 'profile' as const, ...bench.measure(pairs, fewestPairs) }
  if (!bySituation) return finding
  const situations = [...new Set(pairs.map(({ situation }) => situation))].sort()
  const groups = situations.map((situation) => {
    const some = pairs.filter((one) => one.situation === situation)
    return { situation, pairs: some.length, tooFew: some.length < fewestPairs, ...bench.reachesOf(some) }
  })
  return { ...finding, groups }
}

/** Somebody who put all that was read of a CV into a profile, and filled in the rest as before. */
async function measureCvProxy({ parts, bench, cvs, read }: Measure, { id, change }: CvProxy): Promise<ProxyFinding> {
  const pairs: Twins[] = []
  const fields: Record<string, number> = {}
  let different = 0
  for (const [at, cv] of cvs.entries()) {
    const {
      occupations: _,
      answers: __,
      languages: ___,
      workLevel: ____,
      experienceYears: _____,
      ...rest
    } = parts.people[at] as Profile
    const [one, other] = [read[at] as ReadParts, await parts.readCv(cvText(change(cv)))]
    const differs = fieldsThatDiffer(one, other)
    if (differs.length > 0) different++
    for (const field of differs) fields[field] = (fields[field] ?? 0) + 1
    pairs.push({ without: parts.toPerson({ ...rest, ...one }), withIt: parts.toPerson({ ...rest, ...other }) })
  }
  return { id, from: 'cv', ...bench.measure(pairs, fewestPairs), readings: { different, fields } }
}

function fieldsThatDiffer(one: ReadParts, other: ReadParts): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort() as (keyof ReadParts)[]
  return names.filter((name) => !isDeepStrictEqual(one[name], other[name]))
}
