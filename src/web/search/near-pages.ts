import { data } from 'react-router'
import { editDistance, fold } from '../../engine/text/index.ts'
import type { SiteContext } from '../context.ts'
import type { NearPages } from '../page-errors.ts'
import { languageOfPath, languages, type Page, pages, pageUrl, pathTo } from '../paths.ts'
import { searchLink } from './query.ts'

const mostWords = 6
const shortestWord = 3
const longestWord = 40
const mostOfAKind = 3
const mostPages = 3
/** Words that say what sort of page it is, not what it is about: also forms that no address of ours has. */
const plainWords: ReadonlySet<string> = new Set([
  ...['vacature', 'vacancy', 'job', 'jobs', 'baan', 'banen', 'opleiding', 'cursus', 'course', 'programme', 'route'],
  ...['beroep', 'occupation', 'initiatief', 'initiative', 'index', 'html', 'php', 'www', 'page', 'pagina'],
])

/**
 * The answer to an address that leads nowhere: status 404, with pages that are close by the words of the address. Without the record it is
 * the same answer without those.
 */
export async function lostPage(site: SiteContext, request: Request) {
  const { pathname } = pageUrl(request)
  const near = await nearPages(site, pathname).catch(() => ({ pages: closePages(wordsOf(pathname)) }))
  return data({ near }, { status: 404 })
}

async function nearPages({ modules }: SiteContext, pathname: string): Promise<NearPages> {
  const language = languageOfPath(pathname)
  const all = wordsOf(pathname)
  const sorts = sortWords()
  const about = all.filter((word) => !sorts.has(word) && !plainWords.has(word))
  const found = { pages: closePages(all) }
  if (about.length === 0) return found
  const text = about.join(' ')
  const [occupations, programmes, vacancies] = await Promise.all([
    modules.occupations.list({ language, text }),
    modules.trainings.listProgrammes({ text, limit: mostOfAKind }),
    modules.vacancies.count({ text }),
  ])
  return {
    ...found,
    text,
    occupations: occupations.slice(0, mostOfAKind).map(({ label, slug }) => ({
      title: label,
      href: pathTo('occupation', language, { occupation: slug }),
    })),
    programmes: programmes.items.map(({ id, title }) => ({
      title: title[language],
      href: pathTo('programme', language, { programme: id }),
    })),
    initiatives: modules.initiatives
      .list({ text })
      .slice(0, mostOfAKind)
      .map(({ id, name }) => ({ title: name[language], href: pathTo('initiative', language, { initiative: id }) })),
    ...(vacancies === 0
      ? {}
      : { vacancies: { count: vacancies, href: searchLink(pathTo('vacancies', language), { text: [text] }) } }),
  }
}

/** The words of an address: without the language, numbers, ids and what is too short or long to mean something. */
export function wordsOf(pathname: string): string[] {
  const words = fold(decoded(pathname))
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word.length >= shortestWord && word.length <= longestWord && !/\d{3}/.test(word))
  return [...new Set(words)].slice(0, mostWords)
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

/** Every word of the addresses of pages, in both languages. */
function sortWords(): ReadonlySet<string> {
  return new Set(
    languages.flatMap((language) => Object.values(pages).flatMap((one) => wordsOf(one[language].replace(/:\w+/g, '')))),
  )
}

/** Pages whose address has a word that is nearly one of these: nearest first. */
export function closePages(words: readonly string[]): NearPages['pages'] {
  const close = languages.flatMap((language) =>
    (Object.keys(pages) as Page[]).flatMap((page) => {
      const path = pages[page][language]
      if (path === '' || path.includes(':')) return []
      const distance = Math.min(...wordsOf(path).flatMap((known) => words.map((word) => distanceOf(word, known))))
      return distance === Number.POSITIVE_INFINITY ? [] : [{ page, language, distance }]
    }),
  )
  const best = close.sort((a, b) => a.distance - b.distance)
  const seen = new Set<Page>()
  return best
    .filter(({ page }) => !seen.has(page) && seen.add(page))
    .slice(0, mostPages)
    .map(({ page, language }) => ({ page, language }))
}

/** Letters that differ: at most one in four; none of a short word. */
function distanceOf(word: string, known: string): number {
  const limit = Math.min(2, Math.floor(known.length / 4))
  const distance = editDistance(word, known, limit)
  return distance > limit ? Number.POSITIVE_INFINITY : distance
}
