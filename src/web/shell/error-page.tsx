import { Link, useLocation } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { pathTo } from '../paths.ts'
import { shellWords } from '../words/shell.ts'
import { useLanguage } from '../words/use-words.ts'

/** A page that is not there, or that failed: always with a next step. */
export function ErrorPage({ status }: { readonly status: number }) {
  const language = useLanguage()
  const words = shellWords[language]
  const { pathname, search } = useLocation()
  if (status === 404 || status === 400) {
    return (
      <div className="wrap">
        <title>{`${words.lostTitle} | Schakel`}</title>
        <div className="card card-ink lost">
          <p className="eyebrow">{words.lostEyebrow}</p>
          <div className="grid g2">
            <div>
              <h1>{words.lostTitle}</h1>
              <p>{words.lost}</p>
              <p className="row">
                <Link className="btn" to={pathTo('plans', language)}>
                  {words.toRoutes}
                </Link>
                <Link className="btn btn-3" to={pathTo('home', language)}>
                  {words.toStart}
                </Link>
              </p>
            </div>
            <div className="empty bareempty" aria-hidden="true">
              <div className="dead">
                <i className="o" />
                <i className="t" />
                <i className="x" />
                <i className="d" />
              </div>
            </div>
          </div>
        </div>
      </div>
    )
  }
  return (
    <div className="wrap">
      <title>{`${words.wrongTitle} | Schakel`}</title>
      <div className="alert a-error lost">
        <Icon name="stop" />
        <div>
          <h1 className="h3">{words.wrongTitle}</h1>
          <p>
            {words.wrong} <a href={`${pathname}${search}`}>{words.tryAgain}</a>
          </p>
        </div>
      </div>
    </div>
  )
}
