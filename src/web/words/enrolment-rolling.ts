import type { Both } from './both.ts'

const nl = {
  want: 'Ik wil meedoen',
  wantAny: 'Ik wil meedoen, met een maand naar keuze',
  lead: (organisation: string) =>
    `${organisation}. Deze opleiding start op elk moment: jij noemt een maand, de opleider kiest de dag.`,
  month: 'In welke maand wil je beginnen?',
  monthHint: 'De opleider kiest de dag, en vraagt je daarna of dat past.',
  wished: (month: string) => `Wens: ${month}. De dag is er nog niet.`,
  day: 'Dag waarop deze persoon begint',
  dayHint: (month: string) => `Gewenst: ${month}. Zo: 2027-03-08.`,
  start: (month: string) => `Mensen die in ${month} willen beginnen. Open een persoon om een dag te kiezen.`,
}

const en: typeof nl = {
  want: 'I want to take part',
  wantAny: 'I want to take part, in a month of my choice',
  lead: (organisation: string) =>
    `${organisation}. This programme starts at any time: you name a month, the educator chooses the day.`,
  month: 'In which month would you like to begin?',
  monthHint: 'The educator chooses the day, and asks you whether it suits.',
  wished: (month: string) => `Wish: ${month}. There is no day yet.`,
  day: 'Day on which this person begins',
  dayHint: (month: string) => `Wished: ${month}. As in 2027-03-08.`,
  start: (month: string) => `People who would like to begin in ${month}. Open a person to choose a day.`,
}

export const enrolmentRollingWords = { nl, en } satisfies Both<typeof nl>
