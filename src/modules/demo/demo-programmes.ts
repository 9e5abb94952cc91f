import type { Catalogue } from '../skills/index.ts'
import type { Bilingual, OutcomeFigure, Programme } from '../trainings/index.ts'
import { type Curriculum, type CurriculumLevel, leastHours, type Shape } from './demo-curricula.ts'
import { demoDetails } from './demo-details.ts'
import { type DemoProvider, demoProviders } from './demo-names.ts'
import type { DemoOccupation } from './demo-occupations.ts'
import { type LabelOf, programmeDescription, programmeTitle } from './programme-text.ts'
import type { Random } from './random.ts'

/** A demo programme with what offerings and vacancies are made from. */
export interface DemoProgramme {
  readonly programme: Programme
  readonly shape: Shape
  readonly level: CurriculumLevel
  readonly occupation: DemoOccupation
  readonly provider: DemoProvider
}

interface ShapeFacts {
  readonly form: Programme['facts']['form']
  readonly weeks: readonly [least: number, most: number]
  /** More where it would last too long otherwise. */
  readonly hoursPerWeek: readonly [number, number]
  /** How much longer it takes than the fewest hours: time for practice, projects, an exam. */
  readonly ample: readonly [number, number]
  readonly providers: readonly DemoProvider['kind'][]
}

const shapeFacts: Readonly<Record<Shape, ShapeFacts>> = {
  course: { form: 'course', weeks: [3, 26], hoursPerWeek: [8, 16], ample: [1, 1.35], providers: ['institute', 'school'] },
  'own-pace': { form: 'self-paced', weeks: [3, 26], hoursPerWeek: [6, 12], ample: [1, 1.3], providers: ['online'] },
  evening: { form: 'part-time', weeks: [16, 40], hoursPerWeek: [8, 12], ample: [1.05, 1.4], providers: ['school', 'institute'] },
  bootcamp: { form: 'bootcamp', weeks: [12, 24], hoursPerWeek: [28, 38], ample: [1.7, 2.5], providers: ['bootcamp'] },
  dual: { form: 'dual', weeks: [26, 52], hoursPerWeek: [8, 10], ample: [1.1, 1.5], providers: ['school', 'bootcamp'] },
}

export interface ProgrammeWorld {
  readonly catalogue: Catalogue
  readonly occupations: readonly DemoOccupation[]
  readonly curricula: readonly Curriculum[]
  readonly labelOf: LabelOf
}

/** One way in which one curriculum is given. */
interface Given {
  readonly curriculum: Curriculum
  readonly shape: Shape
  readonly occupation: DemoOccupation
}

/**
 * Exactly `count` programmes. Each curriculum is given in each of its shapes, those for the occupations most asked for first;
 * when all are there and more are wanted, other providers give them as well.
 */
export function demoProgrammes(random: Random, world: ProgrammeWorld, count: number): readonly DemoProgramme[] {
  const all = byDemand(givenOf(world))
  const providers = demoProviders(count)
  const made: DemoProgramme[] = []
  while (made.length < count && all.length > 0) {
    const number = made.length
    const taken = made.filter((_, index) => index % all.length === number % all.length).map(({ provider }) => provider.name)
    const free = providers.filter(({ name }) => !taken.includes(name))
    const given = all[number % all.length] as Given
    made.push(demoProgramme(random.fork(`${number}`), world, given, [free, providers], number + 1))
  }
  return made
}

function givenOf({ occupations, curricula }: ProgrammeWorld): readonly Given[] {
  const byId = new Map(occupations.map((occupation) => [occupation.id, occupation]))
  return curricula.flatMap((curriculum) => {
    const occupation = byId.get(curriculum.aim)
    return occupation === undefined ? [] : curriculum.given.map((shape) => ({ curriculum, shape, occupation }))
  })
}

/** By demand per programme: the second programme for an occupation counts for half, the third for a third, and so on. */
function byDemand(given: readonly Given[]): readonly Given[] {
  const soFar = new Map<string, number>()
  const valued = given.map((one) => {
    const before = soFar.get(one.occupation.id) ?? 0
    soFar.set(one.occupation.id, before + 1)
    return { one, value: one.occupation.share / (before + 1) }
  })
  return valued.sort((a, b) => b.value - a.value).map(({ one }) => one)
}

function demoProgramme(
  random: Random,
  { catalogue, labelOf }: ProgrammeWorld,
  { curriculum, shape, occupation }: Given,
  providers: readonly (readonly DemoProvider[])[],
  number: number,
): DemoProgramme {
  const { form, weeks, hoursPerWeek, ample, providers: kinds } = shapeFacts[shape]
  const fit = providers.map((some) => some.filter(({ kind }) => kinds.includes(kind)))
  const provider = random.pick(fit.find((some) => some.length > 0) ?? [])
  const names = (skills: Curriculum['teaches']): Bilingual[] =>
    skills.map(({ skill }) => ({ nl: labelOf(skill, 'nl'), en: labelOf(skill, 'en') }))
  const { teaches, needs, level, title, for: whom } = curriculum
  const text = {
    ...{ level, shape, job: occupation, teaches: names(teaches), needs: names(needs) },
    ...(title ? { title } : {}),
    ...(whom ? { for: whom } : {}),
  }
  const wantedHours = random.int(...hoursPerWeek)
  const total = leastHours(catalogue, curriculum) * (ample[0] + (ample[1] - ample[0]) * random.next())
  const hours = Math.max(wantedHours, Math.ceil(total / weeks[1]))
  const lasts = Math.max(weeks[0], Math.ceil(total / hours))
  return {
    ...{ shape, level, occupation, provider },
    programme: {
      id: `demo-programme-${number}`,
      demo: true,
      title: programmeTitle(text),
      provider: provider.name,
      description: programmeDescription(text),
      source: 'demo',
      facts: {
        form,
        outcomes: teaches,
        prerequisites: needs,
        weeks: lasts,
        hoursPerWeek: hours,
        ...languageOf(random, shape !== 'dual' && random.chance(0.12)),
        ...(random.chance(0.6) ? { award: awardOf(shape) } : {}),
        ...figuresOf(random, shape),
        ...demoDetails(random.fork('details'), shape, lasts),
      },
    },
  }
}

function languageOf(random: Random, english: boolean): Pick<Programme['facts'], 'language'> {
  if (english) return { language: { code: 'en', level: 4 } }
  if (random.chance(0.12)) return {}
  return { language: { code: 'nl', level: random.weighted([2, 3, 4] as const, (level) => ({ 2: 2, 3: 5, 4: 3 })[level]) } }
}

function awardOf(shape: Shape): string {
  return shape === 'evening' || shape === 'dual' ? 'mbo-certificaat' : shape === 'own-pace' ? 'edubadge' : 'certificaat'
}

/** One in four says nothing about how earlier cohorts did. */
function figuresOf(random: Random, shape: Shape): { completion?: OutcomeFigure; placement?: OutcomeFigure } {
  if (random.chance(0.25)) return {}
  const outOf = random.int(12, 120)
  const base = shape === 'own-pace' ? 0.5 : shape === 'dual' ? 0.85 : 0.72
  const of = Math.round(outOf * Math.min(0.97, base + random.next() * 0.22))
  const cohort = '2025'
  const completion = { of, outOf, cohort, source: 'demo' }
  if (random.chance(0.2)) return { completion }
  const placed = Math.round(of * (0.5 + random.next() * 0.42))
  return { completion, placement: { of: placed, outOf: of, cohort, source: 'demo' } }
}
