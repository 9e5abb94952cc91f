import type { Requirement } from '../../engine/matching/index.ts'
import type { VacancyFacts } from '../vacancies/index.ts'
import type { DemoEmployer } from './demo-names.ts'
import type { Seniority } from './demo-requirements.ts'
import { type LabelOf, listEn, listNl } from './programme-text.ts'
import type { Random } from './random.ts'

export interface TextOf {
  readonly title: string
  readonly employer: DemoEmployer
  readonly requirements: readonly Requirement[]
  readonly facts: VacancyFacts
  readonly labelOf: LabelOf
  readonly seniority: Seniority
}

/** A description of several sentences that names every skill in words, as an advertisement would. */
export function vacancyText(random: Random, language: 'nl' | 'en', of: TextOf): string {
  const skills = (weight: Requirement['weight']): string[] =>
    of.requirements.filter((requirement) => requirement.weight === weight).map(({ skill }) => of.labelOf(skill, language))
  const parts = language === 'nl' ? dutch : english
  return [
    random.pick(parts.opening)(of.employer.name, of.employer.municipality.name),
    random.pick(parts.team[of.seniority]),
    sentence(random.pick(parts.need), skills('essential'), parts.list),
    sentence(random.pick(parts.also), skills('important'), parts.list),
    sentence(random.pick(parts.nice), skills('somewhat'), parts.list),
    parts.terms(of.facts),
    random.pick(parts.closing),
  ]
    .filter((text) => text !== '')
    .join(' ')
}

function sentence(
  write: (skills: string) => string,
  skills: readonly string[],
  list: (words: readonly string[]) => string,
): string {
  return skills.length === 0 ? '' : write(list(skills))
}

interface Parts {
  readonly opening: readonly ((employer: string, place: string) => string)[]
  readonly team: Readonly<Record<Seniority, readonly string[]>>
  readonly need: readonly ((skills: string) => string)[]
  readonly also: readonly ((skills: string) => string)[]
  readonly nice: readonly ((skills: string) => string)[]
  readonly closing: readonly string[]
  readonly list: (words: readonly string[]) => string
  terms(facts: VacancyFacts): string
}

const dutch: Parts = {
  opening: [
    (employer, place) => `${employer} in ${place} zoekt een nieuwe collega.`,
    (employer, place) => `Kom werken bij ${employer} in ${place}.`,
    (employer, place) => `Ons team in ${place} groeit. Bij ${employer} is plaats voor jou.`,
    (employer, place) => `Wij zijn ${employer}. Ons kantoor staat in ${place}.`,
  ],
  team: {
    junior: [
      'Je werkt samen met een ervaren collega die je op weg helpt.',
      'Je leert het werk van collega’s die tijd voor je maken.',
      'Je begint met duidelijke taken en krijgt er stap voor stap meer bij.',
    ],
    medior: [
      'Je werkt zelfstandig in een klein team.',
      'Je pakt vragen zelf op en overlegt als het nodig is.',
      'Je werkt met vijf collega’s aan dezelfde systemen.',
    ],
    senior: [
      'Je neemt het voortouw bij lastige vragen en helpt collega’s verder.',
      'Je denkt mee over de keuzes voor de komende jaren.',
      'Je begeleidt collega’s en bewaakt de kwaliteit.',
    ],
  },
  need: [
    (skills) => `Voor dit werk heb je nodig: ${skills}.`,
    (skills) => `Je kunt goed overweg met ${skills}.`,
    (skills) => `Je werkt elke dag met ${skills}.`,
    (skills) => `Wij vragen kennis van ${skills}.`,
  ],
  also: [
    (skills) => `Ook belangrijk: ${skills}.`,
    (skills) => `Verder komt van pas: ${skills}.`,
    (skills) => `Je hebt ook al iets gedaan met ${skills}.`,
  ],
  nice: [
    (skills) => `Fijn als je iets weet van ${skills}.`,
    (skills) => `Een pluspunt is ${skills}.`,
    (skills) => `Dit mag je ook bij ons leren: ${skills}.`,
  ],
  closing: [
    'Heb je niet alles in huis? Reageer dan toch, wij kijken samen wat je nog kunt leren.',
    'Wij nodigen je graag uit voor een gesprek.',
    'Stuur ons een bericht, dan bellen wij je binnen een week.',
    'Deze vacature is verzonnen voor de demo.',
  ],
  list: listNl,
  terms(facts) {
    return [
      facts.hours === undefined
        ? ''
        : facts.hours[0] === facts.hours[1]
          ? `Het werk is ${facts.hours[0]} uur per week.`
          : `Het werk is ${facts.hours[0]} tot ${facts.hours[1]} uur per week.`,
      facts.remoteShare === undefined
        ? ''
        : facts.remoteShare === 0
          ? 'Je werkt op locatie.'
          : facts.remoteShare === 100
            ? 'Je werkt helemaal vanuit huis.'
            : `Je kunt ongeveer ${facts.remoteShare} procent van de tijd thuis werken.`,
      facts.wageCents === undefined
        ? ''
        : `Je verdient ${euros(facts.wageCents[0], ',')} tot ${euros(facts.wageCents[1], ',')} euro bruto per uur.`,
    ]
      .filter((text) => text !== '')
      .join(' ')
  },
}

const english: Parts = {
  opening: [
    (employer, place) => `${employer} in ${place} is looking for a new colleague.`,
    (employer, place) => `Join ${employer}. Our office is in ${place}.`,
    (employer, place) => `Our international team in ${place} is growing. We are ${employer}.`,
  ],
  team: {
    junior: [
      'You work beside an experienced colleague who helps you on your way.',
      'You start with clear tasks and take on more step by step.',
    ],
    medior: ['You work on your own in a small team.', 'You pick up questions yourself and ask when needed.'],
    senior: ['You take the lead on hard questions and help colleagues along.', 'You guide colleagues and watch over quality.'],
  },
  need: [
    (skills) => `For this work you need ${skills}.`,
    (skills) => `You are at home with ${skills}.`,
    (skills) => `Every day you work with ${skills}.`,
  ],
  also: [(skills) => `Also important: ${skills}.`, (skills) => `You have done something with ${skills} before.`],
  nice: [(skills) => `It helps if you know ${skills}.`, (skills) => `You may also learn ${skills} with us.`],
  closing: [
    'Do you not have everything? Write to us all the same, and we look together at what you can learn.',
    'We like to invite you for a talk.',
    'This vacancy was invented for the demo.',
  ],
  list: listEn,
  terms(facts) {
    return [
      facts.hours === undefined
        ? ''
        : facts.hours[0] === facts.hours[1]
          ? `The work is ${facts.hours[0]} hours a week.`
          : `The work is ${facts.hours[0]} to ${facts.hours[1]} hours a week.`,
      facts.remoteShare === undefined
        ? ''
        : facts.remoteShare === 0
          ? 'You work on site.'
          : facts.remoteShare === 100
            ? 'You work fully from home.'
            : `You can work from home about ${facts.remoteShare} percent of the time.`,
      facts.wageCents === undefined
        ? ''
        : `You earn ${euros(facts.wageCents[0], '.')} to ${euros(facts.wageCents[1], '.')} euros gross per hour.`,
    ]
      .filter((text) => text !== '')
      .join(' ')
  },
}

function euros(cents: number, mark: string): string {
  return (cents / 100).toFixed(2).replace('.', mark)
}
