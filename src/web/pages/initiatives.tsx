import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { initiativeAudiences, initiativeKinds, pillars } from '../../modules/initiatives/index.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Facets, FilterChips } from '../components/facets/facets.tsx'
import { InitiativeList } from '../components/initiative-list/initiative-list.tsx'
import { SaveSearch } from '../components/save-search/save-search.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { initiativeGroups, initiativeParams } from '../search/initiative-search.ts'
import { chipsOf, readSearch, searchLink, without } from '../search/query.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { numberText } from '../words/format.ts'
import { initiativesWords } from '../words/initiatives.ts'
import { searchWords } from '../words/search.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { modules, origin } = context.get(siteContext)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const words = initiativesWords[language]
  const path = pathTo('initiatives', language)
  const search = readSearch(url.searchParams, initiativeParams)
  const one = (name: string): string | undefined => search[name]?.[0]
  const filter = {
    text: one('text'),
    audience: initiativeAudiences.find((value) => value === one('audience')),
    region: modules.regions.find(one('region') ?? '')?.code,
    pillar: pillars.find((value) => String(value) === one('pillar')),
    kind: initiativeKinds.find((value) => value === one('kind')),
  }
  const regionName = (code: string): string => modules.regions.find(code)?.name ?? code
  const groups = initiativeGroups(filter, modules.initiatives.facets(filter), regionName, language)
  return {
    items: modules.initiatives.list(filter).map(({ id, name, kind, what, audiences, regions: { value } }) => ({
      id,
      name: name[language],
      kind,
      what: what.value?.[language],
      audiences,
      regions: value === null ? undefined : value === 'nationwide' ? value : value.map(regionName),
    })),
    groups,
    text: filter.text ?? '',
    chips: [
      ...(filter.text === undefined
        ? []
        : [{ label: words.textChip(filter.text), href: searchLink(path, without(search, 'text')) }]),
      ...chipsOf(search, groups, path),
    ],
    saved: origin + searchLink(path, search),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof initiativesWords)['nl']

export const meta = pageMeta<Words, Loaded>(
  initiativesWords,
  (words, loaded, language) => (loaded ? heading(words, loaded.items.length, (n) => numberText(n, language)) : words.name),
  (words) => words.description,
)

function heading(words: Words, total: number, count: (n: number) => string): string {
  return total === 1 ? words.titleOne : words.title(count(total))
}

export default function InitiativesPage() {
  const { items, groups, text, chips, saved } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = initiativesWords[language]
  const here = pathTo('initiatives', language)
  return (
    <div className="wrap">
      <div className="head">
        <h1>{heading(words, items.length, (n) => numberText(n, language))}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="g-facet">
        <Facets action={here} groups={groups} chosen={chips.length}>
          <div className="field mb4">
            <label className="label" htmlFor="i-text">
              {words.text}
            </label>
            <input className="input" id="i-text" name="text" maxLength={200} defaultValue={text} key={text} />
          </div>
        </Facets>
        <div>
          <FilterChips chips={chips} />
          {items.length > 0 ? (
            <InitiativeList items={items} />
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
          <SaveSearch link={saved} />
        </div>
      </div>
    </div>
  )
}
