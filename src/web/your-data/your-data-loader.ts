import type { LoaderFunctionArgs } from 'react-router'
import type { Consent, Purpose } from '../../modules/consents/index.ts'
import type { Seen } from '../../modules/decision-log/index.ts'
import type { Verification } from '../../modules/organisations/index.ts'
import type { Actor } from '../../modules/permissions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { nextDay, todayInAmsterdam } from '../../platform/index.ts'
import { actorOf } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { draftDays } from '../cookies.ts'
import { loadDraft } from '../draft.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { toldRows } from './told-rows.ts'

/** What somebody can agree to, as the page shows it. Days, not moments. */
export interface ShownPurpose {
  readonly purpose: Purpose
  readonly title: string
  readonly text: string
  readonly version: string
  readonly since?: string
}

export interface ShownOrganisation {
  readonly id: string
  readonly name: string
  readonly verification: Verification
}

export interface ShownAdviser extends ShownOrganisation {
  readonly since: string
  readonly until?: string
  /** The number by which these advisers know the person: of the page that both read. */
  readonly handle?: string
}

/** A yes of before, or of now. */
export interface ShownConsent {
  readonly key: string
  readonly purpose: Purpose
  readonly organisation?: string
  readonly from: string
  /** Left out: it still holds. */
  readonly ended?: string
  readonly version: string
}

/** What only somebody with an account has. */
export interface OwnData {
  readonly contact: readonly string[]
  readonly hasName: boolean
  readonly seen: readonly Seen[]
  readonly seenLately: { readonly organisations: number; readonly times: number }
  readonly plans: number
  readonly introductions: { readonly all: number; readonly open: number }
  readonly isFound: boolean
  readonly purposes: readonly ShownPurpose[]
  readonly adviser: ShownPurpose
  readonly advisers: readonly ShownAdviser[]
  readonly choices: readonly ShownOrganisation[]
  readonly days: { readonly first: string; readonly preset: string; readonly last: string }
  readonly history: readonly ShownConsent[]
}

export const doneOf = ['consents', 'adviser', 'adviserStop'] as const

export async function yourDataLoader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const actor = await actorOf(site, request)
  const [draft, catalogue] = await Promise.all([loadDraft(site, request), site.modules.skills.catalogue()])
  const today = todayInAmsterdam(site.clock.now())
  const rules = await site.modules.rules.list(today)
  const naming = {
    label: (id: string) => catalogue.label(id, language),
    region: (code: string) => site.modules.regions.find(code)?.name ?? code,
    scheme: (id: string) => rules.find((rule) => rule.id === id)?.title[language] ?? id,
  }
  return {
    isErased: url.searchParams.has('erased'),
    done: doneOf.find((one) => one === url.searchParams.get('done')),
    isKept: draft.isKept,
    rows: draft.isKept ? toldRows(draft.profile, naming, language) : [],
    goneOn: nextDay(today, draftDays),
    own: actor.kind === 'account' ? await ownData(site, actor, language) : undefined,
  }
}

async function ownData(site: SiteContext, actor: Actor, language: Language): Promise<OwnData> {
  const { accounts, advising, consents, decisionLog, introductions, keptPlans } = site.modules
  const [account, seen, all, list, plans, days, choices, advised] = await Promise.all([
    accounts.find(actor),
    decisionLog.seenOf(actor),
    consents.list(actor),
    introductions.list(actor, {}),
    keptPlans.count(actor),
    consents.adviserDays(),
    advisingOrganisations(site),
    advising.mine(actor),
  ])
  const open = all.filter((one) => isOpen(one, days.first))
  const organisations = await namesOf(site, all)
  const contact = [account.name, account.email, account.phone].filter((one) => one !== undefined)
  return {
    contact,
    hasName: account.name !== undefined,
    seen,
    seenLately: lately(seen, site.clock.now()),
    plans,
    introductions: { all: list.length, open: list.filter(({ endedAt }) => endedAt === undefined).length },
    isFound: open.some(({ purpose }) => purpose === 'found'),
    purposes: (['statistics', 'found', 'followUp'] as const).map((purpose) => shownPurpose(site, purpose, open, language)),
    adviser: shownPurpose(site, 'adviser', [], language),
    advisers: open.flatMap((one) => {
      const organisation = organisations.get(one.organisation ?? '')
      if (one.purpose !== 'adviser' || !organisation) return []
      const handle = advised.find((line) => line.organisation === organisation.id && line.endedAt === undefined)?.handle
      return [
        {
          ...organisation,
          since: dayOf(one.givenAt),
          ...(one.until === undefined ? {} : { until: one.until }),
          ...(handle === undefined ? {} : { handle }),
        },
      ]
    }),
    choices,
    days,
    history: all.map((one) => shownConsent(one, organisations.get(one.organisation ?? '')?.name, days.first)),
  }
}

const dayOf = (moment: number): string => todayInAmsterdam(moment)

function isOpen({ withdrawnAt, until }: Consent, today: string): boolean {
  return withdrawnAt === undefined && (until === undefined || until >= today)
}

function shownPurpose(site: SiteContext, purpose: Purpose, open: readonly Consent[], language: Language): ShownPurpose {
  const { title, text, version } = site.modules.consents.texts.now[purpose]
  const given = open.find((one) => one.purpose === purpose)
  return {
    purpose,
    title: title[language],
    text: text[language],
    version,
    ...(given === undefined ? {} : { since: dayOf(given.givenAt) }),
  }
}

function shownConsent(one: Consent, organisation: string | undefined, today: string): ShownConsent {
  const ended = one.withdrawnAt === undefined ? one.until : dayOf(one.withdrawnAt)
  return {
    key: one.id,
    purpose: one.purpose,
    ...(organisation === undefined ? {} : { organisation }),
    from: dayOf(one.givenAt),
    ...(isOpen(one, today) || ended === undefined ? {} : { ended }),
    version: one.textVersion,
  }
}

const lateDays = 30
const dayMs = 86_400_000

function lately(seen: readonly Seen[], now: number): OwnData['seenLately'] {
  const late = seen.filter(({ at }) => now - at <= lateDays * dayMs)
  return { organisations: new Set(late.map(({ organisation }) => organisation?.id ?? '')).size, times: late.length }
}

/** More than a list to choose from can hold is not shown: there are about a hundred Werkcentra and regions. */
const mostChoices = 100

async function advisingOrganisations({ modules }: SiteContext): Promise<readonly ShownOrganisation[]> {
  const lists = await Promise.all(
    (['public', 'region'] as const).map((kind) => modules.organisations.list({ kind, limit: mostChoices })),
  )
  return lists
    .flatMap(({ items }) => items)
    .map(({ id, name, verification }) => ({ id, name, verification }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

async function namesOf({ modules }: SiteContext, all: readonly Consent[]): Promise<ReadonlyMap<string, ShownOrganisation>> {
  const ids = [...new Set(all.flatMap(({ organisation }) => (organisation === undefined ? [] : [organisation])))]
  const found = await modules.organisations.findMany(ids)
  return new Map(found.map(({ id, name, verification }) => [id, { id, name, verification }]))
}
