import type { Question } from './peer.ts'

/**
 * Columns of a vacancy in SQL, in the order of `vacancyColumns`, each with what stands in it, where it is coded, for
 * silence: a value with which the terms come out right by themselves, so that no column holds null.
 */
export const columns = [
  { name: 'id' },
  { name: 'cell' },
  { name: 'place', silent: -1 },
  { name: 'remote_share', silent: -1 },
  { name: 'hours_min', silent: 127 },
  { name: 'hours_max', silent: 0 },
  { name: 'days', silent: 255 },
  { name: 'wage_max', silent: -1 },
  { name: 'work_level', silent: -1 },
  { name: 'or_years', silent: 127 },
  { name: 'diploma', silent: -1 },
  { name: 'experience_years', silent: -1 },
  { name: 'certificate' },
  { name: 'sponsors' },
  { name: 'latest_start', silent: 32767 },
  { name: 'carried' },
  { name: 'weights' },
  { name: 'nl' },
  { name: 'en' },
  { name: 'licences' },
] as const satisfies readonly { readonly name: string; readonly silent?: number }[]

/** What a coded vacancy keeps: those that training carries are left out, so the column too. */
export const codedColumns = columns.filter(({ name }) => name !== 'carried')

/** One column of a table as it is in the file, coded. */
export function coded(column: (typeof columns)[number]): string {
  return 'silent' in column ? `coalesce(${column.name}, ${column.silent})` : column.name
}

/** How a dialect says bitwise and. */
export type BitAnd = (column: string, bits: number) => string

export const bitAndSign: BitAnd = (column, bits) => `(${column} & ${bits})`

/**
 * Terms in low (section 12 of docs/engine/definitions.md) of coded columns; those that come first are met least
 * often.
 */
export function codedTerms(question: Question, bitAnd: BitAnd): string[] {
  const { workLevel, experienceYears, diplomas, nl, en, free } = question
  return [
    ...nearTerms(question),
    ...(question.hoursMin === null
      ? ['hours_min = 127']
      : [`hours_min <= ${question.hoursMax}`, `hours_max >= ${question.hoursMin}`]),
    ...wageTerms(question),
    `(work_level <= ${workLevel ?? -1} or or_years <= ${experienceYears ?? -1})`,
    question.days === null ? 'days = 255' : `${bitAnd('days', 255 & ~question.days)} = 0`,
    `experience_years <= ${experienceYears ?? -1}`,
    ...(question.needsSponsor ? ['sponsors = 1'] : []),
    ...(question.certificate ? [] : ['certificate = 0']),
    ...[`nl <= ${nl}`, `en <= ${en}`, `latest_start >= ${free}`],
    `${bitAnd('licences', 0x7fff & ~question.licences)} = 0`,
    diplomas.length === 0 ? 'diploma = -1' : `diploma in (-1, ${diplomas.join(', ')})`,
  ]
}

/**
 * The same of columns that are null where a vacancy is silent: a comparison with null is not true. Without languages
 * and licences.
 */
export function plainTerms(question: Question): string[] {
  const { workLevel, experienceYears, diplomas } = question
  const atMost = (column: string, value: number | null): string => (value === null ? 'false' : `${column} <= ${value}`)
  return [
    'not carried',
    ...nearTerms(question),
    ...(question.hoursMin === null
      ? ['hours_min is null']
      : [`hours_min <= ${question.hoursMax}`, `hours_max >= ${question.hoursMin}`]),
    ...wageTerms(question),
    `(work_level is null or ${atMost('work_level', workLevel)} or ${atMost('or_years', experienceYears)})`,
    question.days === null ? 'days is null' : `${bitAndSign('days', 255 & ~question.days)} = 0`,
    `(experience_years is null or ${atMost('experience_years', experienceYears)})`,
    ...(question.needsSponsor ? ['sponsors'] : []),
    ...(question.certificate ? [] : ['not certificate']),
    `(latest_start is null or latest_start >= ${question.free})`,
    `(diploma is null${diplomas.length === 0 ? '' : ` or diploma in (${diplomas.join(', ')})`})`,
  ]
}

function nearTerms({ reach, remoteShareEnough }: Question): string[] {
  if (reach === null) return []
  const remote = remoteShareEnough === null ? 'remote_share = 100' : `remote_share >= ${Math.min(100, remoteShareEnough)}`
  return [`(${remote}${reach.length === 0 ? '' : ` or place in (${reach.join(', ')})`})`]
}

/**
 * The hours of a vacancy whose hours fit are known where the person's are; where neither says any, no wage per month
 * can be told.
 */
function wageTerms({ wageFloorMonthEuro: floor, hoursMax }: Question): string[] {
  if (floor === null) return []
  return hoursMax === null ? ['1 = 0'] : [`wage_max * 52 * least(hours_max, ${hoursMax}) >= ${floor * 1200}`]
}

/** `(12, 1200), (15, 480)`: a person's worth as rows. */
export function worthRows({ demands, credits }: Question): string {
  return demands.map((demand, at) => `(${demand}, ${credits[at]})`).join(', ')
}
