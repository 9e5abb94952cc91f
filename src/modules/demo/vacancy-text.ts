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
      "Je leert het werk van collega's die tijd voor je maken.",
      'Je begint met duidelijke taken en krijgt er stap voor stap meer bij.',
    ],
    medior: [
      'Je werkt zelfstandig in een klein team.',
      'Je pakt vragen zelf op en overlegt als het nodig is.',
      "Je werkt met vijf collega's in een vast team.",
    ],
    senior: [
      "Je neemt het voortouw bij lastige vragen en helpt collega's verder.",
      'Je denkt mee over de keuzes voor de komende jaren.',
      "Je begeleidt collega's en bewaakt de kwaliteit.",
    ],
  },
  need: [
    (skills) => `Voor dit werk heb je nodig: ${skills}.`,
    (skills) => `Hier draait het om: ${skills}.`,
    (skills) => `Dit heb je elke dag nodig: ${skills}.`,
    (skills) => `Dit vragen wij: ${skills}.`,
  ],
  also: [
    (skills) => `Ook belangrijk: ${skills}.`,
    (skills) => `Verder komt van pas: ${skills}.`,
    (skills) => `Hier heb je al wat ervaring mee: ${skills}.`,
  ],
  nice: [
    (skills) => `Een pluspunt: ${skills}.`,
    (skills) => `Mooi meegenomen: ${skills}.`,
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
      facts.carriedBy === undefined ? '' : 'Je werkt en leert tegelijk: bij deze baan hoort een opleiding.',
      facts.acceptsTrainings === undefined
        ? ''
        : facts.paysTraining
          ? 'Je komt in dienst en volgt dan eerst een opleiding. Wij betalen die.'
          : 'Je komt in dienst en volgt daarnaast een opleiding.',
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
    (employer, place) => `Come and work for ${employer} in ${place}.`,
    (employer, place) => `Our international team in ${place} is growing. We are ${employer}.`,
  ],
  team: {
    junior: [
      'You work with an experienced colleague who helps you get started.',
      'You start with clear tasks and take on more step by step.',
    ],
    medior: ['You work independently in a small team.', 'You pick up questions yourself and ask for help when you need it.'],
    senior: [
      'You take the lead on difficult questions and support your colleagues.',
      'You guide colleagues and keep an eye on quality.',
    ],
  },
  need: [
    (skills) => `For this work you need: ${skills}.`,
    (skills) => `This is what the job is about: ${skills}.`,
    (skills) => `What you need every day: ${skills}.`,
  ],
  also: [(skills) => `Also important: ${skills}.`, (skills) => `You have some experience with this: ${skills}.`],
  nice: [(skills) => `A plus: ${skills}.`, (skills) => `You can also learn this with us: ${skills}.`],
  closing: [
    'You do not have all of this? Apply anyway: together we look at what you can learn.',
    'We would like to meet you.',
    'This vacancy was invented for the demo.',
  ],
  list: listEn,
  terms(facts) {
    return [
      facts.carriedBy === undefined ? '' : 'You work and study at the same time: training is part of this job.',
      facts.acceptsTrainings === undefined
        ? ''
        : facts.paysTraining
          ? 'You are hired first and then follow a training course. We pay for it.'
          : 'You are hired first and follow a training course beside your work.',
      facts.hours === undefined
        ? ''
        : facts.hours[0] === facts.hours[1]
          ? `The job is ${facts.hours[0]} hours a week.`
          : `The job is ${facts.hours[0]} to ${facts.hours[1]} hours a week.`,
      facts.remoteShare === undefined
        ? ''
        : facts.remoteShare === 0
          ? 'You work on site.'
          : facts.remoteShare === 100
            ? 'You work entirely from home.'
            : `You can work from home for about ${facts.remoteShare} percent of the time.`,
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
