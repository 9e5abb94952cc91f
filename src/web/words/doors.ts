import type { Both } from './both.ts'

const nl = {
  title: (n: number) => (n === 1 ? 'Deze cursus opent 1 baan' : `Deze cursus opent ${n} banen`),
  titleTwo: (n: number) => `Deze 2 cursussen openen ${n} banen`,
  titleNow: (n: number) => (n === 1 ? '1 baan staat nu al open' : `${n} banen staan nu al open`),
  titleNone: 'Nog geen cursus past binnen jouw grenzen',
  leadDoor: (weeks: number, start: string) => `: ${weeks} weken, start ${start}.`,
  leadNow: 'Nu al open:',
  pair: (high: number, low: number) => (high === 1 ? `1 baan, ${low} zeker` : `${high} banen, ${low} zeker`),
  sub: 'Wat elke cursus voor je opent',
  key: { wait: 'wachten', learn: 'leren', job: 'zeker', maybe: 'als het klopt wat wij denken' },
  keyLabel: 'Uitleg bij de tekening',
  axisRight: 'banen die erbij komen',
  openNow: 'Nu al open',
  openNowNote: (high: number, low: number) => `Zonder cursus: ${nlPair(high, low)}.`,
  seeOpen: 'Bekijk deze banen',
  place: 'Plaats',
  tags: { most: 'Opent de meeste', soonest: 'Snelst', cheapest: 'Goedkoopst', two: 'Twee na elkaar' },
  opens: (high: number, low: number) => `Opent ${nlPair(high, low)}.`,
  opensTogether: (high: number, low: number) => `Samen openen ze ${nlPair(high, low)}.`,
  online: 'online',
  certain: (n: number) => `zeker ${n}`,
  weeks: (n: number) => `${n} weken`,
  facts: {
    start: 'Start',
    startSecond: (date: string) => `daarna ${date}`,
    seats: (n: number) => (n === 1 ? 'nog 1 plek' : `nog ${n} plekken`),
    seatsUnknown: 'plekken niet bekend',
    own: 'Zelf betalen',
    ready: (date: string) => `klaar op ${date}`,
    time: 'Tijd per week',
    hours: (n: number) => `${n} uur`,
    timeWeeks: (n: number) => `${n} weken lang`,
    mostly: 'Vooral',
    mostlyCount: (n: number) => (n === 1 ? '1 baan' : `${n} banen`),
    mostlyNone: 'Verschillend werk',
  },
  basis: (vacancies: string, offerings: string) =>
    `We telden alle ${vacancies} banen en ${offerings} cursussen. Geen cursus in dit rijtje is op alles slechter dan een andere.`,
  more: (n: number) => (n === 1 ? 'Nog 1 weg' : `Nog ${n} wegen`),
  others: (n: number) => (n === 1 ? '1 andere cursus die iets opent' : `${n} andere cursussen die iets openen`),
  tableCaption: 'Dezelfde cursussen als tabel',
  columns: {
    course: 'Cursus',
    start: 'Start',
    weeks: 'Weken',
    hours: 'Uur per week',
    own: 'Zelf betalen',
    opens: 'Opent',
    certain: 'Zeker',
  },
  toPlans: 'Bekijk mijn routes',
  afterwards: ', daarna ',
}

const en: typeof nl = {
  title: (n) => (n === 1 ? 'This course opens 1 job' : `This course opens ${n} jobs`),
  titleTwo: (n) => `These 2 courses open ${n} jobs`,
  titleNow: (n) => (n === 1 ? '1 job is open to you now' : `${n} jobs are open to you now`),
  titleNone: 'No course fits your limits yet',
  leadDoor: (weeks, start) => `: ${weeks} weeks, starts ${start}.`,
  leadNow: 'Open now:',
  pair: (high, low) => (high === 1 ? `1 job, ${low} certain` : `${high} jobs, ${low} certain`),
  sub: 'What each course opens for you',
  key: { wait: 'waiting', learn: 'learning', job: 'certain', maybe: 'if what we think is right' },
  keyLabel: 'What the drawing means',
  axisRight: 'jobs that open',
  openNow: 'Open now',
  openNowNote: (high, low) => `Without a course: ${enPair(high, low)}.`,
  seeOpen: 'See these jobs',
  place: 'Place',
  tags: { most: 'Opens most', soonest: 'Soonest', cheapest: 'Cheapest', two: 'Two in a row' },
  opens: (high, low) => `Opens ${enPair(high, low)}.`,
  opensTogether: (high, low) => `Together they open ${enPair(high, low)}.`,
  online: 'online',
  certain: (n) => `certain ${n}`,
  weeks: (n) => `${n} weeks`,
  facts: {
    start: 'Start',
    startSecond: (date) => `then ${date}`,
    seats: (n) => (n === 1 ? '1 seat left' : `${n} seats left`),
    seatsUnknown: 'seats not known',
    own: 'You pay',
    ready: (date) => `ready on ${date}`,
    time: 'Time per week',
    hours: (n) => `${n} hours`,
    timeWeeks: (n) => `for ${n} weeks`,
    mostly: 'Mostly',
    mostlyCount: (n) => (n === 1 ? '1 job' : `${n} jobs`),
    mostlyNone: 'Various work',
  },
  basis: (vacancies, offerings) =>
    `We counted all ${vacancies} jobs and ${offerings} courses. No course in this list is worse than another in every way.`,
  more: (n) => (n === 1 ? '1 more way' : `${n} more ways`),
  others: (n) => (n === 1 ? '1 other course that opens something' : `${n} other courses that open something`),
  tableCaption: 'The same courses as a table',
  columns: {
    course: 'Course',
    start: 'Start',
    weeks: 'Weeks',
    hours: 'Hours per week',
    own: 'You pay',
    opens: 'Opens',
    certain: 'Certain',
  },
  toPlans: 'See my routes',
  afterwards: ', then ',
}

function nlPair(high: number, low: number): string {
  return high === 1 ? `1 baan, ${low} zeker` : `${high} banen, ${low} zeker`
}

function enPair(high: number, low: number): string {
  return high === 1 ? `1 job, ${low} certain` : `${high} jobs, ${low} certain`
}

export const doorWords = { nl, en } satisfies Both<typeof nl>
