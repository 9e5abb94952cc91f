import {
  type ActingDatabase,
  actAs,
  addWorkingDays,
  asTask,
  type Clock,
  type Database,
  type DateText,
  type Ids,
  NotFound,
  nextDay,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { DecisionLog } from '../decision-log/index.ts'
import type { MatchProfiles } from '../match-profiles/index.ts'
import type { Needs } from '../needs/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Profile } from '../people/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import type { FollowUps } from './follow-ups.ts'
import type { Introduction, NextPlan } from './introduction.ts'
import { addStep, findIntroduction, updateIntroduction } from './introduction-store.ts'
import { NotNow } from './not-now.ts'
import type { Tell } from './notices.ts'
import { askingSide, endStates, type Side, type StepName, take, waitsFor } from './steps.ts'
import { type Terms, termsOn } from './terms.ts'

/** What introductions need of the rest. */
export interface IntroductionsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: Pick<RulesService, 'find' | 'list'>
  readonly vacancies: Pick<Vacancies, 'findAny' | 'changeState'>
  readonly organisations: Pick<Organisations, 'find'>
  readonly matchProfiles: Pick<MatchProfiles, 'handleOf' | 'accountOf' | 'find'>
  /** What a person told, read by a task. */
  readonly profileOf: (inside: ActingDatabase, account: string) => Promise<Profile | undefined>
  /** What of a profile may be shared without a name by a person who is not found by everybody: no place finer than a region. */
  readonly withoutName: (profile: Profile) => unknown
  /** The next best plan of a person that does not end in this vacancy; undefined where there is none, or it takes too long now. */
  readonly nextPlan: (profile: Profile, withoutVacancy: string, language: Language) => Promise<NextPlan | undefined>
  /** Writes messages down in the transaction of what they tell (`notices.ts`). */
  readonly tell: Tell
  readonly record: DecisionLog['record']
  readonly followUps: Pick<FollowUps, 'plan' | 'stop'>
  /** What somebody needs to work well, as far as they released it for an introduction. */
  readonly needs: Pick<Needs, 'releasedTo' | 'endIntroduction'>
  /** Versions that an entry of the decision log names. */
  readonly versions: () => Promise<Parameters<DecisionLog['record']>[1]['versions']>
}

/** An introduction in somebody's hands: in their transaction, with the side they are on. */
export interface AtWork {
  readonly inside: ActingDatabase
  readonly one: Introduction
  readonly side: Side
  readonly terms: Terms
  readonly today: DateText
  readonly now: number
}

/** Opens an introduction as its actor and asks whether this may be done. @throws SignInNeeded, Forbidden, NotFound */
export async function withIntroduction<T>(
  parts: IntroductionsParts,
  actor: Actor,
  action: Action,
  id: string,
  work: (at: AtWork) => Promise<T>,
): Promise<T> {
  const now = parts.clock.now()
  const today = todayInAmsterdam(now)
  const terms = await termsOn(parts.rules, today)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await findIntroduction(inside, id)
    permit(actor, action, { kind: 'introduction', id, ...(one ? { person: one.person, organisation: one.organisation } : {}) })
    if (!one) throw new NotFound('introduction', id)
    const side: Side = actor.kind === 'account' && actor.account === one.person ? 'person' : 'organisation'
    return work({ inside, one, side, terms, today, now })
  })
}

/** Takes a step, writes it down, and gives what the introduction is then. @throws Conflict when this side may not take it now */
export async function takeStep(
  { inside, one, now, today, terms }: Omit<AtWork, 'side' | 'terms'> & { readonly terms: Terms | undefined },
  step: StepName,
  by: Side | 'clock',
  account: string | undefined,
  changed: Partial<Introduction> = {},
): Promise<Introduction> {
  const outcome = take(one, step, by)
  if (!outcome) throw new NotNow('moved', `This introduction is ${one.state} now: ${step} is no step from here.`)
  const standing = { state: outcome.state, proposedBy: one.proposedBy, pending: outcome.pending }
  const after: Introduction = {
    ...one,
    ...changed,
    ...standing,
    ...question(standing, today, terms),
    changedAt: now,
    ...(endStates.includes(outcome.state) ? { endedAt: now } : {}),
  }
  await updateIntroduction(inside, after)
  const isYes = outcome.pending !== undefined
  await addStep(inside, one.id, { step: isYes ? `yes:${step}` : step, bySide: by, state: after.state, at: now }, account)
  return after
}

/** Whose answer is waited for from today, and until when: organisations have a term, people are not pressed. An end needs no terms. */
export function question(
  standing: Parameters<typeof waitsFor>[0],
  today: DateText,
  terms: Terms | undefined,
): Pick<Introduction, 'waitsFor' | 'askedOn' | 'dueOn' | 'overdueAt'> {
  const side = waitsFor(standing)
  if (side === undefined || terms === undefined)
    return { waitsFor: undefined, askedOn: undefined, dueOn: undefined, overdueAt: undefined }
  return { waitsFor: side, askedOn: today, dueOn: dueOn(side, today, terms), overdueAt: undefined }
}

export function dueOn(side: Side, today: DateText, terms: Terms): DateText {
  return side === 'organisation'
    ? addWorkingDays(today, terms.replyWorkingDays, terms.holidays)
    : nextDay(today, terms.personAnswerDays)
}

/** Work that the actor may not see the rows of: the program's own. */
export const asProgram = <T>(inside: ActingDatabase, work: (db: ActingDatabase) => Promise<T>): Promise<T> =>
  asTask(inside, 'introductions', work)

export { askingSide }
