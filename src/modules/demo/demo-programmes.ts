import type { Level } from '../../engine/taxonomy/index.ts'
import type { OccupationSkill } from '../skills/index.ts'
import type { Bilingual, OutcomeFigure, Programme } from '../trainings/index.ts'
import { type DemoProvider, demoProviders } from './demo-names.ts'
import type { DemoOccupation } from './demo-occupations.ts'
import type { Random } from './random.ts'

/** A demo programme with what offerings and vacancies are made from. */
export interface DemoProgramme {
  readonly programme: Programme
  readonly shape: Shape
  readonly occupation: DemoOccupation
  readonly provider: DemoProvider
}

export type Shape = 'basis' | 'bootcamp' | 'advanced' | 'evening' | 'own-pace' | 'dual'

/** The words for a skill inside a sentence. */
export type LabelOf = (skill: string, language: 'nl' | 'en') => string

type Leveled = { readonly skill: string; readonly level: Level }

interface ShapeFacts {
  readonly form: Programme['facts']['form']
  readonly weeks: readonly [number, number]
  readonly hours: readonly [number, number]
  readonly providers: readonly DemoProvider['kind'][]
}

const shapeFacts: Readonly<Record<Shape, ShapeFacts>> = {
  basis: { form: 'course', weeks: [6, 14], hours: [8, 16], providers: ['institute', 'school', 'online'] },
  bootcamp: { form: 'bootcamp', weeks: [12, 24], hours: [24, 40], providers: ['bootcamp'] },
  advanced: { form: 'course', weeks: [6, 18], hours: [8, 16], providers: ['institute', 'online', 'school'] },
  evening: { form: 'part-time', weeks: [26, 52], hours: [8, 14], providers: ['school', 'institute'] },
  'own-pace': { form: 'self-paced', weeks: [6, 16], hours: [6, 10], providers: ['online'] },
  dual: { form: 'dual', weeks: [26, 52], hours: [8, 10], providers: ['school', 'bootcamp'] },
}

/** How the programmes are divided over the shapes, in parts of 150, and for which usual level of an occupation each shape is. */
const division: readonly (readonly [shape: Shape, parts: number, levels: readonly number[]])[] = [
  ['basis', 40, [1, 2]],
  ['bootcamp', 32, [1, 2]],
  ['own-pace', 20, [1, 2]],
  ['evening', 12, [1, 2, 3]],
  ['dual', 14, [1, 2]],
  ['advanced', 32, [2, 3]],
]
const allParts = 150

/** Programmes that each aim at one occupation and teach 2 to 6 of its skills; most for the occupations most asked for. */
export function demoProgrammes(
  random: Random,
  occupations: readonly DemoOccupation[],
  labelOf: LabelOf,
  count: number,
): readonly DemoProgramme[] {
  const made: DemoProgramme[] = []
  const byDemand = [...occupations].sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
  for (const [shape, parts, levels] of division) {
    const fit = byDemand.filter(({ level, handsOn }) => levels.includes(level) && !(handsOn && shape === 'own-pace'))
    const wanted = shape === 'advanced' ? count - made.length : Math.round((count * parts) / allParts)
    for (let number = 0; number < wanted && fit.length > 0; number++) {
      const occupation = fit[number % fit.length] as DemoOccupation
      made.push(demoProgramme(random.fork(`${shape} ${number}`), { shape, occupation, labelOf, earlier: made }))
    }
  }
  return made
}

interface Making {
  readonly shape: Shape
  readonly occupation: DemoOccupation
  readonly labelOf: LabelOf
  readonly earlier: readonly DemoProgramme[]
}

function demoProgramme(random: Random, making: Making): DemoProgramme {
  const { shape, occupation, labelOf, earlier } = making
  const facts = shapeFacts[shape]
  const online = !occupation.handsOn
  const provider = random.pick(
    demoProviders.filter(({ kind }) => facts.providers.includes(kind) && (online || kind !== 'online')),
  )
  const { outcomes, prerequisites } = contentOf(random, making)
  const names = outcomes.map(({ skill }) => ({ nl: labelOf(skill, 'nl'), en: labelOf(skill, 'en') }))
  const weeks = random.int(...facts.weeks)
  const english = shape !== 'dual' && random.chance(0.12)
  return {
    shape,
    occupation,
    provider,
    programme: {
      id: `demo-programme-${earlier.length + 1}`,
      demo: true,
      title: titleOf(shape, occupation, names),
      provider: provider.name,
      description: descriptionOf(shape, occupation, names),
      source: 'demo',
      facts: {
        form: facts.form,
        outcomes,
        prerequisites,
        weeks,
        hoursPerWeek: random.int(...facts.hours),
        ...languageOf(random, english),
        ...(random.chance(0.6) ? { award: awardOf(shape) } : {}),
        ...figuresOf(random, shape),
      },
    },
  }
}

interface Content {
  readonly outcomes: readonly Leveled[]
  readonly prerequisites: readonly Leveled[]
}

const outcomeCounts: Readonly<Record<Exclude<Shape, 'advanced'>, readonly [number, number]>> = {
  basis: [2, 4],
  bootcamp: [4, 6],
  evening: [4, 6],
  'own-pace': [2, 3],
  dual: [4, 6],
}

/** What a beginner needs first stands first among the essentials, and is taught most. */
function contentOf(random: Random, { shape, occupation, earlier }: Making): Content {
  if (shape === 'advanced') return advancedContent(random, occupation, earlier)
  const frontFirst = (_: OccupationSkill, index: number): number => 1 / (1 + index / 2)
  const picked = random.sample(occupation.essentials, random.int(...outcomeCounts[shape]), frontFirst)
  const thorough = shape === 'evening' || shape === 'dual' || shape === 'bootcamp'
  return {
    outcomes: picked.map((skill) => ({ skill: skill.skill, level: thorough ? taughtLevel(random, skill) : 2 })),
    prerequisites: [],
  }
}

/** The second link of a chain: it asks one or two things that an earlier programme teaches, and teaches what is left. */
function advancedContent(random: Random, occupation: DemoOccupation, earlier: readonly DemoProgramme[]): Content {
  const taught = new Set(earlier.flatMap(({ programme }) => programme.facts.outcomes.map(({ skill }) => skill)))
  const known = occupation.essentials.filter(({ skill }) => taught.has(skill)).slice(0, random.int(1, 2))
  const rest = occupation.essentials.filter((skill) => !known.includes(skill))
  const fresh = random.sample(rest, random.int(2, 4)).map((skill) => ({ skill: skill.skill, level: taughtLevel(random, skill) }))
  const deeper = known.slice(0, 1).map(({ skill }) => ({ skill, level: 3 as Level }))
  return {
    outcomes: [...fresh, ...deeper],
    prerequisites: known.map(({ skill }) => ({ skill, level: 2 })),
  }
}

/** Nobody leaves a course as an expert: 2, or 3 where the occupation asks for it and the course is thorough. */
function taughtLevel(random: Random, skill: OccupationSkill): Level {
  return (skill.level ?? 2) >= 3 && random.chance(0.6) ? 3 : 2
}

type Name = Bilingual

function titleOf(shape: Shape, occupation: DemoOccupation, skills: readonly Name[]): Bilingual {
  const nl = listNl(skills.slice(0, 2).map((name) => name.nl))
  const en = listEn(skills.slice(0, 2).map((name) => name.en))
  const job = occupation.named
  switch (shape) {
    case 'basis':
      return { nl: `Basis: ${nl}`, en: `Basics: ${en}` }
    case 'bootcamp':
      return { nl: `Omscholing tot ${job.nl}`, en: `Retrain as ${job.en}` }
    case 'advanced':
      return {
        nl: `Verder als ${job.nl}: ${nl}`,
        en: `Further as ${job.en}: ${en}`,
      }
    case 'evening':
      return { nl: `Avondopleiding ${job.nl}`, en: `Evening programme ${job.en}` }
    case 'own-pace':
      return { nl: `${capital(nl)} in je eigen tempo`, en: `${capital(en)} at your own pace` }
    case 'dual':
      return { nl: `Werken en leren als ${job.nl}`, en: `Work and study as ${job.en}` }
  }
}

function descriptionOf(shape: Shape, occupation: DemoOccupation, skills: readonly Name[]): Bilingual {
  const nl = listNl(skills.map((name) => name.nl))
  const en = listEn(skills.map((name) => name.en))
  const how: Readonly<Record<Shape, Bilingual>> = {
    basis: {
      nl: 'Je begint bij het begin. Je hoeft vooraf niets te weten.',
      en: 'You begin at the beginning. You need no knowledge beforehand.',
    },
    bootcamp: {
      nl: 'Je leert in een vaste groep, met opdrachten uit de praktijk.',
      en: 'You learn in a fixed group, with assignments from practice.',
    },
    advanced: { nl: 'Deze cursus gaat verder waar de basis ophoudt.', en: 'This course goes on where the basics end.' },
    evening: { nl: 'De lessen zijn in de avond, naast je werk.', en: 'Classes are in the evening, beside your work.' },
    'own-pace': { nl: 'Je leert thuis, wanneer het jou uitkomt.', en: 'You learn at home, when it suits you.' },
    dual: {
      nl: 'Je werkt vier dagen en gaat een dag naar school. Je krijgt vanaf het begin loon.',
      en: 'You work four days and go to school one day. You are paid from the start.',
    },
  }
  return {
    nl: `${how[shape].nl} Je leert ${nl}. Daarmee kom je dichter bij werk als ${occupation.named.nl}. Dit is een verzonnen opleiding voor de demo.`,
    en: `${how[shape].en} You learn ${en}. This brings you closer to work as ${occupation.named.en}. This is an invented programme for the demo.`,
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

export function listNl(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`
}

export function listEn(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
