import { actAs, type DateText, Invalid, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { addCase, addSeat } from './case-store.ts'
import { drawCountsFrom } from './picture.ts'
import { CaseRefused } from './refused.ts'
import { asProgram, below, pictureTerms, type RiskCasesParts, termOf, todayOf } from './work.ts'

const longestTitle = 120
const dayMs = 86_400_000

/** Opens a case; who opens it is its lead, and the only one in the circle until they name others. */
export async function openCase(
  parts: RiskCasesParts,
  actor: Actor,
  asked: { readonly organisation: string; readonly title: string; readonly endsOn: DateText },
): Promise<string> {
  const { organisation: organisationId } = asked
  permit(actor, 'case.open', { kind: 'organisation', id: organisationId, organisation: organisationId })
  const title = readTitle(asked.title)
  const endsOn = readLastDay(asked.endsOn, todayOf(parts), await termOf(parts, 'case-longest-days'))
  const terms = await pictureTerms(parts)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const organisation = await parts.organisations.find(organisationId, inside)
    if (!organisation || organisation.closed) throw new NotFound('organisation', organisationId)
    // So that nobody poses as an employer and writes to its people.
    if (organisation.verification === 'unverified') throw new CaseRefused('notVerified')
    const id = parts.ids.next()
    const now = parts.clock.now()
    await asProgram(inside, async (program) => {
      const one = { id, organisation: organisationId, title, openedAt: now, endsOn }
      await addCase(program, one, drawCountsFrom(terms, below(parts)))
      const account = actor.kind === 'account' ? actor.account : ''
      await addSeat(program, id, { id: parts.ids.next(), account, organisation: organisationId, isLead: true }, now)
    })
    return id
  })
}

function readTitle(told: string): string {
  const title = told.trim()
  if (title === '') throw new Invalid('title', 'Give it a name that says nothing about people.')
  if (title.length > longestTitle) throw new Invalid('title', `A name has at most ${longestTitle} characters. Make it shorter.`)
  return title
}

function readLastDay(told: string, today: DateText, longestDays: number): DateText {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(told) ? Date.parse(told) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== told) {
    throw new Invalid('endsOn', 'Give the last day as 2027-06-30.')
  }
  if (told < today || time > Date.parse(today) + longestDays * dayMs) {
    throw new Invalid('endsOn', `Give a last day from today to ${longestDays} days from now.`)
  }
  return told
}
