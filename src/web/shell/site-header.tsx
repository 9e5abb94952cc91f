import { Link, useLocation } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { type Page, pathTo } from '../paths.ts'
import { shellWords } from '../words/shell.ts'
import { useLanguage } from '../words/use-words.ts'

const navigation: readonly (keyof (typeof shellWords)['nl']['nav'] & Page)[] = [
  'profile',
  'doors',
  'plans',
  'vacancies',
  'vacancyCheck',
  'programmes',
  'occupations',
]

export function SiteHeader({ otherPath, isSignedIn }: { readonly otherPath: string; readonly isSignedIn: boolean }) {
  const language = useLanguage()
  const words = shellWords[language]
  const { pathname } = useLocation()
  const links = navigation.map((page) => {
    const path = pathTo(page, language)
    const isHere = pathname === path || pathname.startsWith(`${path}/`)
    return (
      <Link key={page} to={path} aria-current={isHere ? 'page' : undefined}>
        {words.nav[page]}
      </Link>
    )
  })
  const other = language === 'nl' ? 'en' : 'nl'
  const switchLink = (
    <Link to={otherPath} lang={other} hrefLang={other}>
      {words.otherLanguage}
    </Link>
  )
  const own: Page = isSignedIn ? 'myDesk' : 'signIn'
  const ownPath = pathTo(own, language)
  const ownLink = (
    <Link to={ownPath} aria-current={pathname === ownPath ? 'page' : undefined}>
      {isSignedIn ? words.mine : words.signIn}
    </Link>
  )
  return (
    <header className="top">
      <div className="wrap">
        <Link className="logo" to={pathTo('home', language)}>
          <svg viewBox="0 0 46 26" aria-hidden="true" fill="none" strokeWidth="5">
            <path className="b" d="M20 3h-7a10 10 0 0 0 0 20h7a10 10 0 0 0 10-10" />
            <path className="a" d="M26 23h7a10 10 0 0 0 0-20h-7a10 10 0 0 0-10 10" />
          </svg>
          <span>Schakel</span>
        </Link>
        <nav className="nav" aria-label={words.mainMenu}>
          {links}
        </nav>
        <div className="lang">
          {switchLink}
          {ownLink}
        </div>
        {/* A details element: the menu opens without a script. */}
        <details className="menubox menu" key={pathname}>
          <summary className="btn btn-2 btn-s">
            <Icon name="menu" />
            {words.menu}
          </summary>
          <nav aria-label={words.mainMenu}>
            {links}
            {ownLink}
            {switchLink}
          </nav>
        </details>
      </div>
    </header>
  )
}
