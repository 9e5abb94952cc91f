import { type ActingDatabase, actAs, Invalid, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, actingAs } from '../permissions/index.ts'
import { checkText } from './activities.ts'
import type { Activity } from './activity.ts'
import { drawAssessor, minutesToAssess } from './assessor-hours.ts'
import {
  type Award,
  type AwardGround,
  addAssessment,
  findAward,
  findAwardByKey,
  insertAward,
  insertWithdrawal,
  listAwards,
} from './ledger-store.ts'
import { type BookContents, lockBook, type Opened, openPlacement, readBook, withPlacement } from './open-book.ts'
import type { CreditsParts } from './parts.ts'
import { progressOn, type UnitProgress } from './progress.ts'
import { CreditsRefused } from './refused.ts'
import { shareOut, toAmount, type Unit } from './unit.ts'

/** What an assessor gives. */
export interface AwardDraft {
  readonly unit: string
  /** In the scale of the unit. */
  readonly credits: number
  readonly note?: string | undefined
  /** Made by who sends it: the same once more is the same award, and nothing is given twice. */
  readonly key: string
}

export function createAwards(parts: CreditsParts) {
  const { clock, ids, db } = parts

  return {
    /** The student asks an assessor to look at a unit. */
    ask: (actor: Actor, placement: string, unit: string): Promise<void> =>
      withPlacement(parts, actor, 'activity.write', placement, async ({ inside, placement: of, account }) => {
        await lockBook(parts, inside, of)
        const one = progressOf(await readBook(inside, of), unit, today())
        if (one.confirmed === 0) throw new CreditsRefused('nothingConfirmed')
        await addAssessment(inside, of.id, { id: ids.next(), person: account, unit, step: 'asked', account, at: clock.now() })
      }),

    /** The assessor says what is missing, and gives nothing yet. */
    sendBackUnit: (actor: Actor, placement: string, unit: string, text: string): Promise<void> =>
      withPlacement(parts, actor, 'award.give', placement, async (opened) => {
        const { inside, placement: of, account } = opened
        refuseInterest(actor, opened)
        const why = checkText(text, 'missing')
        await lockBook(parts, inside, of)
        progressOf(await readBook(inside, of), unit, today())
        const { person } = of
        if (person === undefined) throw new CreditsRefused('wrongState')
        await addAssessment(inside, of.id, {
          id: ids.next(),
          person,
          unit,
          step: 'sentBack',
          account,
          text: why,
          at: clock.now(),
        })
      }),

    /** Gives credits for the confirmed work of a unit that no award rests on yet. Gives the id of the award. */
    award: async (actor: Actor, placement: string, draft: AwardDraft): Promise<string> => {
      const minutes = await minutesToAssess(parts, today())
      return withPlacement(parts, actor, 'award.give', placement, async (opened) => {
        const { inside, placement: of, account } = opened
        refuseInterest(actor, opened)
        if (draft.key.length < 8 || draft.key.length > 100) throw new Invalid('key', 'Give a key of 8 to 100 characters.')
        await lockBook(parts, inside, of)
        const contents = await readBook(inside, of)
        const { unit } = progressOf(contents, draft.unit, today())
        const amount = amountOf(unit, draft.credits)
        const before = await findAwardByKey(inside, of.id, draft.key)
        if (before) return sameAs(before, { unit: unit.id, amount, account })
        const ground = groundOf(contents, unit)
        refuseOwnConfirmation(contents.activities, ground, account)
        refuseTooMuch(contents, unit, amount)
        const id = ids.next()
        const note = draft.note?.trim() ? { note: checkText(draft.note, 'note', 1) } : {}
        const one = { id, book: of.id, unit: unit.id, amount, assessor: account, key: draft.key, at: clock.now(), ground }
        await insertAward(inside, { ...one, ...note }, of.person)
        await drawAssessor(parts, inside, { id, assessor: account, school: of.school }, { today: today(), minutes })
        return id
      })
    },

    /** An award that was wrong: a counter-entry with its reason. The award stays as it was. */
    withdraw: (actor: Actor, id: string, reason: string): Promise<void> =>
      actAs(db, actingAs(actor), async (inside) => {
        const found = await findAward(inside, id)
        const opened = await openPlacement(parts, inside, actor, 'award.withdraw', found?.book ?? '')
        refuseInterest(actor, opened)
        await lockBook(parts, inside, opened.placement)
        const award = await findAward(inside, id)
        if (!award) throw new NotFound('award', id)
        if (award.withdrawn) throw new CreditsRefused('withdrawnBefore')
        const why = checkText(reason, 'reason')
        await insertWithdrawal(inside, award, {
          assessor: opened.account,
          reason: why,
          person: opened.placement.person,
          at: clock.now(),
        })
      }),

    /** Awards of a placement that stand, as far as the transaction shows them. */
    async standing(inside: ActingDatabase, placement: string): Promise<readonly Award[]> {
      return (await listAwards(inside, placement)).filter(({ withdrawn }) => withdrawn === undefined)
    },
  }

  function today() {
    return todayInAmsterdam(clock.now())
  }
}

/** Conflict of interest: neither who supervises at work, nor anybody of the employer, nor the student gives credits. */
function refuseInterest(actor: Actor, { placement, account }: Opened): void {
  if (account === placement.person) throw new CreditsRefused('oneself')
  if (account === placement.supervisor) throw new CreditsRefused('ownSupervisor')
  if (actor.kind === 'account' && actor.memberships.some(({ organisation }) => organisation === placement.employer))
    throw new CreditsRefused('ofEmployer')
}

/** Also who confirmed the facts once, and is of the employer no more. */
function refuseOwnConfirmation(activities: readonly Activity[], ground: readonly AwardGround[], account: string): void {
  const used = new Set(ground.map(({ activity }) => activity))
  if (activities.some(({ id, judged }) => used.has(id) && judged?.account === account)) throw new CreditsRefused('confirmedIt')
}

/** @throws NotFound for a unit that does not hold for this student */
function progressOf({ units, work, given }: BookContents, id: string, today: string): UnitProgress {
  const unit = units.find((one) => one.id === id)
  const one = unit && progressOn(today, [unit], work, given)[0]
  if (!one) throw new NotFound('unit', id)
  return one
}

function amountOf({ scale }: Unit, credits: number): number {
  const amount = toAmount(scale, credits)
  if (amount === undefined || amount <= 0)
    throw new Invalid(
      'credits',
      scale === 'ects' ? 'Give credits in tenths, as 2.5.' : 'Give whole minutes of study, as 84 hours.',
    )
  return amount
}

function groundOf({ activities, awards }: BookContents, unit: Unit): readonly AwardGround[] {
  const used = new Set(
    awards
      .filter((one) => one.unit === unit.id && one.withdrawn === undefined)
      .flatMap(({ ground }) => ground.map(({ activity }) => activity)),
  )
  const ground = activities.flatMap(({ id, state, judged, minutes, outcomes, files }): AwardGround[] => {
    const share = shareOut(
      minutes,
      outcomes.map((one) => one.unit),
    ).get(unit.id)
    if (state !== 'confirmed' || !judged || share === undefined || used.has(id)) return []
    const hashes = files.map(({ sha256 }) => sha256)
    return [{ activity: id, minutes: share, step: judged.number, facts: judged.facts, files: hashes }]
  })
  if (ground.length === 0) throw new CreditsRefused('nothingConfirmed')
  return ground
}

/** The database refuses it too; here it is said in words. */
function refuseTooMuch({ awards, allUnits }: BookContents, unit: Unit, amount: number): void {
  const family = new Set(allUnits.filter((one) => one.family === unit.family).map(({ id }) => id))
  const standing = awards.filter((one) => family.has(one.unit) && one.withdrawn === undefined)
  if (standing.some((one) => one.unit !== unit.id)) throw new CreditsRefused('otherVersion')
  if (standing.reduce((sum, one) => sum + one.amount, 0) + amount > unit.amount) throw new CreditsRefused('moreThanUnit')
}

function sameAs(before: Award, { unit, amount, account }: { unit: string; amount: number; account: string }): string {
  if (before.unit !== unit || before.amount !== amount || before.assessor !== account) throw new CreditsRefused('keyOfAnother')
  return before.id
}
