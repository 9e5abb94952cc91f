import type { Database } from '../../platform/index.ts'
import type { KeptRequirement } from './vacancy.ts'
import { filterSql, type VacancyFilter } from './vacancy-filter.ts'

/** The words with which a vacancy asks a skill, where they were read. */
export interface Quote {
  readonly skill: string
  readonly weight: KeptRequirement['weight']
  readonly words: string
  readonly vacancy: string
  readonly title: string
  readonly employer: string
  readonly demo: boolean
  readonly language: string
  readonly description: string
}

/** The words of more vacancies than this are not looked through: those of the newest say it as well. */
const mostLookedAt = 2000

/** Of each of these skills the words of the newest vacancies of the filter, at most so many; essential ones first. */
export async function quotesOf(db: Database, filter: VacancyFilter, skills: readonly string[], each: number): Promise<Quote[]> {
  const { where, values } = filterSql(filter)
  const next = values.length + 1
  return db.query<Quote & Record<string, unknown>>(
    `with newest as (
       select id, title, employer, demo, language, published_on, requirements from vacancy where ${where}
       order by published_on desc, id limit ${mostLookedAt}),
     said as (
       select n.id, r ->> 'skill' as skill, r ->> 'weight' as weight, r ->> 'words' as words,
         row_number() over (partition by r ->> 'skill' order by (r ->> 'weight' = 'essential') desc, n.published_on desc, n.id) as place
       from newest n, jsonb_array_elements(n.requirements) r
       where r ->> 'skill' = any($${next}::text[]) and coalesce(r ->> 'words', '') <> '')
     select s.skill, s.weight, s.words, s.id as vacancy, n.title, n.employer, n.demo, n.language, v.description
     from said s join newest n on n.id = s.id join vacancy v on v.id = s.id
     where s.place <= $${next + 1}::int order by s.skill, s.place`,
    [...values, skills, each],
  )
}
