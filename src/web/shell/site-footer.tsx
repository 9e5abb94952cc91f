import { Link } from 'react-router'
import { type Page, pages, pathTo } from '../paths.ts'
import { shellWords } from '../words/shell.ts'
import { useLanguage } from '../words/use-words.ts'

export function SiteFooter({ otherPath, here }: { readonly otherPath: string; readonly here: string }) {
  const language = useLanguage()
  const words = shellWords[language]
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <footer className="foot">
      <div className="wrap cols">
        <div>
          <h2>{words.helpTitle}</h2>
          <p>{words.help}</p>
        </div>
        <div>
          <h2>{words.findTitle}</h2>
          <ul>
            <PageLinks titles={words.find} />
          </ul>
        </div>
        <div>
          <h2>{words.aboutTitle}</h2>
          <ul>
            <PageLinks titles={words.about} />
            <li>
              <a href="/api/v1/openapi.json">{words.api}</a>
            </li>
          </ul>
        </div>
        <div>
          <h2>{words.displayTitle}</h2>
          <ul>
            <li>
              <Link to={otherPath} lang={other} hrefLang={other}>
                {words.otherLanguage}
              </Link>
            </li>
            <li>
              <Link to={`${pathTo('display', language)}?${new URLSearchParams({ back: here })}`}>{words.display}</Link>
            </li>
          </ul>
        </div>
      </div>
    </footer>
  )
}

/** A link to each of these pages that this site has. */
function PageLinks({ titles }: { readonly titles: Readonly<Record<string, string>> }) {
  const language = useLanguage()
  return Object.entries(titles)
    .filter((entry): entry is [Page, string] => Object.hasOwn(pages, entry[0]))
    .map(([page, title]) => (
      <li key={page}>
        <Link to={pathTo(page, language)}>{title}</Link>
      </li>
    ))
}
