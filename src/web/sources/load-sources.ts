import type { LoaderFunctionArgs } from 'react-router'
import type { Language } from '../../modules/skills/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'

/** One source with all that a reader needs to credit or to check it, in one language. */
export interface ShownDataSource {
  readonly id: string
  readonly name: string
  readonly gives: string
  readonly publisher?: string | undefined
  readonly url?: string | undefined
  readonly edition?: string | undefined
  readonly licence: string
  readonly licenceUrl?: string | undefined
  readonly attribution?: string | undefined
  readonly checkedOn: string
  readonly certainty?: string | undefined
}

/** Where records of one kind came from: how many, and the newest day among them. */
export interface HeldFrom {
  readonly source: string
  readonly isDemo: boolean
  readonly count: number
  readonly last?: string
}

interface Held {
  readonly source: string
  readonly demo: boolean
  readonly count: number
  readonly last?: string
}

const runsLookedAt = 200

/** All sources: what the record holds now and from whom, and what comes with the program. */
export async function loadSources({ request, context }: LoaderFunctionArgs) {
  const { modules, contactEmail } = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const [resident, rules, runs, held] = await Promise.all([
    modules.residents.current(),
    modules.rules.all(),
    modules.imports.list(runsLookedAt),
    modules.vacancies.countBySource(),
  ])
  const sources = modules.sources.list()
  const versions = readVersions(resident.catalogue.version)
  return {
    contactEmail,
    today: resident.today,
    taxonomies: versions.map(({ scheme, version }) => {
      const source = sources.find((one) => one.scheme === scheme)
      return {
        scheme,
        version,
        name: source?.name[language] ?? scheme,
        licence: source?.licence[language],
        licenceUrl: source?.licenceUrl,
        attribution: source?.attribution,
      }
    }),
    vacancies: heldBySource(held),
    programmes: heldBySource([...resident.programmes.values()].map(({ source, demo }) => ({ source, demo, count: 1 }))),
    imports: lastOfEachKind(runs),
    sources: sources.map((one): ShownDataSource => {
      const { id, publisher, url, edition, licenceUrl, attribution, checkedOn, certainty } = one
      const said = { name: one.name[language], gives: one.gives[language], licence: one.licence[language] }
      return { id, publisher, url, edition, licenceUrl, attribution, checkedOn, certainty, ...said }
    }),
    codes: modules.sources.codeLists(),
    rules: rulesBySource(rules, language),
    initiatives: modules.initiatives
      .sources()
      .map(({ id, title, url, language: of, published, seenOn }) => ({ id, title: title[language], url, of, published, seenOn })),
  }
}

/** `schakel 1, esco 1.1.1`: each taxonomy with its version. */
export function readVersions(version: string): { readonly scheme: string; readonly version: string }[] {
  return version.split(', ').flatMap((one) => {
    const space = one.indexOf(' ')
    return space > 0 ? [{ scheme: one.slice(0, space), version: one.slice(space + 1) }] : []
  })
}

/** Most first. What is made up is one row, whatever it is called. */
export function heldBySource(records: Iterable<Held>): HeldFrom[] {
  const rows = new Map<string, { source: string; isDemo: boolean; count: number; last?: string }>()
  for (const { source, demo, count, last } of records) {
    const key = demo ? 'demo ' : `real ${source}`
    const row = rows.get(key) ?? { source, isDemo: demo, count: 0 }
    row.count += count
    if (last !== undefined && last > (row.last ?? '')) row.last = last
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1))
}

/** The day on which each kind of import last ended well. Names of files stay out: they can be those of the host. */
function lastOfEachKind(
  runs: readonly { readonly kind: string; readonly status: string; readonly endedAt?: string }[],
): { readonly kind: string; readonly on: string }[] {
  const last = new Map<string, string>()
  for (const { kind, status, endedAt } of runs) {
    if (status === 'done' && endedAt !== undefined && endedAt > (last.get(kind) ?? '')) last.set(kind, endedAt)
  }
  return [...last].map(([kind, endedAt]) => ({ kind, on: endedAt.slice(0, 10) })).sort((a, b) => (a.on < b.on ? 1 : -1))
}

interface RuleGiven {
  readonly id: string
  readonly title: Readonly<Record<Language, string>>
  readonly source: string
  readonly sourceUrl?: string | undefined
  readonly checkedOn: string
  readonly certainty: string
}

/** One row for each source, with the rules that rest on it. */
function rulesBySource(rules: readonly RuleGiven[], language: Language) {
  const groups = Map.groupBy(rules, ({ source, checkedOn, certainty }) => `${source} ${checkedOn} ${certainty}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { source, sourceUrl, checkedOn, certainty } = first
    return [{ source, sourceUrl, checkedOn, certainty, titles: [...new Set(group.map(({ title }) => title[language]))] }]
  })
}

export type LoadedSources = Awaited<ReturnType<typeof loadSources>>
