import { slugOf } from '../../modules/occupations/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { SiteContext } from '../context.ts'
import { languages, type Page, pages, pathTo } from '../paths.ts'

/** Addresses that differ per person, or hold nothing to find: search engines need not look at them. */
export const personalPages: readonly Page[] = [
  'profile',
  'cv',
  'doors',
  'plans',
  'plan',
  'whyNot',
  'yourData',
  'display',
  'orgInvitation',
  'orgDomain',
  'orgDetails',
  'orgPeople',
  'orgKeys',
  'heldCredentials',
  'trainingRegister',
  'orgOnboarding',
  'admin',
  'mailOutbox',
  'unsubscribe',
  'signIn',
  'signInOpen',
  'signInChoice',
  'account',
  'myDesk',
  'needs',
  'chooseCohorts',
  'guides',
  'teachingOutcomes',
  'kitDesk',
  'kitEdit',
  'kitCopy',
  'riskCases',
  'riskCase',
  'riskPart',
]

/** A sitemap may hold 50,000 addresses; each page of ours has one in both languages. */
const mostPerPart = 10_000

/** One page of the site: the same in both languages. */
interface Entry {
  readonly page: Page
  readonly params?: Readonly<Record<string, string>>
  readonly changed?: string
}

type Part = readonly [name: string, entries: readonly Entry[]]

/** All public pages in parts that are small enough, by name. What is of the demo is left out: it is invented. */
export async function sitemapParts({ modules }: SiteContext): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const { programmes } = await modules.residents.current()
  const vacancies = await modules.vacancies.listReal()
  const occupations = await modules.occupations.list({ language: 'nl' })
  const whole = (Object.keys(pages) as Page[]).filter((page) => !personalPages.includes(page) && !pages[page].nl.includes(':'))
  return new Map<string, readonly Entry[]>([
    ['pages', whole.map((page) => ({ page }))],
    ...inParts(
      'occupations',
      occupations.map(({ id }) => ({ page: 'occupation', params: { occupation: slugOf(id) } })),
    ),
    ...inParts(
      'initiatives',
      modules.initiatives.list().map(({ id }) => ({ page: 'initiative', params: { initiative: id } })),
    ),
    ...inParts(
      'programmes',
      [...programmes.values()].filter(({ demo }) => !demo).map(({ id }) => ({ page: 'programme', params: { programme: id } })),
    ),
    ...inParts(
      'vacancies',
      vacancies.map(({ id, publishedOn }) => ({ page: 'vacancy', params: { vacancy: id }, changed: publishedOn })),
    ),
  ])
}

function inParts(name: string, entries: readonly Entry[]): Part[] {
  const parts: Part[] = []
  for (let from = 0; from < entries.length; from += mostPerPart)
    parts.push([`${name}-${parts.length + 1}`, entries.slice(from, from + mostPerPart)])
  return parts
}

/** The index: one line for each part. */
export function sitemapIndex(origin: string, names: Iterable<string>): string {
  const lines = [...names].map((name) => `<sitemap><loc>${xml(`${origin}/sitemaps/${name}.xml`)}</loc></sitemap>`)
  return `${xmlHead}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${lines.join('')}</sitemapindex>`
}

/** One part: every page in both languages, each naming the other. */
export function sitemapPart(origin: string, entries: readonly Entry[]): string {
  const address = ({ page, params }: Entry, language: Language): string => xml(origin + pathTo(page, language, params))
  const urls = entries.flatMap((entry) => {
    const others = languages
      .map((one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${address(entry, one)}"/>`)
      .join('')
    const changed = entry.changed === undefined ? '' : `<lastmod>${xml(entry.changed)}</lastmod>`
    return languages.map((language) => `<url><loc>${address(entry, language)}</loc>${changed}${others}</url>`)
  })
  return `${xmlHead}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>`
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>'

function xml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** What search engines may look at: all but the pages about a person and the API. */
export function robotsText(origin: string): string {
  // A star stands for any one of them, as robots read it.
  const any = { plan: '*', vacancy: '*', organisation: '*' }
  const shut = personalPages.flatMap((page) => languages.map((language) => `Disallow: ${pathTo(page, language, any)}`))
  return ['User-agent: *', ...shut, 'Disallow: /api/', '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')
}
