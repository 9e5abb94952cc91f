import type { Both } from './both.ts'

const nl = {
  title: (n: string) => `${n} beroepen`,
  titleOne: '1 beroep',
  name: 'Beroepen',
  description: 'ICT-beroepen: wat je doet, wat je moet kunnen, hoe je er komt, wat het verdient en waar de banen zijn.',
  lead: 'Wat doe je, wat moet je kunnen, hoe kom je er, en wat verdien je? Kies een beroep.',
  leadOther: 'Kies het werk dat je deed. Dan zie je wat je daarvandaan kunt worden.',
  text: 'Zoek een beroep',
  search: 'Zoek',
  kinds: { all: 'Alle', ict: 'ICT-werk', other: 'Waar mensen vandaan komen' },
  kindLabel: 'Soort beroep',
  list: 'Beroepen',
  open: (n: string, count: number) => (count === 0 ? 'nu geen vacature' : count === 1 ? '1 vacature' : `${n} vacatures`),
  from: 'Wat kun je hiervandaan worden?',
  noneTitle: 'Geen beroep met dit woord',
  none: 'Probeer een ander woord, of bekijk alle beroepen.',
  all: 'Bekijk alle beroepen',
}

const en: typeof nl = {
  title: (n) => `${n} occupations`,
  titleOne: '1 occupation',
  name: 'Occupations',
  description:
    'IT occupations: what you do, what you must be able to do, how you get there, what it pays and where the jobs are.',
  lead: 'What do you do, what must you be able to do, how do you get there, and what does it pay? Choose an occupation.',
  leadOther: 'Choose the work you did. Then you see what you can become from there.',
  text: 'Find an occupation',
  search: 'Search',
  kinds: { all: 'All', ict: 'IT work', other: 'Where people come from' },
  kindLabel: 'Kind of occupation',
  list: 'Occupations',
  open: (n, count) => (count === 0 ? 'no vacancy now' : count === 1 ? '1 vacancy' : `${n} vacancies`),
  from: 'What can you become from here?',
  noneTitle: 'No occupation with this word',
  none: 'Try another word, or see all occupations.',
  all: 'See all occupations',
}

export const occupationsWords = { nl, en } satisfies Both<typeof nl>
