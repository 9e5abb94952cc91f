import type { Both } from './both.ts'

const nl = {
  title: 'Of verander iets kleins',
  lead: 'We hebben elke verandering nagerekend.',
  leadAll: 'We hebben elke verandering nagerekend, over alle ICT-banen.',
  smallest: 'De kleinste verandering',
  now: 'Nu: ',
  becomes: 'Wordt: ',
  gainShort: (high: number, low: number) => `+ ${pair(high, low)}`,
  opensThis: (withTraining: boolean): string => (withTraining ? 'Dan is er een route' : 'Dan past deze baan'),
  withTraining: 'Met een cursus erbij.',
  withoutTraining: 'Zonder cursus.',
  try: 'Probeer dit',
  tryOf: (what: string) => `: ${what}`,
  and: 'en',
}

const en: typeof nl = {
  title: 'Or change something small',
  lead: 'We did the sums for each change.',
  leadAll: 'We did the sums for each change, over all IT jobs.',
  smallest: 'The smallest change',
  now: 'Now: ',
  becomes: 'Becomes: ',
  gainShort: (high, low) => `+ ${pairEn(high, low)}`,
  opensThis: (withTraining) => (withTraining ? 'Then there is a route' : 'Then this job fits'),
  withTraining: 'With a course.',
  withoutTraining: 'Without a course.',
  try: 'Try this',
  tryOf: (what) => `: ${what}`,
  and: 'and',
}

function pair(high: number, low: number): string {
  const jobs = high === 1 ? '1 baan' : `${high} banen`
  return high === low ? jobs : `${jobs}, ${low} zeker`
}

function pairEn(high: number, low: number): string {
  const jobs = high === 1 ? '1 job' : `${high} jobs`
  return high === low ? jobs : `${jobs}, ${low} certain`
}

export const nudgeWords = { nl, en } satisfies Both<typeof nl>
