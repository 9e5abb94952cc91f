import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { isAskFirst } from '../../modules/trainings/index.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Facets, FilterChips } from '../components/facets/facets.tsx'
import { Pager } from '../components/pager/pager.tsx'
import { type ListedProgramme, ProgrammeList } from '../components/programme-list/programme-list.tsx'
import { RegionTiles } from '../components/region-tiles/region-tiles.tsx'
import { SaveSearch } from '../components/save-search/save-search.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { programmeGroups } from '../search/programme-groups.ts'
import { lowestFee, nextStart, programmeParams, searchProgrammes, type Taught } from '../search/programme-search.ts'
import { chipsOf, readNumber, readSearch, searchLink, withOnly, without } from '../search/query.ts'
import { regionTiles } from '../search/region-tiles.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { numberText } from '../words/format.ts'
import { programmesWords } from '../words/programmes.ts'
import { searchWords } from '../words/search.ts'
import { useLanguage } from '../words/use-words.ts'

const pageSize = 20
const sorts = ['start', 'price', 'title'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { regions, residents } = site.modules
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const path = pathTo('programmes', language)
  const search = readSearch(url.searchParams, programmeParams)
  const { catalogue, programmes, offerings, today } = await residents.current()
  const ofProgramme = Map.groupBy(offerings.values(), ({ programme }) => programme)
  const all = [...programmes.values()].map((programme) => ({ programme, offerings: ofProgramme.get(programme.id) ?? [] }))
  const result = searchProgrammes(all, search, today, (id) => catalogue.standsFor(id))
  const groups = programmeGroups(search, result, {
    language,
    skill: (id) => catalogue.label(id, language),
    region: (code) => regions.find(code)?.name,
  })
  const page = readNumber(url.searchParams, 'page', 1, 1_000_000) ?? 1
  const from = (page - 1) * pageSize
  const total = result.found.length
  if (from > 0 && from >= total) throw data('This page of the list does not exist.', { status: 404 })
  const chips = [
    ...(search.text ?? []).map((text) => ({
      label: programmesWords[language].textChip(text),
      href: searchLink(path, without(search, 'text')),
    })),
    ...chipsOf(search, groups, path),
  ]
  const chosen = search.region ?? []
  const paged = (number: number): string => searchLink(path, { ...search, page: [String(number)] })
  return {
    items: result.found.slice(from, from + pageSize).map((taught): ListedProgramme => listed(taught, today, language, nameOf)),
    total,
    from,
    groups,
    chips,
    text: search.text?.[0] ?? '',
    sort: sorts.find((one) => one === search.sort?.[0]) ?? 'start',
    kept: (search.sort ?? []).map((value) => ['sort', value] as const),
    tiles: regionTiles(
      regions.list(),
      [...result.facets.region.counts].map(([value, count]) => ({ value, count })),
      (code) =>
        searchLink(path, chosen.includes(code) ? without(search, 'region', code) : withOnly(search, 'region', ...chosen, code)),
      chosen,
    ),
    links: {
      sorts: Object.fromEntries(sorts.map((one) => [one, searchLink(path, withOnly(search, 'sort', one))])),
      first: page > 1 ? searchLink(path, search) : undefined,
      next: from + pageSize < total ? paged(page + 1) : undefined,
      saved: site.origin + searchLink(path, search),
    },
  }

  function nameOf(id: string): string {
    return catalogue.label(id, language)
  }
}

function listed(
  { programme, offerings }: Taught,
  today: string,
  language: 'nl' | 'en',
  nameOf: (id: string) => string,
): ListedProgramme {
  const { facts } = programme
  const fees = new Set(offerings.map((one) => one.facts.feeEuro))
  const [first] = offerings
    .flatMap((offering) => {
      const date = nextStart(offering, today)
      return date === undefined ? [] : [{ offering, date }]
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return {
    id: programme.id,
    title: programme.title[language],
    provider: programme.provider,
    form: facts.form,
    learns: facts.outcomes.map(({ skill }) => nameOf(skill)),
    weeks: facts.weeks,
    hoursPerWeek: facts.hoursPerWeek,
    feeEuro: lowestFee(offerings),
    isOneFee: fees.size === 1,
    next: first && {
      date: first.offering.facts.rolling ? undefined : first.date,
      place: first.offering.placeName,
      isOnline: first.offering.facts.online,
    },
    withJob:
      facts.jobGuarantee === true || offerings.some((one) => one.facts.job !== undefined || (one.facts.incomeMonthEuro ?? 0) > 0),
    askFirst: offerings.every((offering) => isAskFirst(programme, offering)),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof programmesWords)['nl']

export const meta = pageMeta<Words, Loaded>(
  programmesWords,
  (words, loaded, language) => (loaded ? heading(words, loaded.total, (n) => numberText(n, language)) : words.name),
  (words) => words.description,
)

function heading(words: Words, total: number, count: (n: number) => string): string {
  return total === 1 ? words.titleOne : words.title(count(total))
}

export default function ProgrammesPage() {
  const loaded = useLoaderData<typeof loader>()
  const { items, total, from, groups, chips, text, kept, tiles, links } = loaded
  const language = useLanguage()
  const words = programmesWords[language]
  const here = pathTo('programmes', language)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{heading(words, total, (n) => numberText(n, language))}</h1>
        <p className="lead">
          {words.lead} <Link to={pathTo('doors', language)}>{words.toDoors}</Link>
        </p>
      </div>
      <div className="g-facet">
        <Facets action={here} groups={groups} chosen={chips.length} kept={kept}>
          <div className="field mb4">
            <label className="label" htmlFor="p-text">
              {words.text}
            </label>
            <input className="input" id="p-text" name="text" maxLength={200} defaultValue={text} key={text} />
          </div>
        </Facets>
        <div>
          <FilterChips chips={chips} />
          <SortAndMap loaded={loaded} />
          {items.length > 0 ? (
            <>
              <ProgrammeList items={items} />
              <Pager shown={[from + 1, from + items.length]} total={total} first={links.first} next={links.next} />
            </>
          ) : (
            <EmptyState
              title={words.noneTitle}
              actions={
                <Link className="btn btn-2" to={here}>
                  {searchWords[language].clear}
                </Link>
              }
            >
              <p>{words.none}</p>
            </EmptyState>
          )}
          <SaveSearch link={links.saved} />
        </div>
      </div>
      <section className="sec" id="kaart" aria-labelledby="kaart-t">
        <h2 id="kaart-t">{words.mapTitle}</h2>
        <p>{words.map}</p>
        <RegionTiles tiles={tiles} unit="programmes" label={words.mapLabel} />
      </section>
    </div>
  )
}

function SortAndMap({ loaded: { sort, links } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = programmesWords[language]
  return (
    <div className="row between mb4">
      <nav className="row" aria-label={words.sortLabel}>
        <span className="note">{searchWords[language].sort}</span>
        <span className="view">
          {sorts.map((one) => (
            <Link key={one} to={links.sorts[one] ?? ''} aria-current={sort === one ? 'true' : undefined} preventScrollReset>
              {words.sorts[one]}
            </Link>
          ))}
        </span>
      </nav>
      <a href="#kaart">{words.toMap}</a>
    </div>
  )
}
