import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { readQuestion } from '../asked.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Facets, FilterChips } from '../components/facets/facets.tsx'
import { Pager } from '../components/pager/pager.tsx'
import { RegionTiles } from '../components/region-tiles/region-tiles.tsx'
import { SaveSearch } from '../components/save-search/save-search.tsx'
import { VacancyList } from '../components/vacancy-list/vacancy-list.tsx'
import { siteContext } from '../context.ts'
import { isEmptyProfile } from '../draft.ts'
import { pathTo } from '../paths.ts'
import { bestFirst, countFit, matchedVacancies, newestFirst } from '../search/list-vacancies.ts'
import { readSearch, searchLink, withOnly, without } from '../search/query.ts'
import { regionTiles } from '../search/region-tiles.ts'
import { vacancyChips, vacancyFilter, vacancyGroups, vacancyParams } from '../search/vacancy-search.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { numberText } from '../words/format.ts'
import { searchWords } from '../words/search.ts'
import { useLanguage } from '../words/use-words.ts'
import { vacanciesWords } from '../words/vacancies.ts'

const mostTried = 8

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { modules } = site
  const question = await readQuestion(site, request)
  const { language, url } = question
  const path = pathTo('vacancies', language)
  const search = readSearch(url.searchParams, vacancyParams)
  const catalogue = await modules.skills.catalogue()
  const mine = search.mine?.[0]
  const sort = search.sort?.[0] === 'fit' || mine ? 'fit' : 'new'
  const isEmpty = isEmptyProfile(question.draft.profile)
  const matched = isEmpty && sort === 'new' ? undefined : await matchedVacancies(site, question)
  const filter = vacancyFilter(search, catalogue)
  const ids = mine && matched ? { ids: mine === 'sure' ? matched.sure : matched.may } : {}
  const narrowed = { ...filter, ...ids }
  const [found, facets, fit] = await Promise.all([
    sort === 'fit' && matched
      ? bestFirst(site, question, narrowed, matched, catalogue)
      : newestFirst(site, question, narrowed, matched, catalogue),
    modules.vacancies.facets(narrowed),
    matched && countFit(site, filter, matched),
  ])
  const groups = vacancyGroups(search, facets, catalogue, (code) => modules.regions.find(code)?.name, language, fit)
  const chips = vacancyChips(search, groups, path, language)
  const link = (more: Readonly<Record<string, string>>): string => {
    const at = searchLink(path, search)
    return `${at}${at.includes('?') ? '&' : '?'}${new URLSearchParams(more)}`
  }
  const chosen = search.region ?? []
  return {
    found,
    /** Under all filters, in whatever order. */
    total: facets.total,
    groups,
    chips,
    fit,
    mine: mine !== undefined,
    sort,
    hasProfile: !isEmpty,
    free: { text: search.text?.[0] ?? '', pay: search.pay?.[0] ?? '' },
    kept: (search.sort ?? []).map((value) => ['sort', value] as const),
    tiles: regionTiles(
      modules.regions.list(),
      facets.regions.counts,
      (code) =>
        searchLink(path, chosen.includes(code) ? without(search, 'region', code) : withOnly(search, 'region', ...chosen, code)),
      chosen,
    ),
    links: {
      newest: searchLink(path, without(without(search, 'sort'), 'mine')),
      fit: searchLink(path, withOnly(search, 'sort', 'fit')),
      first: url.searchParams.has('from') || url.searchParams.has('after') ? searchLink(path, search) : undefined,
      next: found.next && link(found.next),
      saved: site.origin + searchLink(path, search),
    },
    // Only where nothing is left: which one filter stands in the way, and how many there are without it.
    way: found.total > 0 ? undefined : await wayOut(),
  }

  /** The filter without which most is left. */
  async function wayOut() {
    const counted = await Promise.all(
      chips.slice(0, mostTried).map(async (chip) => {
        const rest = readSearch(new URL(chip.href, site.origin).searchParams, vacancyParams)
        const left = rest.mine?.length ? ids : {}
        return { ...chip, count: await modules.vacancies.count({ ...vacancyFilter(rest, catalogue), ...left }) }
      }),
    )
    return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof vacanciesWords)['nl']

export const meta = pageMeta<Words, Loaded>(
  vacanciesWords,
  (words, loaded, language) => (loaded ? heading(words, loaded, (n) => numberText(n, language)) : words.list),
  (words) => words.description,
)

function heading(words: Words, { mine, total, fit, hasProfile }: Loaded, count: (n: number) => string): string {
  if (mine && fit) return words.titleMine(fit.may, fit.sure)
  if (hasProfile && fit && total > 0 && fit.may > 0) return words.titleFit(count(total), count(fit.may))
  return total === 1 ? words.titleOne : words.title(count(total))
}

export default function VacanciesPage() {
  const loaded = useLoaderData<typeof loader>()
  const { found, total, mine, fit, groups, chips, free, kept, tiles, links, hasProfile } = loaded
  const language = useLanguage()
  const words = vacanciesWords[language]
  const here = pathTo('vacancies', language)
  const text = (n: number): string => numberText(n, language)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{heading(words, loaded, text)}</h1>
        <p className="lead">
          {mine ? words.leadMine : words.lead}{' '}
          {!mine && hasProfile && fit ? (fit.may > 0 ? words.leadFit(text(fit.sure)) : words.leadFitNone) : ''}
        </p>
        {fit?.lookedAt === undefined ? null : <p className="note">{words.lookedAt(text(fit.lookedAt))}</p>}
      </div>
      <div className="g-facet">
        <Facets action={here} groups={groups} chosen={chips.length} kept={kept}>
          <div className="field">
            <label className="label" htmlFor="v-text">
              {words.text}
            </label>
            <input className="input" id="v-text" name="text" maxLength={200} defaultValue={free.text} key={free.text} />
          </div>
          <div className="field mt4 mb4">
            <label className="label" htmlFor="v-pay">
              {words.pay}
            </label>
            <input
              className="input"
              id="v-pay"
              name="pay"
              inputMode="numeric"
              maxLength={3}
              defaultValue={free.pay}
              key={free.pay}
              aria-describedby="v-pay-note"
            />
            <span className="hint" id="v-pay-note">
              {words.payNote}
            </span>
          </div>
        </Facets>
        <div>
          <FilterChips chips={chips} />
          <SortAndMap loaded={loaded} />
          {found.items.length > 0 ? <VacancyList items={found.items} /> : <NothingFound loaded={loaded} />}
          {found.items.length > 0 ? (
            <Pager shown={found.shown} total={found.total} first={links.first} next={links.next} />
          ) : null}
          {found.total < total ? <p className="note mt4">{words.ranked(text(found.total))}</p> : null}
          <SaveSearch link={links.saved} />
        </div>
      </div>
      <section className="sec" id="kaart" aria-labelledby="kaart-t">
        <h2 id="kaart-t">{words.mapTitle}</h2>
        <p>{words.map}</p>
        <RegionTiles tiles={tiles} unit="vacancies" label={words.mapLabel} />
      </section>
    </div>
  )
}

function SortAndMap({ loaded: { sort, links, hasProfile, mine } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = vacanciesWords[language]
  return (
    <div className="row between mb4">
      {hasProfile || mine ? (
        <nav className="row" aria-label={words.sortLabel}>
          <span className="note">{searchWords[language].sort}</span>
          <span className="view">
            <Link to={links.newest} aria-current={sort === 'new' ? 'true' : undefined} preventScrollReset>
              {words.sortNew}
            </Link>
            <Link to={links.fit} aria-current={sort === 'fit' ? 'true' : undefined} preventScrollReset>
              {words.sortFit}
            </Link>
          </span>
        </nav>
      ) : (
        <p className="note bare">
          <Link to={pathTo('profile', language)}>{words.sayWhatYouCan}</Link> {words.sayWhatYouCanNote}
        </p>
      )}
      <a href="#kaart">{words.toMap}</a>
    </div>
  )
}

function NothingFound({ loaded: { mine, way } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = vacanciesWords[language]
  if (mine && !way) {
    return (
      <EmptyState
        title={words.noneMineTitle}
        actions={
          <Link className="btn btn-2" to={pathTo('doors', language)}>
            {words.noneMine}
          </Link>
        }
      />
    )
  }
  return (
    <EmptyState
      title={words.noneTitle}
      actions={
        way ? (
          <Link className="btn btn-2" to={way.href}>
            {words.wayOutAction(numberText(way.count, language))}
          </Link>
        ) : (
          <Link className="btn btn-2" to={pathTo('vacancies', language)}>
            {searchWords[language].clear}
          </Link>
        )
      }
    >
      <p>{way ? words.wayOut(way.label) : words.none}</p>
    </EmptyState>
  )
}
