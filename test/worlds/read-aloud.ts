import type {
  Answer,
  Cefr,
  Coordinates,
  EvidenceState,
  FundingAnswer,
  Person,
  TravelMode,
} from '../../src/engine/matching/person.ts'
import type { Requirement, Vacancy, Weight } from '../../src/engine/matching/vacancy.ts'
import type { World } from '../../src/engine/planning/engine.ts'
import type { LeveledSkill, Offering } from '../../src/engine/planning/offering.ts'
import type { Plan } from '../../src/engine/planning/plan.ts'
import { type Level, type Occupation, type Skill, type SkillKind, transferModel } from '../../src/engine/taxonomy/concept.ts'

/**
 * Worlds that read as sentences. One thing a line, its parts divided by `|`; what starts with `#` is a remark:
 *
 *     V1 | asks support 2, networking 2, linux 2 somewhat | 32-40 h | in Amersfoort | starts w4
 *     T1 | teaches linux 2, networking 2 | 8 weeks | starts w2, w12 full | 450 euro | fonds pays 200
 *     P1 | knows support 3, linux no | was helpdesk | fonds can
 *     postgresql | is a tool below sql          helpdesk | implies support, networking
 *
 * A skill that is only named needs no line. Week 0 is now. What is not asked is *no*, unless a line `silence | is unknown`
 * says that everything else may be there.
 */
export interface ReadWorld {
  readonly world: World
  /** By id. */
  person(id: string): Person
  /** `P1 ~ T1 [w2-w10] ~ V1 ~ ready w10, own 250, fit 10800/10800, fair (train, then hire)` */
  sayPlan(person: Person, plan: Plan): string
}

const towns: Readonly<Record<string, Coordinates>> = {
  Amersfoort: [52.16, 5.39],
  Utrecht: [52.09, 5.12],
  Zwolle: [52.51, 6.08],
}

const townOf = (name: string): Coordinates => {
  const town = towns[name]
  if (town === undefined) throw new Error(`no such town here: ${name}`)
  return town
}

/** A part of a line: a pattern, and what it says. */
type Part<T> = readonly [pattern: RegExp, says: (...words: string[]) => Partial<T>]

const list = (text: string) => text.split(',').map((word) => word.trim())
const weekOf = (text: string) => Number(text.slice(1))
const levelOf = (text: string | undefined) => Number(text) as Level
const range = (from: string, to: string) => [Number(from), Number(to)] as const

const leveled = (text: string): LeveledSkill[] =>
  list(text).map((one) => {
    const [skill, level] = one.split(' ') as [string, string]
    return { skill, level: levelOf(level) }
  })

const isWeight = (word: string): word is Weight => ['essential', 'important', 'somewhat'].includes(word)

function requirementOf(text: string): Requirement {
  const [skill, ...words] = text.split(' ') as [string, ...string[]]
  const level = words.find((word) => /^[1-4]$/.test(word))
  const evidence = words.find((word) => ['evidenced', 'verified'].includes(word)) as EvidenceState | undefined
  return {
    skill,
    weight: words.find(isWeight) ?? 'essential',
    ...(level === undefined ? {} : { level: levelOf(level) }),
    ...(evidence === undefined ? {} : { evidence }),
  }
}

const answersOf = (text: string): Record<string, Answer> =>
  Object.fromEntries(
    list(text).map((one) => {
      const [skill, said = 'yes'] = one.split(' ') as [string, string?]
      return [skill, /^[1-4]$/.test(said) ? levelOf(said) : (said as Answer)]
    }),
  )

const spoken = (text: string) =>
  list(text).map((one) => {
    const [code, level] = one.split(' ') as [string, string]
    return { code, level: Number(level) as Cefr }
  })

const vacancyParts: readonly Part<Vacancy>[] = [
  [/^asks (.*)$/, (skills) => ({ requirements: list(skills!).map(requirementOf) })],
  [/^(\d+)-(\d+) h$/, (from, to) => ({ hours: range(from!, to!) })],
  [/^(\d+)-(\d+) cents$/, (from, to) => ({ wageCents: range(from!, to!) })],
  [/^as (.*)$/, (occupation) => ({ occupation: occupation! })],
  [/^region (.*)$/, (region) => ({ region: region! })],
  [/^in (\w+)$/, (town) => ({ place: townOf(town!) })],
  [/^(\d+) % remote$/, (share) => ({ remoteShare: Number(share) })],
  [/^speaks (.*)$/, (languages) => ({ languages: spoken(languages!) })],
  [/^licence (.*)$/, (codes) => ({ licences: list(codes!) })],
  [/^certificate$/, () => ({ certificateOfConduct: true })],
  [/^starts (w\d+)$/, (week) => ({ startFrom: weekOf(week!) })],
  [/^latest start (w\d+)$/, (week) => ({ latestStart: weekOf(week!) })],
  [/^closes (w\d+)$/, (week) => ({ closing: weekOf(week!) })],
  [/^accepts (.*)$/, (ids) => ({ acceptsTrainings: list(ids!) })],
  [/^pays training$/, () => ({ paysTraining: true })],
  [/^carried by (.*)$/, (id) => ({ carriedBy: id! })],
]

const startOf = (text: string) => {
  const [week, full] = text.split(' ') as [string, string?]
  return full === 'full' ? { week: weekOf(week), seats: 0 } : { week: weekOf(week) }
}

const offeringParts: readonly Part<Offering>[] = [
  [/^teaches (.*)$/, (skills) => ({ outcomes: leveled(skills!) })],
  [/^needs (.*)$/, (skills) => ({ prerequisites: leveled(skills!) })],
  [/^(\d+) weeks$/, (weeks) => ({ weeks: Number(weeks) })],
  [/^(\d+) h a week$/, (hours) => ({ hoursPerWeek: Number(hours) })],
  [/^any week$/, () => ({ rolling: true })],
  [/^starts (.*)$/, (weeks) => ({ starts: list(weeks!).map(startOf) })],
  [/^(\d+) euro$/, (euro) => ({ feeEuro: Number(euro) })],
  [/^(\w+) pays (\d+)$/, (scheme, euro) => ({ funding: [{ scheme: scheme!, euro: Number(euro) }] })],
  [/^in (\w+)$/, (town) => ({ place: townOf(town!), online: false })],
  [/^in (\w+) (\d+) days$/, (town, days) => ({ place: townOf(town!), online: false, siteDays: Number(days) })],
  [/^taught in (.*)$/, (language) => ({ language: spoken(language!)[0]! })],
  [/^completed (\d+) of (\d+)$/, (k, n) => ({ completion: range(k!, n!) })],
  [/^placed (\d+) of (\d+)$/, (k, n) => ({ placement: range(k!, n!) })],
  [/^earns (\d+)$/, (euro) => ({ incomeMonthEuro: Number(euro) })],
  [/^carries (.*)$/, (id) => ({ job: id! })],
]

const personParts: readonly Part<Person>[] = [
  [/^knows (.*)$/, (skills) => ({ answers: answersOf(skills!) })],
  [/^knows nothing$/, () => ({ answers: {} })],
  [/^(\w+) of (.*)$/, (state, skill) => ({ evidence: { [skill!]: state as EvidenceState } })],
  [/^was (.*)$/, (occupations) => ({ occupations: list(occupations!) })],
  [/^(\d+)-(\d+) h$/, (from, to) => ({ hours: range(from!, to!) })],
  [
    /^lives in (\w+), (\d+) min by (\w+)$/,
    (town, minutes, mode) => ({ place: { at: townOf(town!), maxMinutes: Number(minutes), mode: mode as TravelMode } }),
  ],
  [/^wants (\d+) a month$/, (euro) => ({ wageFloorMonthEuro: Number(euro) })],
  [
    /^speaks (.*)$/,
    (languages) => ({ languages: Object.fromEntries(spoken(languages!).map(({ code, level }) => [code, level])) }),
  ],
  [/^licences (.*)$/, (codes) => ({ licences: codes === 'none' ? [] : list(codes!) })],
  [/^free from (w\d+)$/, (week) => ({ availableFrom: weekOf(week!) })],
  [/^studies (\d+) h a week$/, (hours) => ({ study: { hoursPerWeek: Number(hours) } })],
  [/^studies (\d+) weeks$/, (weeks) => ({ study: { totalWeeks: Number(weeks) } })],
  [/^pays (\d+)$/, (euro) => ({ study: { ownCostEuro: Number(euro) } })],
  [/^never below (\d+) a month$/, (euro) => ({ study: { lowestMonthEuro: Number(euro) } })],
  [/^not online$/, () => ({ study: { onlineIsFine: false } })],
  [/^earns (\d+) while training$/, (euro) => ({ incomeWhileTrainingMonthEuro: Number(euro) })],
  [/^(\w+) (can|cannot|ask)$/, (scheme, answer) => ({ funding: { [scheme!]: answer as FundingAnswer } })],
]

const skillParts: readonly Part<Skill>[] = [
  [/^is a (tool|language|knowledge|capability|group)$/, (kind) => ({ kind: kind as SkillKind })],
  [/^below (.*)$/, (ids) => ({ broader: list(ids!) })],
  [/^is a (tool|language|knowledge|capability) below (.*)$/, (kind, ids) => ({ kind: kind as SkillKind, broader: list(ids!) })],
  [/^same as (.*)$/, (ids) => ({ exact: list(ids!) })],
  [/^close to (.*)$/, (ids) => ({ close: list(ids!) })],
  [/^related to (.*)$/, (ids) => ({ related: list(ids!) })],
]

const occupationParts: readonly Part<Occupation>[] = [[/^implies (.*)$/, (skills) => ({ implies: list(skills!) })]]

/** Reads the parts of a line onto what holds where nothing is said. */
function read<T extends object>(line: string, parts: readonly string[], known: readonly Part<T>[], start: T): T {
  let made = start
  for (const part of parts) {
    const saying = known.find(([pattern]) => pattern.test(part))
    if (saying === undefined) throw new Error(`"${part}" means nothing in "${line}"`)
    const said = saying[1](...saying[0].exec(part)!.slice(1))
    const merged: Partial<T> = {}
    for (const [key, value] of Object.entries(said)) {
      const before = (made as Record<string, unknown>)[key]
      const isBoth = isPlain(before) && isPlain(value)
      Object.assign(merged, { [key]: isBoth ? { ...before, ...value } : value })
    }
    made = { ...made, ...merged }
  }
  return made
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const kindNames: Readonly<Record<Plan['kind'], string>> = {
  direct: 'direct',
  trainThenHire: 'train, then hire',
  hireThenTrain: 'hire, then train',
  dual: 'dual',
}

export function readAloud(text: string): ReadWorld {
  const skills = new Map<string, Skill>()
  const occupations: Occupation[] = []
  const vacancies: Vacancy[] = []
  const offerings: Offering[] = []
  const people = new Map<string, Person>()
  let silenceIsUnknown = false
  for (const line of text.split('\n').map((line) => line.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const [id, ...parts] = line.split('|').map((part) => part.trim()) as [string, ...string[]]
    if (id === 'silence') silenceIsUnknown = parts[0] === 'is unknown'
    else if (/^V\d+$/.test(id)) vacancies.push(read(line, parts, vacancyParts, { id, requirements: [] }))
    else if (/^T\d+$/.test(id)) {
      const start: Offering = { id, weeks: 4, hoursPerWeek: 8, feeEuro: 0, online: true, outcomes: [] }
      offerings.push(read(line, parts, offeringParts, start))
    } else if (/^P\d+$/.test(id)) people.set(id, read<Person>(line, parts, personParts, { id, occupations: [], answers: {} }))
    else if (parts.some((part) => part.startsWith('implies '))) {
      occupations.push(read(line, parts, occupationParts, { id, implies: [] }))
    } else skills.set(id, read<Skill>(line, parts, skillParts, { id, kind: 'knowledge' }))
  }
  const named = [
    ...[...skills.values()].flatMap(({ broader = [], exact = [], close = [], related = [] }) => [
      ...[...broader, ...exact],
      ...[...close, ...related],
    ]),
    ...occupations.flatMap(({ implies }) => implies),
    ...vacancies.flatMap(({ requirements }) => requirements.map(({ skill }) => skill)),
    ...offerings.flatMap(({ outcomes, prerequisites = [] }) => [...outcomes, ...prerequisites].map(({ skill }) => skill)),
    ...[...people.values()].flatMap(({ answers }) => Object.keys(answers)),
  ]
  for (const id of named) if (!skills.has(id)) skills.set(id, { id, kind: 'knowledge' })
  const world: World = {
    skills: [...skills.values()],
    occupations,
    vacancies,
    offerings,
    settings: {
      thisWeek: 0,
      kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
      travelCentsPerKm: 20,
      transfer: silenceIsUnknown ? transferModel : { ...transferModel, answersBeforeSilenceIsNo: 0 },
    },
  }
  const training = (id: string, start: number) =>
    `${id} [w${start}-w${start + offerings.find((offering) => offering.id === id)!.weeks}] ~ `
  return {
    world,
    person: (id) => {
      const person = people.get(id)
      if (person === undefined) throw new Error(`no such person here: ${id}`)
      return person
    },
    sayPlan: (person, plan) => {
      const trainings = plan.path.map((id, i) => training(id, plan.starts[i]!)).join('')
      const chance = plan.chance === 'no training' ? '' : `, ${plan.chance}`
      const check = plan.certain ? '' : `, if ${plan.toCheck.join(' and ')}`
      const facts = `ready w${plan.readyWeek}, own ${plan.ownCostEuro}, fit ${plan.fit.of}/${plan.fit.outOf}`
      return `${person.id} ~ ${trainings}${plan.vacancy} ~ ${facts}${chance} (${kindNames[plan.kind]}${check})`
    },
  }
}
