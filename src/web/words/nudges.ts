import type { Both } from './both.ts'

const nl = {
  title: 'Of verander iets kleins',
  lead: 'We hebben elke verandering nagerekend.',
  smallest: 'De kleinste verandering',
  now: 'Nu: ',
  becomes: 'Wordt: ',
  gain: (high: number, low: number) => `opent ${pair(high, low)}`,
  gainShort: (high: number, low: number) => `+ ${pair(high, low)}`,
  withTraining: 'Met een cursus erbij.',
  withoutTraining: 'Zonder cursus.',
  try: 'Probeer dit',
  tryOf: (what: string) => `: ${what}`,
  and: 'en',
  opensThis: 'Dan past deze baan.',
  alsoOpens: (n: number) => (n === 1 ? 'Er komt nog 1 andere baan bij.' : `Er komen nog ${n} andere banen bij.`),
}

const en: typeof nl = {
  title: 'Or change something small',
  lead: 'We did the sums for each change.',
  smallest: 'The smallest change',
  now: 'Now: ',
  becomes: 'Becomes: ',
  gain: (high, low) => `opens ${pairEn(high, low)}`,
  gainShort: (high, low) => `+ ${pairEn(high, low)}`,
  withTraining: 'With a course.',
  withoutTraining: 'Without a course.',
  try: 'Try this',
  tryOf: (what) => `: ${what}`,
  and: 'and',
  opensThis: 'Then this job fits.',
  alsoOpens: (n) => (n === 1 ? '1 other job opens too.' : `${n} other jobs open too.`),
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
