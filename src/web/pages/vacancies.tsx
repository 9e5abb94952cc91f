import { data, Form, Link, type LoaderFunctionArgs, useLoaderData, useSubmit } from 'react-router'
import { type PageQuestion, readQuestion } from '../asked.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { type ListedVacancy, VacancyList } from '../components/vacancy-list/vacancy-list.tsx'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { summaryOf } from '../vacancy-summary.ts'
import { numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import { vacanciesWords } from '../words/vacancies.ts'

const pageSize = 20
const mostMine = 50

interface Filter {
  readonly text: string
  readonly occupation: string
  readonly region: string
  readonly hours: string
}

interface Found {
  readonly items: readonly ListedVacancy[]
  readonly total: number
  readonly certain?: number
  readonly next?: string
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const question = await readQuestion(site, request)
  const { language, url } = question
  const catalogue = await site.modules.skills.catalogue()
  const read = (name: string): string => (url.searchParams.get(name) ?? '').trim().slice(0, 200)
  const filter: Filter = { text: read('text'), occupation: read('occupation'), region: read('region'), hours: read('want') }
  const mine = url.searchParams.get('mine') === 'now'
  return {
    mine,
    filter,
    found: mine
      ? await findMine(site, question)
      : await findAll(site, filter, url.searchParams.get('after') ?? undefined, question),
    occupations: catalogue.ictOccupations(language).map(({ id }) => ({ id, label: catalogue.label(id, language) })),
    regions: site.modules.regions.list().map(({ code, name }) => ({ id: code, label: name })),
    isFiltered: Object.values(filter).some(Boolean),
    isFirst: !url.searchParams.has('after'),
  }
}

async function findAll(
  { modules }: SiteContext,
  filter: Filter,
  after: string | undefined,
  { language }: PageQuestion,
): Promise<Found> {
  const hours = /^\d{1,2}$/.test(filter.hours) ? Number(filter.hours) : undefined
  const wanted = {
    ...(filter.text ? { text: filter.text } : {}),
    ...(filter.occupation ? { occupations: [filter.occupation] } : {}),
    ...(filter.region ? { region: filter.region } : {}),
    ...(hours === undefined ? {} : { hours }),
  }
  const [page, total, catalogue] = await Promise.all([
    modules.vacancies.list({ ...wanted, cursor: after, limit: pageSize }).catch(badCursor),
    modules.vacancies.count(wanted),
    modules.skills.catalogue(),
  ])
  const regionName = (code: string): string | undefined => modules.regions.find(code)?.name
  return {
    items: page.items.map((record) => ({ vacancy: summaryOf(record, catalogue, regionName, language) })),
    total,
    ...(page.next === undefined ? {} : { next: page.next }),
  }
}

function badCursor(error: unknown): never {
  throw isNamed(error, 'Invalid') ? data('This page of the list does not exist.', { status: 404 }) : error
}

/** What stands open to this person without a course. */
async function findMine({ modules }: SiteContext, { asked }: PageQuestion): Promise<Found> {
  const { goal: _goal, ...profile } = asked.profile
  const view = await modules.planning.matches({ ...asked, profile, limit: mostMine * 4 })
  const open = view.matches.filter(({ fitsNow, mayFit }) => fitsNow || mayFit)
  const sorted = [...open].sort((a, b) => Number(b.fitsNow) - Number(a.fitsNow)).slice(0, mostMine)
  return { items: sorted.map(({ vacancy, ...match }) => ({ vacancy, match })), total: view.fitNow[1], certain: view.fitNow[0] }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof vacanciesWords)['nl']

export const meta = pageMeta<Words, Loaded>(vacanciesWords, (words, loaded, language) =>
  loaded ? heading(words, loaded, (n) => numberText(n, language)) : words.list,
)

function heading(words: Words, { mine, found }: Loaded, count: (n: number) => string): string {
  if (mine) return words.titleMine(found.total, found.certain ?? 0)
  return found.total === 1 ? words.titleOne : words.title(count(found.total))
}

export default function VacanciesPage() {
  const loaded = useLoaderData<typeof loader>()
  const { found, mine } = loaded
  const language = useLanguage()
  const words = vacanciesWords[language]
  const here = pathTo('vacancies', language)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{heading(words, loaded, (n) => numberText(n, language))}</h1>
        <p className="lead">{mine ? words.leadMine : words.lead}</p>
        <nav className="view mt4" aria-label={words.list}>
          <Link to={here} aria-current={mine ? undefined : 'true'}>
            {words.all}
          </Link>
          <Link to={`${here}?mine=now`} aria-current={mine ? 'true' : undefined}>
            {words.mine}
          </Link>
        </nav>
      </div>
      <div className={mine ? undefined : 'g-facet'}>
        {mine ? null : <Filters loaded={loaded} />}
        <div>
          {found.items.length > 0 ? (
            <VacancyList items={found.items} />
          ) : mine ? (
            <EmptyState
              title={words.noneMineTitle}
              actions={
                <Link className="btn btn-2" to={pathTo('doors', language)}>
                  {words.noneMine}
                </Link>
              }
            />
          ) : (
            <EmptyState
              title={words.noneTitle}
              actions={
                <Link className="btn btn-2" to={here}>
                  {words.clear}
                </Link>
              }
            >
              <p>{words.none}</p>
            </EmptyState>
          )}
          <Paging loaded={loaded} />
        </div>
      </div>
    </div>
  )
}

function queryOf(filter: Filter, after?: string): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name === 'hours' ? 'want' : name, value]] : [])),
  )
  if (after) query.set('after', after)
  return query.size === 0 ? '' : `?${query}`
}

function Paging({ loaded: { filter, found, isFirst } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = vacanciesWords[language]
  const here = pathTo('vacancies', language)
  if (isFirst && found.next === undefined) return null
  return (
    <p className="linkrow">
      {isFirst ? null : (
        <Link className="btn btn-3" to={`${here}${queryOf(filter)}`}>
          {words.first}
        </Link>
      )}
      {found.next === undefined ? null : (
        <Link className="btn btn-2" to={`${here}${queryOf(filter, found.next)}`}>
          {words.next}
        </Link>
      )}
    </p>
  )
}

function Filters({ loaded }: { readonly loaded: Loaded }) {
  const { filter, occupations, regions, isFiltered } = loaded
  const language = useLanguage()
  const words = vacanciesWords[language]
  const submit = useSubmit()
  const choose = (name: 'occupation' | 'region', label: string, any: string, choices: Loaded['regions']) => (
    <div className="field">
      <label className="label" htmlFor={`v-${name}`}>
        {label}
      </label>
      <select
        className="input"
        id={`v-${name}`}
        name={name}
        defaultValue={filter[name]}
        key={filter[name]}
        onChange={(event) => event.currentTarget.form && submit(event.currentTarget.form)}
      >
        <option value="">{any}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <details className="fbox" open={isFiltered}>
      <summary>{words.filters}</summary>
      <Form className="facets stack" role="search" aria-label={words.filters}>
        <div className="field">
          <label className="label" htmlFor="v-text">
            {words.text}
          </label>
          <input className="input" id="v-text" name="text" maxLength={200} defaultValue={filter.text} key={filter.text} />
        </div>
        {choose('occupation', words.occupation, words.any, occupations)}
        {choose('region', words.region, words.anyRegion, regions)}
        <div className="field">
          <label className="label" htmlFor="v-hours">
            {words.hours}
          </label>
          <input
            className="input"
            id="v-hours"
            name="want"
            inputMode="numeric"
            maxLength={2}
            defaultValue={filter.hours}
            key={filter.hours}
          />
        </div>
        <button className="btn btn-2 full" type="submit">
          {words.apply}
        </button>
        {isFiltered ? (
          <Link className="btn btn-3 full" to={pathTo('vacancies', language)}>
            {words.clear}
          </Link>
        ) : null}
      </Form>
    </details>
  )
}
