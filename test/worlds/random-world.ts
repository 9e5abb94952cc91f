import fc from 'fast-check'
import type { Answer, Coordinates, EvidenceState, Person } from '../../src/engine/matching/person.ts'
import type { Requirement, Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { World } from '../../src/engine/planning/engine.ts'
import type { LeveledSkill, Offering } from '../../src/engine/planning/offering.ts'
import { type Skill, type SkillKind, transferModel } from '../../src/engine/taxonomy/concept.ts'

export interface RandomWorld {
  readonly world: World
  /** Who asks. */
  readonly people: readonly Person[]
  /** Who is counted: the people and some others. */
  readonly pool: readonly Person[]
}

/** How worlds of one style differ: percentages and counts. */
interface Style {
  readonly skills: number
  /** How many of them are asked and taught. */
  readonly used: number
  readonly vacancies: readonly [min: number, max: number]
  readonly offerings: readonly [min: number, max: number]
  readonly requirements: readonly [min: number, max: number]
  readonly outcomes: readonly [min: number, max: number]
  /** Chance that a requirement is essential. */
  readonly essential: number
  /** Chance that an offering has prerequisites. */
  readonly prerequisites: number
  /** Chance of links in the taxonomy: broader, exact copies, related, close, groups. */
  readonly links: number
  /** Chance that a skill is answered. */
  readonly answered: number
  /** Chance of every term that a vacancy or an offering may ask. */
  readonly terms: number
  /** Chance of every field that a person may state, and of what either side says of a topic that is spoken of. */
  readonly stated: number
  /** Chance that a world speaks of hours, of days, of place, of wage: where one side is silent the other one is unknown. */
  readonly topics: number
  /** Chance of rolling starts; the others have dated starts. */
  readonly rolling: number
  /** Chance of full, closed and late starts, closing dates, latest starts and people who are not free yet. */
  readonly dates: number
  /** Chance that a vacancy hires first; the same for each of two dual jobs. */
  readonly hireFirst: number
  /** Chance that an offering or a vacancy is a copy of another one with another price or date. */
  readonly copies: number
}

const middle: Style = {
  skills: 6,
  used: 4,
  vacancies: [2, 7],
  offerings: [2, 6],
  requirements: [1, 3],
  outcomes: [1, 3],
  essential: 60,
  prerequisites: 25,
  links: 20,
  answered: 65,
  terms: 8,
  stated: 85,
  topics: 35,
  rolling: 50,
  dates: 20,
  hireFirst: 15,
  copies: 10,
}

export const styles = {
  sparse: { ...middle, vacancies: [0, 3], offerings: [0, 3], requirements: [0, 2], answered: 30, links: 10 },
  'many essentials and wide trainings': {
    ...middle,
    skills: 9,
    used: 7,
    requirements: [3, 6],
    outcomes: [3, 7],
    essential: 90,
    links: 5,
    terms: 3,
    offerings: [3, 6],
  },
  'heavy prerequisites': {
    ...middle,
    skills: 5,
    used: 5,
    prerequisites: 85,
    outcomes: [1, 2],
    requirements: [1, 3],
    offerings: [4, 7],
    vacancies: [2, 5],
    terms: 3,
    topics: 20,
    answered: 85,
    rolling: 75,
  },
  'duplicates and ties': { ...middle, skills: 5, copies: 65, links: 5, offerings: [3, 7], vacancies: [3, 6], terms: 4 },
  'dates and waiting gaps': { ...middle, rolling: 15, dates: 70, offerings: [3, 7], terms: 4, links: 10 },
  'terms and silence': { ...middle, terms: 20, stated: 70, topics: 70, requirements: [0, 2], offerings: [1, 5], rolling: 80 },
  'hire-then-train and dual': { ...middle, hireFirst: 75, offerings: [3, 6], terms: 4, dates: 40, rolling: 65 },
  taxonomy: { ...middle, skills: 9, used: 9, links: 80, answered: 45, terms: 3 },
} satisfies Record<string, Style>

export type StyleName = keyof typeof styles

export const styleNames = Object.keys(styles) as StyleName[]

/** Without the keys that hold nothing: silence is a field left out. */
function silent<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

const rounded = (percent: number) => Math.round(Math.min(100, percent))

/** The value in this many of a hundred cases, else nothing. */
const maybe = <T>(percent: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - rounded(percent), arbitrary: fc.constant(undefined) },
    { weight: rounded(percent), arbitrary: value },
  )

const flag = (percent: number): fc.Arbitrary<boolean> => maybe(percent, fc.constant(true)).map((value) => value === true)

const some = (values: readonly string[], [min, max]: readonly [number, number]): fc.Arbitrary<string[]> =>
  fc.subarray([...values], { minLength: Math.min(min, values.length), maxLength: Math.min(max, values.length) })

const need = fc.constantFrom<1 | 2 | 3 | 4>(2, 1, 3, 4)
const prerequisiteLevel = fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 2, 3)
const outcomeLevel = fc.constantFrom<1 | 2 | 3 | 4>(2, 3, 2, 3, 4, 1)
const cefr = fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6>(1, 2, 3, 4, 5, 6)
const spokenLevel = fc.constantFrom<1 | 2 | 3 | 4 | 5 | 6>(4, 6, 2, 3, 5, 1)
const towns: readonly Coordinates[] = [
  [52.16, 5.39],
  [52.09, 5.12],
  [52.22, 5.18],
  [52.51, 6.08],
]
const town = fc.constantFrom(...towns)
const languages = ['nl', 'en', 'ar']
const licences = ['B', 'C', 'VCA']
const schemes = ['fonds', 'omscholing']
const occupations = ['O0', 'O1', 'O2']
const regions = ['AM13', 'UT26']
const proof = fc.constantFrom<EvidenceState>('claimed', 'evidenced', 'verified')
const hours = fc
  .tuple(fc.constantFrom(1, 8, 16, 24, 32, 36), fc.constantFrom(0, 4, 8))
  .map(([min, more]) => [min, min + more] as const)
const cohort = fc.tuple(fc.nat(30), fc.nat(30)).map(([k, more]) => [k, k + more] as const)

/** Answered more often with something than with *no*. */
const answer = fc.constantFrom<Answer>('yes', 'no', 'little', 'no', 'yes', 1, 2, 3, 4)

const kind = fc.constantFrom<SkillKind>('tool', 'language', 'knowledge', 'capability')

/** `s0`, `s1` ...: broader links go to lower numbers only. `e0`, `e1`: the same things in another scheme. `g0`: a group. */
function taxonomy(style: Style): fc.Arbitrary<Skill[]> {
  const ids = Array.from({ length: style.skills }, (_, i) => `s${i}`)
  const skill = (id: string, below: readonly string[]) =>
    fc
      .record({
        kind,
        parents: maybe(style.links, some(below, [1, 2])),
        group: flag(style.links / 2),
        close: maybe(
          style.links / 4,
          some(
            ids.filter((other) => other !== id),
            [1, 1],
          ),
        ),
        related: maybe(
          style.links / 4,
          some(
            ids.filter((other) => other !== id),
            [1, 2],
          ),
        ),
      })
      .map(({ kind, parents, group, close, related }) =>
        silent<Skill>({
          id,
          kind,
          broader: parents === undefined && !group ? undefined : [...(parents ?? []), ...(group ? ['g0'] : [])],
          exact: undefined,
          close,
          related,
        }),
      )
  const own = ids.map((id, i) => skill(id, ids.slice(0, i)))
  const copy = (id: string) =>
    fc.nat(style.skills - 1).chain((of) => skill(id, ids.slice(0, of)).map((made) => ({ ...made, exact: [`s${of}`] })))
  const copies = maybe(style.links, copy('e0')).chain((first) =>
    maybe(style.links / 2, copy('z1')).map((second) => [first, second].filter((made) => made !== undefined)),
  )
  return fc.tuple(fc.tuple(...own), copies).map(([made, more]) => [{ id: 'g0', kind: 'group' as const }, ...made, ...more])
}

const leveled = (
  skills: readonly string[],
  size: readonly [number, number],
  level: fc.Arbitrary<LeveledSkill['level']>,
): fc.Arbitrary<LeveledSkill[]> =>
  some(skills, size).chain((ids) =>
    fc.tuple(...ids.map(() => level)).map((levels) => ids.map((skill, i) => ({ skill, level: levels[i]! }))),
  )

const requirement = (style: Style, skill: string): fc.Arbitrary<Requirement> =>
  fc
    .record({
      weight: maybe(100 - style.essential, fc.constantFrom<'important' | 'somewhat'>('important', 'somewhat')),
      level: maybe(40, need),
      evidence: maybe(style.terms / 3, proof),
    })
    .map(({ weight, level, evidence }) => silent<Requirement>({ skill, weight: weight ?? 'essential', level, evidence }))

function vacancy(style: Style, topics: Topics, now: number, skills: readonly string[], offerings: readonly string[]) {
  const term = <T>(value: fc.Arbitrary<T>) => maybe(style.terms, value)
  const rare = <T>(value: fc.Arbitrary<T>) => maybe(style.terms / 2, value)
  const spoken = <T>(topic: boolean, value: fc.Arbitrary<T>) => maybe(topic ? style.stated : strays, value)
  return (id: string): fc.Arbitrary<Vacancy> =>
    fc
      .record({
        occupation: maybe(80, fc.constantFrom(...occupations)),
        region: maybe(60, fc.constantFrom(...regions)),
        place: spoken(topics.place, town),
        remoteShare: maybe(topics.place ? 20 : strays, fc.constantFrom(0, 40, 60, 100)),
        requirements: some(skills, style.requirements).chain((ids) => fc.tuple(...ids.map((skill) => requirement(style, skill)))),
        hours: spoken(topics.hours, hours),
        days: spoken(topics.days, fc.constantFrom(1, 31, 21, 96)),
        wageCents: spoken(topics.wage, fc.tuple(fc.constantFrom(1400, 1700, 2000), fc.constantFrom(0, 200, 500))),
        languages: term(
          some(languages, [1, 2]).chain((codes) =>
            fc.tuple(...codes.map(() => cefr)).map((levels) => codes.map((code, i) => ({ code, level: levels[i]! }))),
          ),
        ),
        workLevel: rare(fc.record({ level: fc.constantFrom(3, 4, 6), orYears: maybe(50, fc.constantFrom(2, 5)) })),
        diplomaOnly: rare(
          fc.record({ level: fc.constantFrom(3, 4, 6), fields: fc.constantFrom<string[]>([], ['06'], ['0612', '04']) }),
        ),
        experienceYears: rare(fc.constantFrom(0, 2, 5)),
        licences: rare(some(licences, [1, 2])),
        certificateOfConduct: rare(fc.boolean()),
        sponsorsPermit: rare(fc.boolean()),
        startFrom: maybe(
          style.dates,
          // The last one lies beyond the horizon.
          fc.constantFrom(0, 4, 10, 4, 10, 158).map((weeks) => now + weeks),
        ),
        latestStart: maybe(
          style.dates / 2,
          fc.constantFrom(0, 2, 8).map((weeks) => now + weeks),
        ),
        closing: maybe(
          style.dates,
          fc.constantFrom(-1, 3, 12).map((weeks) => now + weeks),
        ),
        acceptsTrainings: maybe(style.hireFirst, some([...offerings, 'T?'], [2, 7])),
        paysTraining: maybe(style.hireFirst / 2, fc.boolean()),
      })
      .map((fields) =>
        silent<Vacancy>({
          id,
          ...fields,
          wageCents: fields.wageCents && [fields.wageCents[0], fields.wageCents[0] + fields.wageCents[1]],
          workLevel: fields.workLevel && silent<NonNullable<Vacancy['workLevel']>>(fields.workLevel),
          carriedBy: undefined,
        }),
      )
}

function offering(style: Style, now: number, skills: readonly string[]) {
  const start = fc
    .record({
      week: fc
        .oneof(
          { weight: 12, arbitrary: fc.nat(24) },
          // About the horizon.
          { weight: 1, arbitrary: fc.constantFrom(150, 155, 156, 157, 158) },
        )
        .map((weeks) => now - 1 + weeks),
      seats: maybe(style.dates, fc.constantFrom(0, 0, 5)),
      enrolUntil: maybe(
        style.dates / 2,
        fc.constantFrom(-1, 0, 3).map((weeks) => now + weeks),
      ),
    })
    .map((fields) => silent<NonNullable<Offering['starts']>[number]>(fields))
  const term = <T>(value: fc.Arbitrary<T>) => maybe(style.terms, value)
  return (id: string): fc.Arbitrary<Offering> =>
    fc
      .record({
        programme: maybe(10, fc.constantFrom('R0', 'R1')),
        weeks: fc.constantFrom(4, 1, 4, 8, 10, 20, 70, 90),
        hoursPerWeek: fc.constantFrom(4, 8, 12, 20),
        online: maybe(60, fc.boolean()),
        place: maybe(60, town),
        siteDays: maybe(40, fc.constantFrom(0, 3, 10)),
        feeEuro: fc.constantFrom(0, 110, 250, 440, 900),
        funding: maybe(
          55,
          some(schemes, [1, 2]).chain((names) =>
            fc
              .tuple(...names.map(() => fc.constantFrom(100, 260, 1000)))
              .map((euros) => names.map((scheme, i) => ({ scheme, euro: euros[i]! }))),
          ),
        ),
        language: term(fc.record({ code: fc.constantFrom(...languages), level: cefr })),
        prerequisites: maybe(style.prerequisites, leveled(skills, [1, 2], prerequisiteLevel)),
        outcomes: leveled(skills, style.outcomes, outcomeLevel),
        rolling: maybe(style.rolling, fc.constant(true)),
        starts: fc.array(start, { maxLength: 3, size: 'max' }),
        startsToo: flag(20),
        completion: maybe(70, cohort),
        placement: maybe(70, cohort),
        incomeMonthEuro: maybe(15, fc.constantFrom(0, 800, 1600)),
        job: maybe(5, fc.constant('V?')),
        askFirst: maybe(12, fc.constant(true)),
      })
      .map(({ startsToo, ...fields }) => {
        const starts = fields.rolling === true && !startsToo ? undefined : fields.starts
        return silent<Offering>({ id, ...fields, starts })
      })
}

function person(style: Style, topics: Topics, now: number, skills: readonly string[]) {
  const term = <T>(value: fc.Arbitrary<T>) => maybe(style.stated, value)
  const limit = <T>(value: fc.Arbitrary<T>) => maybe(45, value)
  const study = fc
    .record({
      hoursPerWeek: limit(fc.constantFrom(6, 12)),
      totalWeeks: limit(fc.constantFrom(8, 14, 40)),
      ownCostEuro: limit(fc.constantFrom(0, 250, 500, 1000)),
      lowestMonthEuro: maybe(10, fc.constantFrom(800, 1500)),
      onlineIsFine: maybe(15, fc.boolean()),
    })
    .map((fields) => silent<NonNullable<Person['study']>>(fields))
  const place = fc
    .record({
      at: town,
      maxMinutes: fc.constantFrom(20, 45, 90, 150),
      mode: fc.constantFrom<'walk' | 'bike' | 'transit' | 'car'>('transit', 'car', 'bike', 'walk'),
      remoteShareEnough: maybe(40, fc.constantFrom(40, 60)),
    })
    .map((fields) => silent<NonNullable<Person['place']>>(fields))
  const answers = fc
    .tuple(...skills.map((skill) => maybe(style.answered, answer).map((said) => [skill, said] as const)))
    .map((all) => Object.fromEntries(all.filter(([, said]) => said !== undefined)) as Record<string, Answer>)
  const evidence = maybe(
    30,
    fc
      .tuple(...skills.map((skill) => maybe(40, proof).map((state) => [skill, state] as const)))
      .map((all) => Object.fromEntries(all.filter(([, state]) => state !== undefined)) as Record<string, EvidenceState>),
  )
  const perCode = <T>(codes: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
    some(codes, [0, 3]).chain((known) =>
      fc.tuple(...known.map(() => value)).map((values) => Object.fromEntries(known.map((code, i) => [code, values[i]!]))),
    )
  const spoken = <T>(topic: boolean, value: fc.Arbitrary<T>) => maybe(topic ? style.stated : strays, value)
  return (id: string): fc.Arbitrary<Person> =>
    fc
      .record({
        occupations: some([...occupations, 'O?'], [0, 1]),
        answers,
        evidence,
        hours: spoken(topics.hours, hours),
        days: spoken(topics.days, fc.constantFrom(1, 31, 127)),
        place: spoken(topics.place, place),
        wageFloorMonthEuro: spoken(topics.wage, fc.constantFrom(900, 1800, 2600)),
        languages: maybe(style.stated, perCode(languages, spokenLevel)),
        workLevel: term(fc.constantFrom(2, 4, 6)),
        diplomas: term(
          fc.array(
            fc
              .record({ level: fc.constantFrom(3, 4, 6), field: maybe(80, fc.constantFrom('0612', '061', '041')) })
              .map((fields) => silent<NonNullable<Person['diplomas']>[number]>(fields)),
            { maxLength: 2 },
          ),
        ),
        experienceYears: term(fc.constantFrom(0, 2, 6)),
        licences: term(some(licences, [0, 2])),
        certificateOfConduct: term(fc.boolean()),
        needsPermitSponsor: maybe(style.terms, fc.boolean()),
        availableFrom: maybe(
          style.dates,
          fc.constantFrom(-3, 0, 3, 6, 11).map((weeks) => now + weeks),
        ),
        study: maybe(60, study),
        incomeWhileTrainingMonthEuro: term(fc.constantFrom(0, 900, 1600)),
        funding: maybe(75, perCode(schemes, fc.constantFrom<'can' | 'cannot' | 'ask'>('can', 'can', 'ask', 'cannot'))),
      })
      .map((fields) => silent<Person>({ id, ...fields }))
}

/** Copies keep the content of the one before them and differ in price or date only. */
function withCopies<T extends { readonly id: string }>(
  percent: number,
  made: readonly T[],
  vary: (copied: T, own: T) => Partial<T>,
): fc.Arbitrary<T[]> {
  return fc
    .tuple(...made.map(() => flag(percent)))
    .map((copied) =>
      made.map((own, i) => (i > 0 && copied[i] ? { ...made[i - 1]!, id: own.id, ...vary(made[i - 1]!, own) } : own)),
    )
}

/** Binds up to two jobs to the offering that carries each, both ways. */
function bindDuals(vacancies: Vacancy[], offerings: Offering[], wanted: readonly boolean[]): void {
  for (const [i, isWanted] of wanted.entries()) {
    const job = vacancies.at(-1 - i)
    const carrier = offerings.at(-1 - i)
    if (!isWanted || job === undefined || carrier === undefined) continue
    vacancies[vacancies.length - 1 - i] = { ...job, carriedBy: carrier.id }
    offerings[offerings.length - 1 - i] = { ...carrier, job: job.id }
  }
}

const count = ([min, max]: readonly [number, number]) => fc.integer({ min, max })
const names = (letter: string, length: number) => Array.from({ length }, (_, i) => `${letter}${i}`)

/** What a world speaks of. The chance that a side states it is that of `topic`. */
interface Topics {
  readonly hours: boolean
  readonly days: boolean
  readonly place: boolean
  readonly wage: boolean
}

const topicsOf = (style: Style): fc.Arbitrary<Topics> =>
  fc.record({
    hours: flag(style.topics),
    days: flag(style.topics / 2),
    place: flag(style.topics),
    wage: flag(style.topics),
  })

/** Now and then somebody speaks of what nobody else speaks of. */
const strays = 3

/** A small world in one style, with people who ask and a pool to be counted. */
export function randomWorld(name: StyleName): fc.Arbitrary<RandomWorld> {
  const style: Style = styles[name]
  return fc
    .record({
      now: fc.constantFrom(0, 2974),
      topics: topicsOf(style),
      used: fc.subarray([...Array(style.skills).keys()], { minLength: style.used, maxLength: style.used }),
      skills: taxonomy(style),
      vacancies: count(style.vacancies),
      offerings: count(style.offerings),
      people: fc.integer({ min: 1, max: 2 }),
      others: fc.integer({ min: 0, max: 4 }),
      askedBeforeSilenceIsNo: fc.constantFrom(3, 8, 5, 2),
      narrow: fc.constantFrom(8, 2),
      cents: fc.constantFrom(20, 23),
    })
    .chain((size) => {
      const ids = size.skills.map(({ id }) => id).filter((id) => id !== 'g0')
      const offeringIds = names('T', size.offerings)
      const used = [...size.used.map((index) => ids[index]!), ...ids.slice(style.skills)]
      const makeVacancy = vacancy(style, size.topics, size.now, used, offeringIds)
      const makeOffering = offering(style, size.now, used)
      const makePerson = person(style, size.topics, size.now, [...ids, 'g0'])
      return fc
        .record({
          vacancies: fc
            .tuple(...names('V', size.vacancies).map(makeVacancy))
            .chain((made) => withCopies<Vacancy>(style.copies, made, () => ({}))),
          offerings: fc
            .tuple(...offeringIds.map(makeOffering))
            .chain((made) => withCopies<Offering>(style.copies, made, (_, { weeks, feeEuro }) => ({ weeks, feeEuro }))),
          occupations: fc.tuple(...occupations.map((id) => some(ids, [0, 3]).map((implies) => ({ id, implies })))),
          duals: fc.tuple(flag(style.hireFirst), flag(style.hireFirst / 2)),
          everybody: fc.tuple(...names('P', size.people + size.others).map(makePerson)),
        })
        .map(({ vacancies, offerings, occupations, duals, everybody }): RandomWorld => {
          bindDuals(vacancies, offerings, duals)
          const settings: World['settings'] = {
            thisWeek: size.now,
            kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
            travelCentsPerKm: size.cents,
            transfer: {
              ...transferModel,
              answersBeforeSilenceIsNo: size.askedBeforeSilenceIsNo,
              narrowParentChildren: size.narrow,
            },
          }
          return {
            world: { skills: size.skills, occupations, vacancies, offerings, settings },
            people: everybody.slice(0, size.people),
            pool: everybody,
          }
        })
    })
}
