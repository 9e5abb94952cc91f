/** Bad requests to the pages: addresses, searches, forms and cookies. */
import type { Dice } from '../../benchmarks/dice.ts'
import { languages, type Page, pages } from '../../src/web/paths.ts'
import { formBody } from './form-bodies.ts'
import { nastyCookie, nastyHeaders } from './header-values.ts'
import type { HostileRequest, MakeRequest } from './hostile-case.ts'
import { nastyText } from './nasty-texts.ts'
import { nastySegment, queryPart } from './url-parts.ts'

/** Every parameter that some page reads; which reads which does not matter here. */
const parameters: readonly string[] = [
  ...[
    'text',
    'occupation',
    'region',
    'band',
    'pay',
    'home',
    'contract',
    'employer',
    'speaks',
    'diploma',
    'mine',
    'sort',
    'page',
    'after',
  ],
  ...[
    'skill',
    'form',
    'price',
    'load',
    'start',
    'language',
    'job',
    'ask',
    'view',
    'goal',
    'prefer',
    'from',
    'back',
    'erased',
    'kind',
  ],
  ...[
    'own',
    'weeks',
    'study',
    'travel',
    'hours',
    'wage',
    'licence',
    'conduct',
    'vacancy',
    'edit',
    'audience',
    'pillar',
    '_routes',
    'index',
    '__proto__',
  ],
]

/** Ids that exist, so that a page with something on it is asked too. */
export interface KnownIds {
  readonly vacancy: string
  readonly programme: string
  readonly occupation: string
  readonly initiative: string
  readonly plan: string
}

const formPages: readonly Page[] = [
  'profile',
  'cv',
  'display',
  'profile',
  'plans',
  'vacancies',
  'yourData',
  'vacancyCheck',
  'vacancyCheck',
]

export function pageRequests(ids: KnownIds): MakeRequest {
  return (dice) => {
    const request = dice.chance(0.35) ? form(dice, ids) : dice.chance(0.15) ? oddPath(dice) : search(dice, ids)
    const headers = {
      ...request.headers,
      ...(dice.chance(0.2) ? { cookie: nastyCookie(dice) } : {}),
      ...(dice.chance(0.1) ? nastyHeaders(dice) : {}),
    }
    return { ...request, headers }
  }
}

function search(dice: Dice, ids: KnownIds): HostileRequest {
  const parts = dice.several(parameters, 1 + dice.below(5)).map((name) => queryPart(dice, name))
  return {
    method: dice.chance(0.05) ? 'HEAD' : 'GET',
    url: `${pathOf(dice, dice.pick(Object.keys(pages) as Page[]), ids)}${data(dice)}?${parts.join('&')}`,
  }
}

function form(dice: Dice, ids: KnownIds): HostileRequest {
  const method = dice.chance(0.1) ? dice.pick(['PUT', 'DELETE', 'PATCH'] as const) : 'POST'
  return { method, url: `${pathOf(dice, dice.pick(formPages), ids)}${data(dice)}`, ...formBody(dice) }
}

function pathOf(dice: Dice, page: Page, ids: KnownIds): string {
  const path = pages[page][dice.pick(languages)].replace(/:(\w+)/g, (_, name: string) =>
    dice.chance(0.5) ? nastySegment(dice) : encodeURIComponent(ids[name as keyof KnownIds] ?? nastyText(dice).toWellFormed()),
  )
  return `/${dice.pick(languages)}${path === '' ? '' : `/${path}`}`
}

/** As the router's script asks for a page. */
const data = (dice: Dice): string => (dice.chance(0.1) ? '.data' : '')

const oddRoots: readonly string[] = [
  '/',
  '/nl/',
  '/en/vacancies/',
  '/assets/',
  '/sitemaps/',
  '/api/v1/',
  '/api/',
  '/nl/routes/',
  '/xx/',
]

function oddPath(dice: Dice): HostileRequest {
  const method = dice.pick(['GET', 'GET', 'POST', 'HEAD', 'OPTIONS', 'DELETE'] as const)
  return { method, url: `${dice.pick(oddRoots)}${nastySegment(dice)}${dice.chance(0.3) ? `/${nastySegment(dice)}` : ''}` }
}
