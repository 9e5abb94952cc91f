import { Link } from 'react-router'
import type { NearPages } from '../../page-errors.ts'
import { pathTo } from '../../paths.ts'
import { errorWords } from '../../words/errors.ts'
import { numberText } from '../../words/format.ts'
import { pageName } from '../../words/page-names.ts'
import { useLanguage } from '../../words/use-words.ts'

interface Shown {
  readonly title: string
  readonly href: string
  readonly lang?: string
}

/** What is close to an address that leads nowhere; nothing where nothing is. */
export function NearPagesList({ near }: { readonly near: NearPages }) {
  const language = useLanguage()
  const words = errorWords[language]
  const { pages, text, occupations = [], programmes = [], initiatives = [], vacancies } = near
  const groups: { readonly title: string; readonly links: readonly Shown[] }[] = [
    {
      title: words.nearPages,
      links: pages.map((one) => ({
        title: pageName(one.page, one.language),
        href: pathTo(one.page, one.language),
        lang: one.language,
      })),
    },
    { title: words.nearOccupations, links: occupations },
    { title: words.nearProgrammes, links: programmes },
    { title: words.nearInitiatives, links: initiatives },
  ].filter(({ links }) => links.length > 0)
  if (groups.length === 0 && !vacancies) return null
  return (
    <section className="mt5" aria-labelledby="near">
      <h2 id="near" className="h3">
        {words.near}
      </h2>
      <div className="grid g2 mt4">
        {groups.map(({ title, links }) => (
          <div key={title}>
            <h3 className="h4">{title}</h3>
            <ul className="find">
              {links.map((link) => (
                <li key={link.href}>
                  <Link to={link.href} lang={link.lang === language ? undefined : link.lang}>
                    {link.title}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {vacancies ? (
        <p className="mt4">
          <Link className="btn btn-2" to={vacancies.href}>
            {words.nearVacancies(numberText(vacancies.count, language), vacancies.count === 1, text ?? '')}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
