import { Link, useLocation } from 'react-router'
import { LostCard } from '../components/lost-card/lost-card.tsx'
import { NearPagesList } from '../components/near-pages/near-pages.tsx'
import type { PageError } from '../page-errors.ts'
import { type Page, pathTo } from '../paths.ts'
import { type ErrorKind, errorKindOf, errorWords } from '../words/errors.ts'
import { pageName } from '../words/page-names.ts'
import { useLanguage } from '../words/use-words.ts'

const searchPages: readonly Page[] = ['vacancies', 'programmes', 'occupations', 'initiatives']
/** Asking once more may help. */
const passing: readonly ErrorKind[] = ['tooMany', 'busy', 'failed', 'closed', 'offline']
/** Here a search leads on. */
const leadsOn: readonly ErrorKind[] = ['lost', 'gone']

/** A page that is not there, or that failed: always with a next step. Needs nothing from the record. */
export function ErrorPage({ error, isOffline = false }: { readonly error: PageError; readonly isOffline?: boolean }) {
  const language = useLanguage()
  const words = errorWords[language]
  const { pathname, search } = useLocation()
  const kind = isOffline ? 'offline' : error.isBusy ? 'busy' : errorKindOf(error.status)
  return (
    <div className="wrap">
      <title>{`${words.kinds[kind].title} | Schakel`}</title>
      <meta name="robots" content="noindex" />
      <LostCard
        kind={kind}
        reference={error.reference}
        actions={
          passing.includes(kind) ? (
            <>
              {/* A plain link: everything is asked anew. */}
              <a className="btn" href={`${pathname}${search}`}>
                {words.tryAgain}
              </a>
              <Link className="btn btn-3" to={pathTo('home', language)}>
                {words.toStart}
              </Link>
            </>
          ) : (
            <>
              <Link className="btn" to={pathTo('plans', language)}>
                {words.toRoutes}
              </Link>
              <Link className="btn btn-3" to={pathTo('home', language)}>
                {words.toStart}
              </Link>
            </>
          )
        }
      />
      {error.near ? <NearPagesList near={error.near} /> : null}
      {leadsOn.includes(kind) ? (
        <nav className="mt5" aria-labelledby="searchon">
          <h2 id="searchon" className="h3">
            {words.search}
          </h2>
          <ul className="row mt4 plain">
            {searchPages.map((page) => (
              <li key={page}>
                <Link className="btn btn-2" to={pathTo(page, language)}>
                  {pageName(page, language)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  )
}
