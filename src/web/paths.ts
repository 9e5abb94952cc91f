import type { Language } from '../modules/skills/index.ts'

/**
 * Every page and its address: the language first, then words in that language (`/nl/zo-rekent-schakel`,
 * `/en/how-schakel-works`). `/` leads to the language of the browser. Parts with a colon are filled in by `pathTo`.
 */
export const pages = {
  home: { nl: '', en: '' },
  profile: { nl: 'profiel', en: 'profile' },
  cv: { nl: 'profiel/cv', en: 'profile/cv' },
  doors: { nl: 'cursussen', en: 'courses' },
  plans: { nl: 'routes', en: 'routes' },
  plan: { nl: 'routes/:plan', en: 'routes/:plan' },
  vacancies: { nl: 'vacatures', en: 'vacancies' },
  vacancy: { nl: 'vacatures/:vacancy', en: 'vacancies/:vacancy' },
  whyNot: { nl: 'vacatures/:vacancy/waarom-niet', en: 'vacancies/:vacancy/why-not' },
  vacancyCheck: { nl: 'vacature-check', en: 'vacancy-check' },
  programmes: { nl: 'opleidingen', en: 'programmes' },
  programme: { nl: 'opleidingen/:programme', en: 'programmes/:programme' },
  occupations: { nl: 'beroepen', en: 'occupations' },
  occupation: { nl: 'beroepen/:occupation', en: 'occupations/:occupation' },
  initiatives: { nl: 'initiatieven', en: 'initiatives' },
  initiative: { nl: 'initiatieven/:initiative', en: 'initiatives/:initiative' },
  howItWorks: { nl: 'zo-rekent-schakel', en: 'how-schakel-works' },
  yourData: { nl: 'jouw-gegevens', en: 'your-data' },
  dataUse: { nl: 'wat-wij-met-gegevens-doen', en: 'data-use' },
  sources: { nl: 'bronnen', en: 'sources' },
  accessibility: { nl: 'toegankelijkheid', en: 'accessibility' },
  parts: { nl: 'onderdelen', en: 'components' },
  display: { nl: 'weergave', en: 'display' },
} as const satisfies Record<string, Record<Language, string>>

export type Page = keyof typeof pages

export const languages: readonly Language[] = ['nl', 'en']

/** The address of a page; `params` fills in the parts with a colon and is encoded here. */
export function pathTo(page: Page, language: Language, params: Readonly<Record<string, string | undefined>> = {}): string {
  const path = pages[page][language].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return path === '' ? `/${language}` : `/${language}/${path}`
}

/** No page: what scripts ask for the sentences beside the sliders. Its query is that of the page they stand on. */
export const stepsPath = (language: Language): string => `/${language}/steps`

/** No pages: what scripts ask while somebody types a vacancy, and the vacancy as a file. */
export const liveCheckPath = (language: Language): string => `${pathTo('vacancyCheck', language)}/live`
export const vacancyFilePath = (language: Language, file: 'jobposting.json' | 'vacancy.txt' | ':file'): string =>
  `${pathTo('vacancyCheck', language)}/${file}`

export function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'nl'
}

/** A path of this site, safe to send somebody back to; anything else gives `otherwise`. */
export function safeReturn(path: FormDataEntryValue | null, otherwise: string): string {
  return typeof path === 'string' && /^\/(nl|en)(\/|\?|#|$)/.test(path) ? path : otherwise
}

/**
 * The address of the page that is asked. With a script the router asks for `/nl/profiel.data?_routes=...`: that is the same
 * page, and must lead to the same links and redirects.
 */
export function pageUrl(request: Request): URL {
  const url = new URL(request.url)
  url.pathname = url.pathname.replace(/(\/_root|\/_)?\.data$/, '') || '/'
  url.searchParams.delete('_routes')
  url.searchParams.delete('index')
  return url
}
