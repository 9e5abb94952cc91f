import {
  type ActingDatabase,
  actAs,
  type Clock,
  createSigner,
  type Database,
  type DateText,
  type Ids,
  Invalid,
  NotFound,
  nextDay,
  type Signer,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Mail } from '../mail/index.ts'
import { type Actor, permit } from '../permissions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import {
  addFollowUp,
  countAnswers,
  type FollowUpAnswers,
  type FollowUpMonth,
  findFollowUp,
  followUpMonths,
  type HiredJob,
  listDue,
  listJobs,
  markAsked,
  removeFollowUps,
  removeUnasked,
  saveAnswers,
} from './follow-up-store.ts'
import type { Introduction } from './introduction.ts'
import { monthsBefore } from './reply-rate.ts'

/** What somebody is asked, as the page of the link shows it. */
export interface FollowUpView {
  readonly month: FollowUpMonth
  readonly organisation: string
  readonly answers: FollowUpAnswers
}

/** How it goes with people afterwards. A figure that too few answered is left out. */
export interface FollowUpResults {
  readonly month: FollowUpMonth
  /** In tens, downwards; a share between 0 and 1. */
  readonly stillThere?: { readonly of: number; readonly share: number }
  readonly hours?: { readonly of: number; readonly mean: number }
  readonly happy?: { readonly of: number; readonly mean: number }
}

/** Asked after somebody begins in a job, of who agreed to it. Not answering costs nothing. */
export interface FollowUps {
  /** Somebody is hired, or began: when they are asked is written down. In the transaction of that, as a task. */
  plan(inside: ActingDatabase, one: Introduction): Promise<void>
  /** The job did not go on: nothing more is asked. */
  stop(inside: ActingDatabase, introduction: string): Promise<void>
  /** A yes or its withdrawal. With the withdrawal everything goes, answers too. */
  onConsent(inside: ActingDatabase, change: { readonly account: string; readonly given: boolean }): Promise<void>
  /** Asks by mail whoever is to be asked today; how many. Called by a timer, in as many processes as one likes. */
  askDue(): Promise<number>
  /** What the link of a mail asks. Changes nothing. @throws NotFound when it is none of ours, or over */
  look(actor: Actor, token: string): Promise<FollowUpView>
  /** One answer; again is another answer to the same. @throws NotFound, Invalid */
  answer(actor: Actor, token: string, answer: FollowUpAnswers): Promise<void>
  results(): Promise<readonly FollowUpResults[]>
}

export interface FollowUpsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: Pick<RulesService, 'find'>
  readonly mail: Pick<Mail, 'write'>
  readonly agreed: (inside: ActingDatabase, account: string) => Promise<boolean>
  /** Address of the page that a link leads to. */
  readonly address: (token: string, language: Language) => string
  readonly secrets?: readonly string[] | undefined
}

const task = { task: 'follow-ups' } as const
const purpose = 'follow-up'
const mostHours = 60

export function createFollowUps(parts: FollowUpsParts): FollowUps {
  const { db, clock, ids, mail, agreed, address } = parts
  const signer = createSigner(parts.secrets ?? [ids.token()])
  const today = (): DateText => todayInAmsterdam(clock.now())

  async function write(inside: ActingDatabase, job: HiredJob, from: DateText): Promise<void> {
    for (const month of followUpMonths) {
      const dueOn = monthsBefore(job.startsOn, -month)
      if (dueOn >= from) await addFollowUp(inside, ids.next(), job, { month, dueOn })
    }
  }

  async function ask(id: string): Promise<boolean> {
    return actAs(db, task, async (inside) => {
      const taken = await markAsked(inside, id, clock.now())
      if (!taken) return false
      const { person, month, language, organisation } = taken
      if (!(await agreed(inside, person))) {
        await removeFollowUps(inside, person)
        return false
      }
      await mail.write(inside, {
        template: 'follow-up',
        to: { account: person },
        language,
        data: { path: address(signer.sign(`${purpose}:${id}`), language), organisation, month },
        once: `follow-up/${id}`,
        kind: 'needed',
      })
      return true
    })
  }

  /** The question of a token, while it may be answered; in a transaction of the task. */
  async function open(actor: Actor, inside: ActingDatabase, token: string, days: number) {
    permit(actor, 'followUp.answer', { kind: 'question', id: '' })
    const id = idOf(signer, token)
    const found = id === undefined ? undefined : await findFollowUp(inside, id)
    const isOpen = found?.askedAt !== undefined && nextDay(todayInAmsterdam(found.askedAt), days) >= today()
    if (!found || !isOpen) throw new NotFound('question', 'of this link')
    return found
  }

  return {
    async plan(inside, one) {
      if (one.startsOn === undefined || !(await agreed(inside, one.person))) return
      const { id: introduction, person, organisation, startsOn } = one
      // The day that was agreed may be past already; then the first question comes now.
      await write(inside, { introduction, person, organisation, startsOn }, startsOn)
    },
    stop: removeUnasked,
    async onConsent(inside, { account, given }) {
      await removeFollowUps(inside, account)
      if (given) for (const job of await listJobs(inside, account)) await write(inside, job, today())
    },
    async askDue() {
      const days = await ruleOf(parts, 'follow-up-open-days', today())
      const due = await actAs(db, task, (inside) => listDue(inside, nextDay(today(), -days), today()))
      let asked = 0
      for (const id of due) if (await ask(id)) asked++
      return asked
    },
    async look(actor, token) {
      const days = await ruleOf(parts, 'follow-up-open-days', today())
      const { month, organisationName, answers } = await actAs(db, task, (inside) => open(actor, inside, token, days))
      return { month, organisation: organisationName, answers }
    },
    async answer(actor, token, answer) {
      const days = await ruleOf(parts, 'follow-up-open-days', today())
      await actAs(db, task, async (inside) => {
        const found = await open(actor, inside, token, days)
        refuseOdd(answer)
        await saveAnswers(inside, found.id, { ...found.answers, ...answer }, clock.now())
      })
    },
    async results() {
      const least = await ruleOf(parts, 'follow-up-least', today())
      const counts = await actAs(db, task, countAnswers)
      return counts.map(({ month, stillThere, hours, happy }) => ({
        month,
        ...(stillThere.of < least
          ? {}
          : { stillThere: { of: inTens(stillThere.of), share: Math.round((stillThere.yes / stillThere.of) * 20) / 20 } }),
        ...meanOf('hours', hours, least),
        ...meanOf('happy', happy, least),
      }))
    },
  }
}

/** 'follow-up:<id>', when we signed it for this. */
function idOf(signer: Signer, token: string): string | undefined {
  const [what, id] = signer.findText(token)?.split(':') ?? []
  return what === purpose && id ? id : undefined
}

/** @throws Invalid */
function refuseOdd({ hours, happy }: FollowUpAnswers): void {
  if (hours !== undefined && !(Number.isInteger(hours) && hours >= 0 && hours <= mostHours))
    throw new Invalid('hours', `Choose whole hours a week, 0 to ${mostHours}.`)
  if (happy !== undefined && !(Number.isInteger(happy) && happy >= 1 && happy <= 5))
    throw new Invalid('happy', 'Choose a number from 1 to 5.')
}

const inTens = (count: number): number => Math.floor(count / 10) * 10

function meanOf<Name extends 'hours' | 'happy'>(
  name: Name,
  { of, mean }: { readonly of: number; readonly mean?: number },
  least: number,
): Partial<Record<Name, { readonly of: number; readonly mean: number }>> {
  if (of < least || mean === undefined) return {}
  return { [name]: { of: inTens(of), mean: Math.round(mean * 10) / 10 } } as Record<Name, { of: number; mean: number }>
}

/** @throws Invalid naming the rule that is missing */
async function ruleOf({ rules }: FollowUpsParts, id: string, on: DateText): Promise<number> {
  const value = (await rules.find(id, on))?.value
  if (typeof value !== 'number') throw new Invalid('rules', `The rule ${id} is missing on ${on}: data/rules/introductions.json.`)
  return value
}
