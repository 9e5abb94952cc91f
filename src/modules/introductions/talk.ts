import { type DateText, Invalid, NotFound, nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Introduction, Release } from './introduction.ts'
import { updateIntroduction } from './introduction-store.ts'
import { answered, tellOther } from './move.ts'
import { NotNow } from './not-now.ts'
import { readMessage } from './propose.ts'
import { type Releasable, type ReportKind, releasable, reportKinds } from './reasons.ts'
import { mayTake, type State } from './steps.ts'
import { addMessage, addRelease, addReport, listMessages, listReleases, readContact, withdrawReleases } from './talk-store.ts'
import { type AtWork, asProgram, dueOn, type IntroductionsParts, takeStep, withIntroduction } from './work.ts'

/** States in which both said yes, so both may write. Before that the question itself holds a message. */
const talkingStates: readonly State[] = ['accepted', 'talking', 'trainingAgreed', 'hired']

/**
 * A message to the other side. What a person asks waits for an answer as the first question did; what an organisation asks presses nobody.
 * @throws Invalid when it is empty or too long; Conflict when both did not say yes yet, or it has ended
 */
export function sendMessage(parts: IntroductionsParts, actor: Actor, id: string, given: string): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.message', id, async (at) => {
    const text = readMessage(given)
    if (text === undefined) throw new Invalid('message', 'Write a message first.')
    if (!talkingStates.includes(at.one.state)) throw new NotNow('noYesYet', 'You can write to each other once both said yes.')
    const account = actor.kind === 'account' ? actor.account : undefined
    const message = { id: parts.ids.next(), side: at.side, text, at: at.now }
    await addMessage(at.inside, id, message, account)
    await answered(parts, at)
    const talking = await toTalking(at, account)
    const after = { ...talking, ...whoseTurn(talking, at), changedAt: at.now }
    await updateIntroduction(at.inside, after)
    await tellOther(parts, at, 'message', after, message.id)
  })
}

/** The first word after both said yes: from then on they talk. */
async function toTalking(at: AtWork, account: string | undefined): Promise<Introduction> {
  return mayTake(at.one, 'talk', at.side) ? takeStep(at, 'talk', at.side, account) : at.one
}

function whoseTurn(one: Introduction, { side, today, terms }: AtWork): Partial<Introduction> {
  // A yes that waits for the other keeps its own term.
  if (one.pending) return {}
  if (side === 'organisation') return { waitsFor: undefined, askedOn: undefined, dueOn: undefined, overdueAt: undefined }
  // A second message does not give the other more time.
  if (one.waitsFor === 'organisation') return {}
  return { waitsFor: 'organisation', askedOn: today, dueOn: dueOn('organisation', today, terms), overdueAt: undefined }
}

/**
 * Releases fields to this one organisation, for this introduction, until a day.
 * @throws Invalid when a field is not known, has no value yet, or the day lies too far; Conflict when both did not say yes
 */
export function release(
  parts: IntroductionsParts,
  actor: Actor,
  id: string,
  fields: readonly string[],
  until?: DateText,
): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.release', id, async (at) => {
    if (!talkingStates.includes(at.one.state)) throw new NotNow('noYesYet', 'You can release your name once both said yes.')
    const last = readUntil(until, at)
    const chosen = readFields(fields)
    const contact = await readContact(at.inside, at.one.person)
    const empty = chosen.filter((field) => contact[field] === undefined)
    if (empty.length > 0) {
      throw new Invalid(
        'fields',
        `Fill this in at your account first: ${empty.join(', ')}.`,
        empty.map((where) => ({ where, message: 'is empty' })),
      )
    }
    await withdrawReleases(at.inside, id, chosen, at.now)
    for (const field of chosen) await addRelease(at.inside, id, { field, releasedAt: at.now, until: last })
    const after = await toTalking(at, actor.kind === 'account' ? actor.account : undefined)
    await tellOther(parts, at, 'released', after, String(at.now))
  })
}

/** Takes fields back, or all of them: at once, whatever the state. */
export function takeBack(
  parts: IntroductionsParts,
  actor: Actor,
  id: string,
  fields: readonly string[] = releasable,
): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.release', id, ({ inside, now }) =>
    withdrawReleases(inside, id, readFields(fields), now),
  )
}

/** What is released on a day, to whom reads it now. */
export const releasedOn = (releases: readonly Release[], today: DateText): readonly Releasable[] => [
  ...new Set(releases.filter(({ until, withdrawnAt }) => withdrawnAt === undefined && until >= today).map(({ field }) => field)),
]

/**
 * The released fields, as the organisation reads them. That it read them is written down for the person to see.
 * `at.inside` is the organisation's: it sees the releases, and only the program reads the account.
 */
export async function readReleased(
  parts: IntroductionsParts,
  actor: Actor,
  { inside, one, today }: AtWork,
): Promise<Partial<Record<Releasable, string>>> {
  const fields = releasedOn(await listReleases(inside, one.id), today)
  if (fields.length === 0) return {}
  const versions = await parts.versions()
  return asProgram(inside, async (program) => {
    const contact = await readContact(program, one.person)
    await parts.record(program, {
      what: 'release-read',
      by: {
        organisation: one.organisation,
        ...(actor.kind === 'account' ? { account: actor.account } : {}),
        ...(actor.kind === 'key' ? { key: actor.key } : {}),
      },
      about: [one.person],
      inputHash: '',
      versions,
      payload: { fields },
      kinds: fields,
      why: { vacancy: one.vacancy, introduction: one.id },
    })
    return Object.fromEntries(fields.flatMap((field) => (contact[field] === undefined ? [] : [[field, contact[field]]])))
  })
}

/** Something is wrong with a message, or with the other side: whoever keeps the site looks at it. @throws Invalid */
export function report(
  parts: IntroductionsParts,
  actor: Actor,
  id: string,
  told: { readonly about: string; readonly text?: string | undefined; readonly message?: string | undefined },
): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.report', id, async ({ inside, side, now }) => {
    if (!(reportKinds as readonly string[]).includes(told.about)) {
      throw new Invalid('about', `Choose what is wrong: ${reportKinds.join(', ')}.`)
    }
    const isOfThis = told.message === undefined || (await listMessages(inside, id)).some((one) => one.id === told.message)
    if (!isOfThis) throw new NotFound('message', told.message ?? '')
    await addReport(
      inside,
      {
        id: parts.ids.next(),
        introduction: id,
        bySide: side,
        about: told.about as ReportKind,
        text: readMessage(told.text),
        message: told.message,
        at: now,
      },
      actor.kind === 'account' ? actor.account : '',
    )
  })
}

/** @throws Invalid */
function readFields(fields: readonly string[]): Releasable[] {
  const unknown = fields.find((field) => !(releasable as readonly string[]).includes(field))
  if (unknown !== undefined || fields.length === 0)
    throw new Invalid('fields', `Choose what to release: ${releasable.join(', ')}.`)
  return [...new Set(fields)] as Releasable[]
}

/** @throws Invalid */
function readUntil(until: DateText | undefined, { today, terms }: AtWork): DateText {
  const usual = nextDay(today, terms.releaseDays)
  if (until === undefined || until === '') return usual
  const most = nextDay(today, mostReleaseDays)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || until < today || until > most) {
    throw new Invalid('until', `Choose a day from ${today} to ${most}.`)
  }
  return until
}

/** A year: longer than any procedure. */
export const mostReleaseDays = 365
