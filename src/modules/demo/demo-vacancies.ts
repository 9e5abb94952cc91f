import type { Coordinates } from '../../engine/matching/index.ts'
import type { Level } from '../../engine/taxonomy/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { VacancyFacts, VacancyRecord } from '../vacancies/index.ts'
import { addDays } from './demo-dates.ts'
import { type DemoEmployer, demoEmployers } from './demo-names.ts'
import type { DemoOccupation } from './demo-occupations.ts'
import type { DemoOffering } from './demo-offerings.ts'
import type { DemoPlaces } from './demo-places.ts'
import type { DemoProgramme } from './demo-programmes.ts'
import { demoRequirements, type Seniority } from './demo-requirements.ts'
import { demoTerms, wage } from './demo-terms.ts'
import type { LabelOf } from './programme-text.ts'
import type { Random } from './random.ts'
import { vacancyText } from './vacancy-text.ts'

export interface VacancyWorld {
  readonly occupations: readonly DemoOccupation[]
  readonly programmes: readonly DemoProgramme[]
  readonly offerings: readonly DemoOffering[]
  readonly places: DemoPlaces
  readonly labelOf: LabelOf
  readonly today: DateText
}

const employersPerVacancy = 1 / 9
const englishShare = 0.15
/** Of the jobs for beginners: somebody is taken on who still has to follow a training. */
const hireThenTrainShare = 0.25
const leastNlqf = 2
/** How far an employer sends somebody to class, in degrees of latitude: about 55 km. */
const classroomWithinDegrees = 0.5

/** What all vacancies are drawn from. */
interface Drawn extends VacancyWorld {
  readonly employers: readonly DemoEmployer[]
  readonly offeringsOf: ReadonlyMap<DemoProgramme, readonly DemoOffering[]>
}

/** The offerings, the dual ones with the job each of them carries; and the vacancies one at a time, to be taken once. */
export function demoVacancies(
  random: Random,
  of: VacancyWorld,
  count: number,
): { readonly vacancies: Iterable<VacancyRecord>; readonly offerings: readonly DemoOffering[] } {
  const world: Drawn = {
    ...of,
    employers: demoEmployers(random.fork('employers'), of.places, Math.round(count * employersPerVacancy)),
    offeringsOf: Map.groupBy(of.offerings, (offering) => offering.of),
  }
  const dual: VacancyRecord[] = []
  const offerings = world.offerings.map((one) => {
    if (one.of.shape !== 'dual') return one
    const vacancy = dualVacancy(random.fork(one.offering.id), world, one, `demo-vacancy-${dual.length + 1}`)
    dual.push(vacancy.record)
    return {
      ...one,
      offering: {
        ...one.offering,
        facts: { ...one.offering.facts, job: vacancy.record.id, incomeMonthEuro: vacancy.incomeMonthEuro },
      },
    }
  })
  function* vacancies(): Generator<VacancyRecord> {
    yield* dual
    for (let number = dual.length + 1; number <= count; number++) {
      const id = `demo-vacancy-${number}`
      yield ordinaryVacancy(random.fork(id), world, id)
    }
  }
  return { vacancies: vacancies(), offerings }
}

function ordinaryVacancy(random: Random, world: Drawn, id: string): VacancyRecord {
  const occupation = random.weighted(world.occupations, (one) => one.share)
  const seniority = seniorityOf(random, occupation)
  const employer = random.pick(world.employers)
  const english = random.chance(englishShare)
  const programme =
    seniority === 'junior' && random.chance(hireThenTrainShare) ? programmeFor(random, world, occupation) : undefined
  const accepted = programme ? acceptedTrainings(random, world, programme, employer) : undefined
  const facts: VacancyFacts = {
    ...demoTerms(random, { occupation, seniority, employer, english, today: world.today }),
    ...accepted,
  }
  const taught = accepted ? programme : undefined
  return vacancyRecord(random, world, { id, occupation, seniority, employer, english, facts, taught })
}

/** The job a dual offering carries: at that place, and no more asked than the offering teaches. */
function dualVacancy(
  random: Random,
  world: Drawn,
  { offering, of }: DemoOffering,
  id: string,
): { readonly record: VacancyRecord; readonly incomeMonthEuro: number } {
  const { occupation } = of
  const nearby = world.employers.filter((one) => one.municipality.region === offering.region)
  const employer = random.pick(nearby.length > 0 ? nearby : world.employers)
  const wageCents = wage(random, occupation.wages, 'junior')
  const [least, most] = random.pick([
    [32, 40],
    [32, 36],
    [28, 36],
  ] as const)
  const terms = demoTerms(random, { occupation, seniority: 'junior', employer, english: false, today: world.today })
  const {
    days: _days,
    experienceYears: _years,
    diplomaOnly: _diploma,
    startFrom: _from,
    latestStart: _latest,
    workLevel: _level,
    ...kept
  } = terms
  const workLevel = { level: Math.max(leastNlqf, occupation.nlqf - 2) }
  const facts: VacancyFacts = { ...kept, hours: [least, most], wageCents, workLevel, carriedBy: offering.id }
  const record = vacancyRecord(random, world, {
    id,
    occupation,
    seniority: 'junior',
    employer,
    english: false,
    facts,
    taught: of,
  })
  return { record, incomeMonthEuro: Math.round((wageCents[0] * least * 52) / 1200) }
}

interface VacancyParts {
  readonly id: string
  readonly occupation: DemoOccupation
  readonly seniority: Seniority
  readonly employer: DemoEmployer
  readonly english: boolean
  readonly facts: VacancyFacts
  readonly taught: DemoProgramme | undefined
}

function vacancyRecord(random: Random, world: VacancyWorld, parts: VacancyParts): VacancyRecord {
  const { id, occupation, seniority, employer, english, facts } = parts
  const language = english ? 'en' : 'nl'
  const requirements = demoRequirements(random, occupation, seniority, parts.taught)
  const title = titleOf(occupation, seniority, language)
  const publishedOn = addDays(world.today, -random.int(0, 55))
  return {
    id,
    state: 'published',
    demo: true,
    title,
    employer: employer.name,
    description: vacancyText(random, language, { title, employer, requirements, facts, labelOf: world.labelOf, seniority }),
    language,
    occupation: occupation.id,
    region: employer.municipality.region,
    placeName: employer.municipality.name,
    facts,
    requirements: requirements.map((requirement) => ({ ...requirement, words: world.labelOf(requirement.skill, language) })),
    source: 'demo',
    publishedOn,
    ...(random.chance(0.1) ? {} : { closesOn: addDays(world.today, random.int(7, 100)) }),
  }
}

/** The occupation, with the seniority in front where its own name does not say it. */
function titleOf(occupation: DemoOccupation, seniority: Seniority, language: 'nl' | 'en'): string {
  const says = /^(junior|senior) /i.test(occupation.title[language]) || occupation.level === 1
  const name =
    says || seniority === 'medior'
      ? occupation.title[language]
      : `${seniority === 'junior' ? 'Junior' : 'Senior'} ${occupation.named[language]}`
  return `${name} (${language === 'nl' ? 'v/m/x' : 'm/f/x'})`
}

/** By usual level of the occupation; about two thirds of the demand is for people with experience. */
const seniorityByLevel: Readonly<Record<Level, readonly [junior: number, medior: number, senior: number]>> = {
  1: [75, 25, 0],
  2: [40, 43, 17],
  3: [8, 57, 35],
  4: [0, 25, 75],
}

function seniorityOf(random: Random, occupation: DemoOccupation): Seniority {
  const named = /^(Junior|Senior) /.exec(occupation.title.nl)?.[1]
  if (named !== undefined) return named === 'Junior' ? 'junior' : 'senior'
  const shares = seniorityByLevel[occupation.level]
  return random.weighted(['junior', 'medior', 'senior'] as const, (_, index) => shares[index] ?? 0)
}

function programmeFor(random: Random, world: VacancyWorld, occupation: DemoOccupation): DemoProgramme | undefined {
  const known = world.programmes.filter(
    ({ occupation: { id }, level, shape }) => id === occupation.id && level === 'full' && shape !== 'dual',
  )
  return known.length === 0 ? undefined : random.pick(known)
}

/** Up to three offerings of that programme that can be followed from the employer's place. */
function acceptedTrainings(
  random: Random,
  world: Drawn,
  taught: DemoProgramme,
  employer: DemoEmployer,
): VacancyFacts | undefined {
  const fit = (world.offeringsOf.get(taught) ?? []).filter(
    ({ offering: { facts } }) => facts.at === undefined || isNear(facts.at, employer.municipality.at),
  )
  if (fit.length === 0) return undefined
  const acceptsTrainings = random.sample(fit, 3).map(({ offering }) => offering.id)
  // A bootcamp takes all of the week, so that an employer who hires first mostly pays it.
  return { acceptsTrainings, paysTraining: random.chance(taught.shape === 'bootcamp' ? 0.75 : 0.4) }
}

function isNear([lat, lon]: Coordinates, [otherLat, otherLon]: Coordinates): boolean {
  return (lat - otherLat) ** 2 + ((lon - otherLon) * 0.61) ** 2 < classroomWithinDegrees ** 2
}
