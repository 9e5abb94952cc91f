import { type ReactNode, useEffect, useRef } from 'react'
import {
  data,
  isRouteErrorResponse,
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import { actorOf } from './actor.ts'
import { siteContext } from './context.ts'
import { type Theme, themeOf } from './cookies.ts'
import icon from './icon.svg?url'
import { pageErrorOf } from './page-errors.ts'
import { languageOfPath, type Page, pathTo } from './paths.ts'
import { DemoBanner } from './shell/demo-banner.tsx'
import { ErrorPage } from './shell/error-page.tsx'
import { LanguageLinks } from './shell/language-links.tsx'
import { SiteFooter } from './shell/site-footer.tsx'
import { SiteHeader } from './shell/site-header.tsx'
import './styles/site.css'
import { shellWords } from './words/shell.ts'

export function links() {
  return [{ rel: 'icon', href: icon, type: 'image/svg+xml' }]
}

export async function loader({ request, context }: LoaderFunctionArgs): Promise<{
  readonly isDemo: boolean
  readonly isSignedIn: boolean
  readonly theme: Theme
  readonly origin: string
}> {
  const site = context.get(siteContext)
  const { modules, origin, refused } = site
  if (refused !== undefined) throw data(null, { status: refused })
  const isSignedIn = (await actorOf(site, request)).kind === 'account'
  return { isDemo: await modules.demo.isDemo(), isSignedIn, theme: themeOf(request), origin }
}

export function Layout({ children }: { readonly children: ReactNode }) {
  // Undefined where this very loader failed: then without banner and with the system's colours.
  const data = useRouteLoaderData<typeof loader>('root')
  const { pathname, search } = useLocation()
  const language = languageOfPath(pathname)
  const other = useOtherLanguagePath()
  // Null on a page without an error.
  const isError = (useRouteError() ?? undefined) !== undefined
  const otherPath = other === undefined ? pathTo('home', language === 'nl' ? 'en' : 'nl') : `${other}${search}`
  return (
    <html lang={language} data-theme={data?.theme === 'system' ? undefined : data?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {data?.isDemo ? <meta name="robots" content="noindex" /> : null}
        <Meta />
        {data && other && !isError ? (
          <LanguageLinks origin={data.origin} language={language} here={pathname} there={other} />
        ) : null}
        <Links />
      </head>
      <body>
        <a className="skip" href="#inhoud">
          {shellWords[language].skip}
        </a>
        <SiteHeader otherPath={otherPath} isSignedIn={data?.isSignedIn ?? false} />
        {data?.isDemo ? <DemoBanner /> : null}
        <main id="inhoud" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter otherPath={otherPath} here={`${pathname}${search}`} />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

/** The same page in the other language; undefined where this is no page of ours. */
function useOtherLanguagePath(): string | undefined {
  const { pathname } = useLocation()
  const match = useMatches().at(-1)
  const [page, language] = (match?.id ?? '').split('.')
  const other = languageOfPath(pathname) === 'nl' ? 'en' : 'nl'
  if (page === undefined || (language !== 'nl' && language !== 'en')) return undefined
  return pathTo(page as Page, other, match?.params)
}

export default function Root() {
  useFocusOnNewPage()
  return <Outlet />
}

/** With a script pages change in place: who cannot see that must be taken to the new one, as a browser does without a script. */
function useFocusOnNewPage(): void {
  const { pathname, hash } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (hash === '') document.getElementById('inhoud')?.focus({ preventScroll: true })
  }, [pathname, hash])
}

export function ErrorBoundary({ error }: { readonly error: unknown }) {
  const isOffline = typeof navigator !== 'undefined' && navigator.onLine === false
  return <ErrorPage error={pageErrorOf(error)} isOffline={isOffline && !isRouteErrorResponse(error)} />
}
