import { slugOf } from '../../modules/occupations/index.ts'
import type { Catalogue, Language } from '../../modules/skills/index.ts'
import type { VacancyRecord } from '../../modules/vacancies/index.ts'
import type { ListedVacancy } from '../components/vacancy-list/vacancy-list.tsx'
import type { SiteContext } from '../context.ts'
import { pathTo } from '../paths.ts'
import { summaryOf } from '../vacancy-summary.ts'
import { searchLink } from './query.ts'

const mostLike = 3

export interface LikeVacancies {
  /** In the same region first. */
  readonly items: readonly ListedVacancy[]
  /** All of this work, anywhere. */
  readonly total: number
  readonly href: string
}

/** Open vacancies of the same work as one that is closed; undefined when there is none, or when we do not know what work it was. */
export async function likeVacancies(
  { modules }: SiteContext,
  { occupation, region }: VacancyRecord,
  catalogue: Catalogue,
  language: Language,
): Promise<LikeVacancies | undefined> {
  if (occupation === undefined) return undefined
  const occupations = catalogue.equals(occupation)
  const [here, anywhere, total] = await Promise.all([
    region === undefined
      ? []
      : modules.vacancies.list({ occupations, regions: [region], limit: mostLike }).then(({ items }) => items),
    modules.vacancies.list({ occupations, limit: mostLike }).then(({ items }) => items),
    modules.vacancies.count({ occupations }),
  ])
  if (total === 0) return undefined
  const chosen = new Map([...here, ...anywhere].map((record) => [record.id, record]))
  const regionName = (code: string): string | undefined => modules.regions.find(code)?.name
  return {
    items: [...chosen.values()]
      .slice(0, mostLike)
      .map((record) => ({ vacancy: summaryOf(record, catalogue, regionName, language) })),
    total,
    href: searchLink(pathTo('vacancies', language), { occupation: [slugOf(catalogue.standsFor(occupation))] }),
  }
}
