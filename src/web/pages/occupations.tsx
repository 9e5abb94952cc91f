import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { OccupationSummary } from '../../modules/occupations/index.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { readValue, searchLink } from '../search/query.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { numberText } from '../words/format.ts'
import { occupationsWords } from '../words/occupations.ts'
import { useLanguage } from '../words/use-words.ts'

const kinds = ['ict', 'other'] as const
type Kind = (typeof kinds)[number] | 'all'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { modules } = context.get(siteContext)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const text = readValue(url.searchParams, 'text')
  const asked = readValue(url.searchParams, 'kind')
  // Without a question the list holds ICT work; a word looks through everything.
  const kind: Kind = kinds.find((one) => one === asked) ?? (asked === 'all' || text !== undefined ? 'all' : 'ict')
  return {
    text: text ?? '',
    kind,
    items: await modules.occupations.list({ language, text, kind: kind === 'all' ? undefined : kind }),
  }
}

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof occupationsWords)['nl']

export const meta = pageMeta<Words, Loaded>(
  occupationsWords,
  (words, loaded, language) => (loaded ? heading(words, loaded, (n) => numberText(n, language)) : words.name),
  (words) => words.description,
)

function heading(words: Words, { items }: Loaded, count: (n: number) => string): string {
  return items.length === 1 ? words.titleOne : words.title(count(items.length))
}

export default function OccupationsPage() {
  const loaded = useLoaderData<typeof loader>()
  const { items, text, kind } = loaded
  const language = useLanguage()
  const words = occupationsWords[language]
  const here = pathTo('occupations', language)
  const link = (one: Kind): string => searchLink(here, { text: text ? [text] : [], kind: [one] })
  return (
    <div className="wrap">
      <div className="head">
        <h1>{heading(words, loaded, (n) => numberText(n, language))}</h1>
        <p className="lead">{kind === 'other' ? words.leadOther : words.lead}</p>
        <Form className="searchrow narrow mt4" role="search" action={here}>
          <div>
            <label className="label" htmlFor="o-text">
              {words.text}
            </label>
            <input className="input" id="o-text" name="text" type="search" maxLength={200} defaultValue={text} key={text} />
          </div>
          <button className="btn" type="submit">
            {words.search}
          </button>
        </Form>
        <nav className="view mt4 kinds" aria-label={words.kindLabel}>
          {([...kinds, 'all'] as const).map((one) => (
            <Link key={one} to={link(one)} aria-current={kind === one ? 'true' : undefined} preventScrollReset>
              {words.kinds[one]}
            </Link>
          ))}
        </nav>
      </div>
      {items.length > 0 ? (
        <OccupationList items={items} />
      ) : (
        <EmptyState
          title={words.noneTitle}
          actions={
            <Link className="btn btn-2" to={here}>
              {words.all}
            </Link>
          }
        >
          <p>{words.none}</p>
        </EmptyState>
      )}
    </div>
  )
}

function OccupationList({ items }: { readonly items: readonly OccupationSummary[] }) {
  const language = useLanguage()
  const words = occupationsWords[language]
  return (
    <ol className="jobs" aria-label={words.list}>
      {items.map(({ id, slug, label, description, openings, ict }) => (
        <li key={id}>
          <div className="stack-2">
            <h2 className="h3s">
              <Link to={pathTo('occupation', language, { occupation: slug })}>{label}</Link>
            </h2>
            {description ? <p className="small">{description}</p> : null}
          </div>
          <p className="small num">{ict || openings > 0 ? words.open(numberText(openings, language), openings) : words.from}</p>
        </li>
      ))}
    </ol>
  )
}
