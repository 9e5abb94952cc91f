import { type ActingDatabase, actAs, type DateText, Invalid, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Action, type Actor, actingAs } from '../permissions/index.ts'
import { type Activity, factsHash } from './activity.ts'
import { addStep, findActivity, insertActivity, removeActivity, saveActivity, setOutcomes } from './activity-store.ts'
import { checkFile, evidenceLimits, safeName } from './check-file.ts'
import { findFile, insertFile, keptBytes, readContents, removeFile } from './evidence-store.ts'
import { lockBook, type Opened, openPlacement, readBook, withPlacement } from './open-book.ts'
import type { CreditsParts } from './parts.ts'
import { daysBetween } from './progress.ts'
import { CreditsRefused } from './refused.ts'
import type { Unit } from './unit.ts'

/** What a student fills in of their work. */
export interface WorkDraft {
  readonly from: DateText
  readonly until: DateText
  readonly text: string
  readonly minutes: number
  /** Ids of outcomes of units of this programme. */
  readonly outcomes: readonly string[]
}

export const workLimits = { leastLetters: 10, mostLetters: 4_000, mostDays: 7, mostMinutesADay: 16 * 60 } as const

export function createActivities(parts: CreditsParts) {
  const { clock, ids, db } = parts
  const today = (): DateText => todayInAmsterdam(clock.now())

  /** Opens a piece of work and the book that it stands in, for a change of it. */
  function withActivity<T>(
    actor: Actor,
    action: Action,
    id: string,
    work: (opened: Opened, activity: Activity) => Promise<T>,
  ): Promise<T> {
    return actAs(db, actingAs(actor), async (inside) => {
      const found = await findActivity(inside, id)
      // Of one that is not there the same is asked, so that who may not look does not learn which it is.
      const opened = await openPlacement(parts, inside, actor, action, found?.book ?? '')
      await lockBook(parts, inside, opened.placement)
      const activity = await findActivity(inside, id, true)
      if (!activity) throw new NotFound('activity', id)
      return work(opened, activity)
    })
  }

  /** What the student changes has to be confirmed again. */
  async function changed(opened: Opened, activity: Activity, change: Partial<Activity> = {}): Promise<void> {
    const { inside, account } = opened
    const now = clock.now()
    await saveActivity(inside, { ...activity, ...change, state: 'logged', version: activity.version + 1 }, now)
    await addStep(inside, activity, { step: 'changed', account, facts: await factsNow(inside, activity.id), at: now })
  }

  return {
    log: (actor: Actor, placement: string, draft: WorkDraft): Promise<string> =>
      withPlacement(parts, actor, 'activity.write', placement, async (opened) => {
        const { inside, placement: of, account } = opened
        if (of.state === 'draft' || of.state === 'signing') throw new CreditsRefused('notActive')
        const work = checkWork(draft, opened, today())
        await lockBook(parts, inside, of)
        const links = linksOf((await readBook(inside, of)).units, draft.outcomes)
        const id = ids.next()
        const now = clock.now()
        await insertActivity(inside, { ...work, id, book: of.id, person: account, demo: of.demo }, now)
        await setOutcomes(inside, { id, book: of.id }, links)
        await addStep(inside, { id, book: of.id }, { step: 'logged', account, facts: await factsNow(inside, id), at: now })
        return id
      }),

    /** @param seen the version that it was changed from */
    change: (actor: Actor, id: string, draft: WorkDraft, seen: number): Promise<void> =>
      withActivity(actor, 'activity.write', id, async (opened, activity) => {
        refuseChange(activity, seen)
        const work = checkWork(draft, opened, today())
        const { units } = await readBook(opened.inside, opened.placement)
        await setOutcomes(opened.inside, activity, linksOf(units, draft.outcomes))
        await changed(opened, activity, work)
      }),

    remove: (actor: Actor, id: string): Promise<void> =>
      withActivity(actor, 'activity.write', id, async ({ inside }, activity) => {
        refuseChange(activity)
        await removeActivity(inside, id)
      }),

    /** @throws FileRefused, CreditsRefused */
    async addFile(actor: Actor, id: string, file: { readonly name: string; readonly contents: Uint8Array }): Promise<void> {
      // Who may not is told so before the file is looked at; and looking takes longer than a transaction should.
      await withActivity(actor, 'activity.write', id, async (_opened, activity) => refuseChange(activity))
      const checked = await checkFile(file.contents)
      await withActivity(actor, 'activity.write', id, async (opened, activity) => {
        refuseChange(activity)
        if ((await keptBytes(opened.inside, activity.book)) + checked.bytes > evidenceLimits.placementBytes)
          throw new CreditsRefused('usedUp')
        const one = { ...checked, id: ids.next(), name: safeName(file.name, checked.type) }
        await insertFile(opened.inside, { activity: id, book: activity.book }, one, file.contents, clock.now())
        await changed(opened, activity)
      })
    },

    removeFile: (actor: Actor, id: string, file: string): Promise<void> =>
      withActivity(actor, 'activity.write', id, async (opened, activity) => {
        refuseChange(activity)
        if (!activity.files.some((one) => one.id === file)) throw new NotFound('file', file)
        await removeFile(opened.inside, file)
        await changed(opened, activity)
      }),

    /** A file as it was sent. @throws NotFound also when its term is over */
    file: (actor: Actor, id: string) =>
      actAs(db, actingAs(actor), async (inside) => {
        const found = await findFile(inside, id)
        await openPlacement(parts, inside, actor, 'activity.read', found?.book ?? '')
        if (!found || found.isEmptied) throw new NotFound('file', id)
        return { ...found, contents: await readContents(inside, id) }
      }),

    /** The practice supervisor says that it was so. @param seen the version that they read */
    confirm: (actor: Actor, id: string, seen: number): Promise<void> =>
      withActivity(actor, 'activity.confirm', id, async ({ inside, account, placement }, activity) => {
        if (account === placement.person) throw new CreditsRefused('oneself')
        if (activity.version !== seen) throw new CreditsRefused('changedMeanwhile')
        if (activity.state !== 'logged') throw new CreditsRefused('wrongState')
        if (activity.outcomes.length === 0) throw new CreditsRefused('noUnit')
        const now = clock.now()
        await saveActivity(inside, { ...activity, state: 'confirmed' }, now)
        await addStep(inside, activity, { step: 'confirmed', account, facts: factsHash(activity), at: now })
      }),

    /** The practice supervisor says what is not right. Also of what was confirmed, as long as no credits stand for it. */
    sendBack: (actor: Actor, id: string, reason: string, seen: number): Promise<void> =>
      withActivity(actor, 'activity.confirm', id, async ({ inside, account, placement }, activity) => {
        if (account === placement.person) throw new CreditsRefused('oneself')
        refuseChange(activity, seen)
        if (activity.state === 'returned') throw new CreditsRefused('wrongState')
        const why = checkText(reason, 'reason')
        const now = clock.now()
        await saveActivity(inside, { ...activity, state: 'returned' }, now)
        await addStep(inside, activity, { step: 'returned', account, reason: why, facts: factsHash(activity), at: now })
      }),
  }
}

async function factsNow(inside: ActingDatabase, id: string): Promise<string> {
  const activity = await findActivity(inside, id)
  return activity ? factsHash(activity) : ''
}

function refuseChange(activity: Activity, seen: number = activity.version): void {
  if (activity.isAwarded) throw new CreditsRefused('awarded')
  if (seen !== activity.version) throw new CreditsRefused('changedMeanwhile')
}

/** @throws Invalid naming the field; CreditsRefused for days that cannot be */
function checkWork({ from, until, text, minutes }: WorkDraft, { placement }: Opened, today: DateText) {
  for (const [name, day] of [['from', from] as const, ['until', until] as const])
    if (!isDay(day)) throw new Invalid(name, 'Give a day as 2026-11-30.')
  const days = daysBetween(from, until) + 1
  if (days < 1) throw new Invalid('until', 'The last day lies before the first.')
  if (days > workLimits.mostDays) throw new Invalid('until', 'Log at most one week at once.')
  if (from < placement.from || until > placement.until) throw new CreditsRefused('outsidePlacement')
  if (until > today) throw new CreditsRefused('future')
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > days * workLimits.mostMinutesADay)
    throw new Invalid('hours', 'Give the hours of these days, as 6.5.')
  return { from, until, minutes, text: checkText(text, 'text', workLimits.leastLetters) }
}

export function checkText(given: string, name: string, least = 3): string {
  const text = given.trim()
  if (text.length < least) throw new Invalid(name, `Write at least ${least} characters.`)
  if (text.length > workLimits.mostLetters) throw new Invalid(name, `Write at most ${workLimits.mostLetters} characters.`)
  return text
}

/** @throws Invalid for an outcome of another programme or version */
function linksOf(units: readonly Unit[], outcomes: readonly string[]): Activity['outcomes'] {
  const known = new Map(units.flatMap((unit) => unit.outcomes.map(({ id }) => [id, unit.id] as const)))
  return [...new Set(outcomes)].map((outcome) => {
    const unit = known.get(outcome)
    if (unit === undefined) throw new Invalid('outcomes', `There is no outcome "${outcome}" in this programme.`)
    return { outcome, unit }
  })
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}
