import {
  type ActingDatabase,
  actAs,
  type Clock,
  type Database,
  type DateText,
  type Ids,
  Invalid,
  nextDay,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Engines } from '../engines/index.ts'
import type { KeptPlan } from '../kept-plans/index.ts'
import type { Mail } from '../mail/index.ts'
import type { OutboxStore } from '../matching/index.ts'
import { type Profile, toEnginePerson } from '../people/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import { alertStore as store } from './alert-store.ts'
import { searchPart } from './search-part.ts'
import type { AlertPart, VacancyAlert } from './vacancy-alert.ts'

export interface VacancyAlertsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: Pick<RulesService, 'find'>
  readonly mail: Pick<Mail, 'write'>
  readonly engines: Pick<Engines, 'ask'>
  readonly vacancies: Pick<Vacancies, 'ofIds'>
  readonly regions: Pick<RegionsService, 'findPlace'>
  readonly outbox: Pick<OutboxStore, 'changesSince'>
  readonly keptPlansOf: (inside: ActingDatabase, account: string) => Promise<readonly KeptPlan[]>
  readonly profileOf: (inside: ActingDatabase, account: string) => Promise<Profile | undefined>
  /** Address of the page with somebody's plans, for messages. */
  readonly address: (language: Language) => string
}

/** New vacancies that somebody's kept plan leads to as well: found for who asked for it, told once each. */
export interface VacancyAlerts {
  /** Whether the actor wants to hear of them. @throws SignInNeeded */
  wants(actor: Actor): Promise<boolean>
  /** Yes, or no: then what was found goes too. @throws SignInNeeded */
  want(actor: Actor, want: boolean): Promise<void>
  /** What was found for the actor and is still open, the newest first. @throws SignInNeeded */
  list(actor: Actor): Promise<readonly VacancyAlert[]>

  /**
   * What changed since the last time, as parts for any number of processes; undefined when nothing did. `take` moves on, in the transaction that opens
   * the parts; false when another process was first.
   */
  search(): Promise<{ readonly parts: readonly AlertPart[]; take(inside: Database): Promise<boolean> } | undefined>
  /** One part. Again changes nothing. @returns how many were found. @throws Busy */
  searchPart(part: AlertPart, signal: AbortSignal): Promise<number>
  /** Mails who has something new, at most once in so many days. @returns how many people */
  mailDue(): Promise<number>
  /** What was found long ago goes. How many. */
  keepHouse(): Promise<number>
}

const task = { task: 'vacancy-alerts' } as const
const dayMs = 86_400_000
const mostListed = 20
/** Vacancies that a message names; the rest is a number. */
const mostNamed = 5
const mostPeople = 500
/** People and vacancies of a part: some seconds to some minutes of work. */
const peopleInPart = 50
const vacanciesInPart = 500
const mostShares = 256

export function createVacancyAlerts(parts: VacancyAlertsParts): VacancyAlerts {
  const { db, clock, ids, rules } = parts
  const today = (): DateText => todayInAmsterdam(clock.now())

  /** @throws Invalid naming the rule that is missing */
  async function ruleOf(id: string): Promise<number> {
    const value = (await rules.find(id, today()))?.value
    if (typeof value !== 'number')
      throw new Invalid('rules', `The rule ${id} is missing on ${today()}: data/rules/kept-plans.json.`)
    return value
  }

  async function mailOne(account: string, before: DateText): Promise<boolean> {
    return actAs(db, task, async (inside) => {
      const taken = await store.takeToMail(inside, account, before, today())
      if (!taken || taken.found.length === 0) return false
      const language = await store.languageOf(inside, account)
      await parts.mail.write(inside, {
        template: 'vacancy-alert',
        to: { account },
        language,
        data: {
          path: parts.address(language),
          vacancies: taken.found.slice(0, mostNamed).map(({ title, employer }) => ({ title, employer })),
          more: Math.max(0, taken.found.length - mostNamed),
        },
        once: `vacancy-alert/${taken.id}/${today()}`,
        kind: 'news',
      })
      return true
    })
  }

  return {
    async wants(actor) {
      const account = selfOf(actor, 'plan.read')
      return actAs(db, actingAs(actor), (inside) => store.wants(inside, account))
    },
    async want(actor, want) {
      const account = selfOf(actor, 'plan.keep')
      await actAs(db, actingAs(actor), (inside) =>
        want ? store.addWish(inside, account, ids.token(), clock.now()) : store.removeWish(inside, account),
      )
    },
    async list(actor) {
      const account = selfOf(actor, 'plan.read')
      return actAs(db, actingAs(actor), (inside) => store.list(inside, account, mostListed))
    },

    async search() {
      const from = await store.findCursor(db)
      const changes = await parts.outbox.changesSince('vacancies', from ?? 0)
      if (from === changes.revision) return undefined
      // A record that is new here, restored, or changed all at once: nothing in it is news to anybody.
      const put = from === undefined || changes.everything ? [] : changes.put
      const news = await newOnes(parts, put, nextDay(today(), -(await ruleOf('vacancy-alert-new-days'))))
      const wishes = news.length === 0 ? 0 : await actAs(db, task, (inside) => store.countWishes(inside))
      return {
        parts: wishes === 0 ? [] : inParts(news, Math.min(mostShares, Math.ceil(wishes / peopleInPart)), changes.revision),
        take: (inside) => store.moveCursor(inside, from, changes.revision, clock.now()),
      }
    },
    searchPart: (part, signal) =>
      searchPart(
        { ...parts, toPerson: (profile) => toEnginePerson('you', profile, (place) => parts.regions.findPlace(place)?.at) },
        part,
        signal,
      ),
    async mailDue() {
      const before = nextDay(today(), -(await ruleOf('kept-plan-mail-days')))
      let mailed = 0
      for (;;) {
        const waiting = await actAs(db, task, (inside) => store.listToMail(inside, before, mostPeople))
        for (const account of waiting) if (await mailOne(account, before)) mailed++
        if (waiting.length < mostPeople) return mailed
      }
    },
    async keepHouse() {
      const days = await ruleOf('vacancy-alert-kept-days')
      return actAs(db, task, (inside) => store.removeOld(inside, clock.now() - days * dayMs))
    },
  }
}

/** Those that are open and were published since that day. */
async function newOnes({ vacancies }: VacancyAlertsParts, ids: readonly string[], since: DateText): Promise<string[]> {
  const news: string[] = []
  for (let from = 0; from < ids.length; from += vacanciesInPart) {
    const some = await vacancies.ofIds(ids.slice(from, from + vacanciesInPart))
    news.push(...some.filter(({ state, publishedOn }) => state === 'published' && publishedOn >= since).map(({ id }) => id))
  }
  return news
}

function inParts(vacancies: readonly string[], shares: number, revision: number): AlertPart[] {
  const all: AlertPart[] = []
  for (let from = 0; from < vacancies.length; from += vacanciesInPart)
    for (let part = 0; part < shares; part++)
      all.push({ vacancies: vacancies.slice(from, from + vacanciesInPart), part, of: shares, revision })
  return all
}

/** Alerts are always one's own here. @throws SignInNeeded, Forbidden */
function selfOf(actor: Actor, action: 'plan.keep' | 'plan.read'): string {
  const account = actor.kind === 'account' ? actor.account : undefined
  permit(actor, action, { kind: 'kept plan', id: '', person: account })
  return account ?? ''
}
