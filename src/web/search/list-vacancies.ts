import { data } from 'react-router'
import type { MatchesView } from '../../modules/planning/index.ts'
import type { Catalogue } from '../../modules/skills/index.ts'
import type { VacancyFilter, VacancyRecord } from '../../modules/vacancies/index.ts'
import type { PageQuestion } from '../asked.ts'
import type { ListedVacancy } from '../components/vacancy-list/vacancy-list.tsx'
import type { SiteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { summaryOf } from '../vacancy-summary.ts'
import type { FitCounts } from './vacancy-search.ts'

const pageSize = 20
/** Best matches that are looked at; further ones are not asked about fit. */
const mostMatches = 2_000

export interface VacancyPageFound {
  readonly items: readonly ListedVacancy[]
  /** How many this list goes through; in order of fit those that the planner did not rank are not in it. */
  readonly total: number
  /** Left out where the address does not say from which one the page goes. */
  readonly shown?: readonly [from: number, upTo: number]
  /** What the address of the next page has more. */
  readonly next?: Readonly<Record<string, string>>
}

type Match = MatchesView['matches'][number]

/** The planner's matches of the person, best first. */
export interface Matched {
  readonly byId: ReadonlyMap<string, Match>
  readonly sure: readonly string[]
  /** Those that are sure among them. */
  readonly may: readonly string[]
  /** Only where there are more matches than were looked at: how many were. Then every count of fit is one among these. */
  readonly lookedAt?: number
}

/** What the planner says of this person and all vacancies; a goal of the profile does not narrow the list. */
export async function matchedVacancies({ modules }: SiteContext, { asked }: PageQuestion): Promise<Matched> {
  const { goal: _goal, ...profile } = asked.profile
  const { matches, eligible } = await modules.planning.matches({ ...asked, profile, limit: mostMatches })
  const ids = (keep: (match: Match) => boolean): string[] => matches.filter(keep).map(({ vacancy }) => vacancy.id)
  return {
    byId: new Map(matches.map((match) => [match.vacancy.id, match])),
    sure: ids(({ fitsNow }) => fitsNow),
    may: ids(({ fitsNow, mayFit }) => fitsNow || mayFit),
    ...(eligible[1] > matches.length ? { lookedAt: matches.length } : {}),
  }
}

export async function countFit({ modules }: SiteContext, filter: VacancyFilter, matched: Matched): Promise<FitCounts> {
  const { sure, may, lookedAt } = matched
  const [sureCount, mayCount] = await Promise.all([sure, may].map((ids) => modules.vacancies.count({ ...filter, ids })))
  return { sure: sureCount ?? 0, may: mayCount ?? 0, ...(lookedAt === undefined ? {} : { lookedAt }) }
}

/** A page of the list, newest first. @throws 404 on a page that does not exist. */
export async function newestFirst(
  site: SiteContext,
  question: PageQuestion,
  filter: VacancyFilter,
  matched: Matched | undefined,
  catalogue: Catalogue,
): Promise<VacancyPageFound> {
  const { vacancies } = site.modules
  const query = question.url.searchParams
  const cursor = query.get('after') ?? undefined
  const from = cursor === undefined ? 1 : Number(/^\d{1,9}$/.exec(query.get('from') ?? '')?.[0] ?? 0)
  const [page, total] = await Promise.all([
    vacancies.list({ ...filter, cursor, limit: pageSize }).catch(badPage),
    vacancies.count(filter),
  ])
  const upTo = from + page.items.length - 1
  const rates = await ratesOf(site, page.items)
  return {
    items: page.items.map((record) => listed(site, question, record, { matched, catalogue, rates })),
    total,
    ...(from > 0 && upTo <= total && page.items.length > 0 ? { shown: [from, upTo] as const } : {}),
    ...(page.next === undefined ? {} : { next: { after: page.next, from: String(upTo + 1) } }),
  }
}

/** A page of what fits best, in the planner's order; what has no answer of the planner is not in it. */
export async function bestFirst(
  site: SiteContext,
  question: PageQuestion,
  filter: VacancyFilter,
  matched: Matched,
  catalogue: Catalogue,
): Promise<VacancyPageFound> {
  const ranked = filter.ids ?? [...matched.byId.keys()]
  const { items } = await site.modules.vacancies.list({ ...filter, ids: ranked, limit: mostMatches })
  const found = new Map(items.map((record) => [record.id, record]))
  const order = ranked.filter((id) => found.has(id))
  const sureFirst = [...order].sort((a, b) => standing(matched.byId.get(a)) - standing(matched.byId.get(b)))
  const from = Number(/^\d{1,4}$/.exec(question.url.searchParams.get('from') ?? '')?.[0] ?? 1)
  if (from < 1 || (from > 1 && from > sureFirst.length)) throw data('This page of the list does not exist.', { status: 404 })
  const page = sureFirst.slice(from - 1, from - 1 + pageSize)
  const records = page.flatMap((id) => found.get(id) ?? [])
  const rates = await ratesOf(site, records)
  return {
    items: records.map((record) => listed(site, question, record, { matched, catalogue, rates })),
    total: sureFirst.length,
    ...(page.length > 0 ? { shown: [from, from + page.length - 1] as const } : {}),
    ...(from - 1 + pageSize < sureFirst.length ? { next: { from: String(from + pageSize) } } : {}),
  }
}

/** What fits for certain, what may fit, the rest; within them the planner's order. */
function standing(match: Match | undefined): number {
  return match?.fitsNow ? 0 : match?.mayFit ? 1 : 2
}

type Rates = Awaited<ReturnType<SiteContext['modules']['introductions']['knownReplyRates']>>

/** How often the employers of this page answer, where enough is known: one question for all of them, and none where nobody here answers for any. */
function ratesOf({ modules }: SiteContext, records: readonly VacancyRecord[]): Promise<Rates> {
  return modules.introductions.knownReplyRates([...new Set(records.flatMap(({ organisation }) => organisation ?? []))])
}

function listed(
  { modules }: SiteContext,
  { language }: PageQuestion,
  record: VacancyRecord,
  { matched, catalogue, rates }: { readonly matched: Matched | undefined; readonly catalogue: Catalogue; readonly rates: Rates },
): ListedVacancy {
  const match = matched?.byId.get(record.id)
  const rate = record.organisation === undefined ? undefined : rates.get(record.organisation)
  const replies = rate ? { replies: { answered: rate.answered, of: rate.of } } : {}
  if (match) {
    const { vacancy, fitsNow, mayFit, check } = match
    return { vacancy, match: { fitsNow, mayFit, check }, ...replies }
  }
  return { ...replies, vacancy: summaryOf(record, catalogue, (code) => modules.regions.find(code)?.name, language) }
}

function badPage(error: unknown): never {
  throw isNamed(error, 'Invalid') ? data('This page of the list does not exist.', { status: 404 }) : error
}
