import {
  type ActingDatabase,
  actAs,
  asTask,
  type Clock,
  type Database,
  type DateText,
  type Ids,
  Invalid,
  nextDay,
  todayInAmsterdam,
} from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { createRules } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import { addConsent, type Consent, endConsents, hasConsent, listAgreed, listConsents, listEnded } from './consent-store.ts'
import { type ConsentTexts, type Purpose, readConsentTexts } from './purposes.ts'

/** What follows from a yes or from taking it back, in the same transaction, as a task: so that it works at once and everywhere. */
export type ConsentHook = (
  inside: ActingDatabase,
  change: { readonly account: string; readonly given: boolean; readonly organisation?: string | undefined },
) => Promise<void>

/** What people agreed to, per purpose, with the text that they saw. */
export interface Consents {
  readonly texts: ConsentTexts
  /** Of the actor: all there ever were, the newest first. */
  list(actor: Actor): Promise<readonly Consent[]>
  /**
   * @param given.textVersion the text that was on the page; another than that of now is refused
   * @param given.until the last day that it holds: one of `adviserDays`
   * @throws Invalid when the text is not that of now, an adviser's organisation is missing, or the day cannot be chosen
   */
  give(
    actor: Actor,
    purpose: Purpose,
    given: {
      readonly textVersion: string
      readonly language: Language
      readonly organisation?: string | undefined
      readonly until?: DateText | undefined
    },
  ): Promise<void>
  /** Works at once. No error where there was none. */
  withdraw(actor: Actor, purpose: Purpose, organisation?: string): Promise<void>
  /** Everything is taken back: when somebody leaves. In the caller's transaction, a task's. */
  withdrawAll(inside: ActingDatabase, account: string): Promise<void>
  has(inside: ActingDatabase, account: string, purpose: Purpose, organisation?: string): Promise<boolean>
  /** People whom advisers of this organisation may help; in a task's transaction. */
  agreedTo(inside: ActingDatabase, organisation: string): Promise<readonly string[]>
  /** The days that may be chosen as the last one for an adviser (rule `adviser-consent-days`). */
  adviserDays(): Promise<ConsentDays>
  /** A person of the demo world says yes, to the text of now; in a task's transaction. It goes with the demo's accounts. */
  putDemo(inside: ActingDatabase, account: string, purpose: Purpose, organisation?: string): Promise<void>
  /** Takes back what ended by itself; how many. Called by a timer. */
  endPassed(): Promise<number>
  onChange(purpose: Purpose, hook: ConsentHook): void
}

export interface ConsentDays {
  readonly first: DateText
  readonly preset: DateText
  readonly last: DateText
}

/** Without a rule: about a month, the least that is of use. */
const daysWithoutRule = 30

export async function createConsents(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
}): Promise<Consents> {
  const { db, clock, ids } = parts
  const texts = await readConsentTexts()
  const hooks = new Map<Purpose, ConsentHook[]>()
  const today = (): DateText => todayInAmsterdam(clock.now())

  async function adviserDays(): Promise<ConsentDays> {
    const rule = (await createRules({ db }).find('adviser-consent-days', today()))?.value
    const most = typeof rule === 'number' ? rule : daysWithoutRule
    return { first: today(), preset: nextDay(today(), Math.floor(most / 2)), last: nextDay(today(), most) }
  }

  const follow = (inside: ActingDatabase, purpose: Purpose, change: Parameters<ConsentHook>[1]): Promise<void> =>
    asTask(inside, 'consents', async (program) => {
      for (const hook of hooks.get(purpose) ?? []) await hook(program, change)
    })

  async function end(inside: ActingDatabase, account: string, purpose: Purpose, organisation: string | undefined): Promise<void> {
    if (!(await endConsents(inside, account, purpose, organisation, clock.now()))) return
    await follow(inside, purpose, { account, given: false, organisation })
  }

  return {
    texts,
    list: (actor) => actAs(db, actingAs(actor), async (inside) => listConsents(inside, selfOf(actor, 'consent.read'))),
    async give(actor, purpose, { textVersion, language, organisation, until }) {
      const account = selfOf(actor, 'consent.change')
      if (textVersion !== texts.now[purpose].version) {
        throw new Invalid('textVersion', 'The text changed since this page was opened. Read it again, and choose again.')
      }
      if ((purpose === 'adviser') !== (organisation !== undefined)) {
        throw new Invalid('organisation', 'Choose the organisation of your adviser.')
      }
      if (until !== undefined) refuseOddDay(until, await adviserDays())
      await actAs(db, actingAs(actor), async (inside) => {
        // A yes again, to another text or another day, takes the place of the one before.
        await endConsents(inside, account, purpose, organisation, clock.now())
        await addConsent(inside, account, {
          id: ids.next(),
          purpose,
          organisation,
          textVersion,
          language,
          givenAt: clock.now(),
          until,
        })
        await follow(inside, purpose, { account, given: true, organisation })
      })
    },
    async withdraw(actor, purpose, organisation) {
      const account = selfOf(actor, 'consent.change')
      await actAs(db, actingAs(actor), (inside) => end(inside, account, purpose, organisation))
    },
    async withdrawAll(inside, account) {
      const open = (await listConsents(inside, account)).filter(({ withdrawnAt }) => withdrawnAt === undefined)
      for (const { purpose, organisation } of open) await end(inside, account, purpose, organisation)
    },
    has: (inside, account, purpose, organisation) => hasConsent(inside, account, purpose, organisation, today()),
    adviserDays,
    agreedTo: (inside, organisation) => listAgreed(inside, organisation, today()),
    async putDemo(inside, account, purpose, organisation) {
      const textVersion = texts.now[purpose].version
      const given = { id: ids.next(), purpose, organisation, textVersion, language: 'nl' as const, givenAt: clock.now() }
      await endConsents(inside, account, purpose, organisation, clock.now())
      await addConsent(inside, account, given)
      await follow(inside, purpose, { account, given: true, organisation })
    },
    async endPassed() {
      const ended = await actAs(db, { task: 'consents' }, (inside) => listEnded(inside, today()))
      for (const { account, purpose, organisation } of ended) {
        await actAs(db, { task: 'consents' }, (inside) => end(inside, account, purpose, organisation))
      }
      return ended.length
    },
    onChange(purpose, hook) {
      hooks.set(purpose, [...(hooks.get(purpose) ?? []), hook])
    },
  }
}

/** @throws Invalid */
function refuseOddDay(until: string, { first, last }: ConsentDays): void {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until)
  if (!isDay || until < first || until > last) throw new Invalid('until', `Choose a day from ${first} to ${last}.`)
}

/** A consent is always one's own. @throws SignInNeeded, Forbidden, NotFound */
function selfOf(actor: Actor, action: 'consent.read' | 'consent.change'): string {
  const account = actor.kind === 'account' ? actor.account : undefined
  permit(actor, action, { kind: 'consent', id: '', person: account })
  return account ?? ''
}
