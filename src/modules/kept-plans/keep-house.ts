import { actAs, type DateText, Invalid, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import type { KeptPlansParts } from './create-kept-plans.ts'
import type { KeptPlan } from './kept-plan.ts'
import { countDueAccounts, languageOf, listDueAccounts, listKept, listToMail, removeGone, takeToMail } from './kept-plan-store.ts'
import type { KeptPlansTurn, Share } from './kept-plans.ts'
import type { Asking } from './look-at-plan.ts'

type LookAtAll = (
  account: string,
  plans: readonly KeptPlan[],
  asking: Asking,
) => Promise<readonly { readonly isChecked: boolean }[]>

const task = { task: 'kept-plans' } as const
/** Somebody whose plans were looked at within this time waits for another turn: about once a day. */
const looksEveryMs = 20 * 3_600_000
/** People who are read at once. */
const mostPeople = 500
/** Plans that a message names; the rest is a number. */
const mostNamed = 5

/** Several processes may do shares of it at once, and the same share twice: who was looked at is not due any more, and each news is told once. */
export async function keepHouse(
  parts: KeptPlansParts,
  lookAtAll: LookAtAll,
  share: Share,
  signal?: AbortSignal,
): Promise<KeptPlansTurn> {
  const today = todayInAmsterdam(parts.clock.now())
  const goneDays = await ruleOf(parts, 'kept-plan-gone-days', today)
  const removed = await actAs(parts.db, task, (inside) => removeGone(inside, nextDay(today, -goneDays)))
  const { looked, isBusy } = await lookAtDue(parts, lookAtAll, share, signal)
  return { looked, removed, mailed: await mailDue(parts, today, share), ...(isBusy ? { isBusy } : {}) }
}

/** People whose plans were not looked at for about a day. */
export function countDue(parts: Pick<KeptPlansParts, 'db' | 'clock'>): Promise<number> {
  return actAs(parts.db, task, (inside) => countDueAccounts(inside, parts.clock.now() - looksEveryMs))
}

async function lookAtDue(
  parts: KeptPlansParts,
  lookAtAll: LookAtAll,
  share: Share,
  signal: AbortSignal | undefined,
): Promise<{ readonly looked: number; readonly isBusy: boolean }> {
  let looked = 0
  for (;;) {
    const before = parts.clock.now() - looksEveryMs
    const due = await actAs(parts.db, task, (inside) => listDueAccounts(inside, before, mostPeople, share))
    if (due.length === 0) return { looked, isBusy: false }
    for (const account of due) {
      signal?.throwIfAborted()
      const { plans, ...asking } = await actAs(parts.db, task, async (inside) => ({
        plans: await listKept(inside, account),
        profile: await parts.profileOf(inside, account),
        language: await languageOf(inside, account),
      }))
      const found = await lookAtAll(account, plans, asking)
      // People who ask now go first: the rest waits for the next turn.
      if (found.some(({ isChecked }) => !isChecked)) return { looked, isBusy: true }
      looked++
    }
  }
}

async function mailDue(parts: KeptPlansParts, today: DateText, share: Share): Promise<number> {
  const before = nextDay(today, -(await ruleOf(parts, 'kept-plan-mail-days', today)))
  let mailed = 0
  for (;;) {
    const waiting = await actAs(parts.db, task, (inside) => listToMail(inside, before, mostPeople, share))
    for (const account of waiting) if (await mailOne(parts, account, before, today)) mailed++
    if (waiting.length < mostPeople) return mailed
  }
}

/** What is told and the message that tells it are one: both, or neither. */
function mailOne(parts: KeptPlansParts, account: string, before: DateText, today: DateText): Promise<boolean> {
  return actAs(parts.db, task, async (inside) => {
    const taken = await takeToMail(inside, account, before, today)
    const plans = taken?.plans.filter(({ news }) => news !== undefined) ?? []
    if (!taken || plans.length === 0) return false
    const language = await languageOf(inside, account)
    await parts.mail.write(inside, {
      template: 'plan-changed',
      to: { account },
      language,
      data: {
        path: parts.address(language),
        plans: plans
          .slice(0, mostNamed)
          .map(({ facts, news }) => ({ title: facts.title, employer: facts.employer, what: news?.kind ?? 'changed' })),
        more: Math.max(0, plans.length - mostNamed),
      },
      once: `plan-changed/${taken.id}/${today}`,
      kind: 'news',
    })
    return true
  })
}

/** @throws Invalid naming the rule that is missing */
async function ruleOf({ rules }: KeptPlansParts, id: string, on: DateText): Promise<number> {
  const value = (await rules.find(id, on))?.value
  if (typeof value !== 'number') throw new Invalid('rules', `The rule ${id} is missing on ${on}: data/rules/kept-plans.json.`)
  return value
}
