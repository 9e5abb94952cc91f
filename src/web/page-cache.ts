import { languages, type Page, pages, pageUrl, pathTo } from './paths.ts'

/**
 * Public pages as they were last made for somebody without any cookie: the same for everybody who comes without one, so they are made once and kept
 * for as long as the data stays the same, and no longer than a minute (what does not raise a revision, as how often an employer answers, may be so old).
 * What depends on a token, a form or a person is never here: the list below is all there is.
 */
export interface PageCache {
  /** The kept answer with this nonce, or the one that `make` gives, which is then kept where it may be. */
  answer(request: Request, nonce: string, make: () => Promise<Response>): Promise<Response>
}

export interface PageCacheParts {
  readonly clock: { now(): number }
  /** Another text whenever the data that pages show may be another. */
  readonly dataVersion: () => Promise<string>
  readonly mostBytes?: number
}

const keptPages: readonly Page[] = [
  'home',
  'vacancies',
  'vacancy',
  'programmes',
  'programme',
  'occupations',
  'occupation',
  'initiatives',
  'initiative',
  'algorithm',
  'howItWorks',
  'dataUse',
  'sources',
  'accessibility',
]
const longestMs = 60_000
const mostBytesKept = 64_000_000
/** Of a filter that somebody made up there may be any number: what is longer is made anew. */
const longestAddress = 300

const keptPaths = keptPages.flatMap((page) =>
  languages.map((language) => new RegExp(`^${pathTo(page, language, paramsOf(page)).replaceAll('~any~', '[^/]+')}$`)),
)

function paramsOf(page: Page): Record<string, string> {
  return Object.fromEntries([...pages[page].nl.matchAll(/:(\w+)/g)].map(([, name]) => [name as string, '~any~']))
}

interface Kept {
  readonly version: string
  readonly madeAt: number
  readonly headers: readonly (readonly [string, string])[]
  /** The text between the places where the nonce stood. */
  readonly parts: readonly string[]
  readonly bytes: number
}

export function createPageCache({ clock, dataVersion, mostBytes = mostBytesKept }: PageCacheParts): PageCache {
  // In order of last use: the first goes first.
  const kept = new Map<string, Kept>()
  let bytes = 0

  function drop(key: string): void {
    bytes -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }

  function keep(key: string, page: Kept): void {
    drop(key)
    if (page.bytes > mostBytes / 10) return
    kept.set(key, page)
    bytes += page.bytes
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) break
      drop(oldest)
    }
  }

  return {
    async answer(request, nonce, make) {
      if (!mayBeKept(request)) return make()
      const version = await dataVersion()
      const key = request.url
      const found = kept.get(key)
      const now = clock.now()
      if (found && found.version === version && now >= found.madeAt && now - found.madeAt < longestMs) {
        kept.delete(key)
        kept.set(key, found)
        return new Response(found.parts.join(nonce), { headers: found.headers as [string, string][] })
      }
      const response = await make()
      if (response.status !== 200 || response.headers.has('set-cookie')) return response
      const text = await response.text()
      const headers = [...response.headers]
      keep(key, { version, madeAt: now, headers, parts: text.split(nonce), bytes: 2 * text.length + 2 * key.length })
      return new Response(text, { headers })
    },
  }
}

function mayBeKept(request: Request): boolean {
  if (request.method !== 'GET' || request.headers.has('cookie') || request.headers.has('authorization')) return false
  if (request.url.length > longestAddress) return false
  const { pathname } = pageUrl(request)
  return keptPaths.some((path) => path.test(pathname))
}
