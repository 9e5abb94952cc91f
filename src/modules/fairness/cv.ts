import type { Profile } from '../people/index.ts'

/** A made-up CV in parts, so that two of them can differ in exactly one thing. Dutch, as most CVs that are read here. */
export interface CvParts {
  readonly name: string
  /** Lines under the name, above all headings. */
  readonly personal: readonly string[]
  readonly profile: readonly string[]
  /** The latest first. */
  readonly jobs: readonly CvJob[]
  readonly education: string
  readonly skills: readonly string[]
  readonly languages: readonly string[]
}

export interface CvJob {
  readonly from: number
  readonly until: number
  readonly title: string
  readonly employer: string
}

/** The words of ids, in Dutch. */
export type LabelOf = (concept: string) => string

const lastYear = 2025
const secondJobYears = 2
const mostSkills = 10

const degrees: Readonly<Record<number, string>> = {
  1: 'mbo niveau 1 Dienstverlening, ROC Midden Nederland',
  2: 'mbo niveau 2 Dienstverlening, ROC Midden Nederland',
  3: 'mbo niveau 3 Administratie, ROC Midden Nederland',
  4: 'mbo niveau 4 Administratie, ROC Midden Nederland',
  5: 'Associate degree Bedrijfskunde, Universiteit Utrecht',
  6: 'Bachelor Bedrijfskunde, Universiteit Utrecht',
  7: 'Master Bedrijfskunde, Universiteit Utrecht',
}

/** A CV that says what a profile of the demo world says: its work, skills, level and years, without a gap. */
export function cvOf({ occupations, answers, experienceYears = 6, workLevel = 4 }: Profile, labelOf: LabelOf): CvParts {
  const years = Math.max(1, Math.min(experienceYears, 20) - secondJobYears)
  const skills = Object.entries(answers)
    .filter(([, answer]) => answer !== 'no' && answer !== 'little')
    .map(([skill]) => labelOf(skill))
    .slice(0, mostSkills)
  const [occupation] = occupations
  return {
    name: 'Sanne de Boer',
    personal: [],
    profile: ['Iemand met oog voor detail, die graag leert.'],
    jobs: [
      {
        from: lastYear - years,
        until: lastYear,
        title: occupation === undefined ? 'Medewerker' : labelOf(occupation),
        employer: 'Voorbeeld BV',
      },
      {
        from: lastYear - years - secondJobYears,
        until: lastYear - years,
        title: 'Winkelmedewerker',
        employer: 'Winkel BV',
      },
    ],
    education: `2005 - 2009 ${degrees[workLevel] ?? degrees[4]}`,
    skills,
    languages: ['Nederlands: moedertaal', 'Engels: B2'],
  }
}

/** The text of a CV, as somebody would paste it. */
export function cvText({ name, personal, profile, jobs, education, skills, languages }: CvParts): string {
  return [
    ...[name, ...personal, ''],
    ...['PROFIEL', ...profile, ''],
    ...['WERKERVARING', ...jobs.map(({ from, until, title, employer }) => `${from} - ${until} ${title} bij ${employer}`), ''],
    ...['OPLEIDING', education, ''],
    ...['VAARDIGHEDEN', skills.join(', '), ''],
    ...['TALEN', ...languages],
  ].join('\n')
}

/** The same work, so many years earlier; `only` the jobs from this one on, so that a gap lies before it. */
export function earlier(cv: CvParts, years: number, only = 0): CvParts {
  const jobs = cv.jobs.map((job, at) => (at < only ? job : { ...job, from: job.from - years, until: job.until - years }))
  return { ...cv, jobs }
}
