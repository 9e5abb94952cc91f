import { z } from 'zod'
import { actAs, Invalid, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { type FunnelCode, funnelCodes } from './definitions.ts'
import { type OutcomesParts, outcomesTask } from './parts.ts'
import { findRunner, listReports, type OutcomeReport, removeReport, saveReport } from './report-store.ts'

const count = z.number().int().min(0).max(100_000)

/** What somebody fills in of their own starts of a year. */
export const reportSchema = z.strictObject({
  of: z.union([
    z.strictObject({ programme: z.string().min(1).max(300) }),
    z.strictObject({ initiative: z.string().min(1).max(100) }),
  ]),
  year: z.number().int().min(1990).max(2100).describe('Of the first day of the starts.'),
  counts: z
    .strictObject({
      applied: count.exactOptional(),
      admitted: count.exactOptional(),
      started: count.exactOptional(),
      completed: count.exactOptional(),
      placed: count.exactOptional(),
      stayed: count.exactOptional(),
    })
    .describe('People, by the definitions of `GET /outcome-definitions`. Leave out what is not known.'),
  costEuro: z
    .number()
    .int()
    .min(0)
    .max(100_000_000)
    .exactOptional()
    .describe('All costs of these starts, of all payers together.'),
  source: z.string().trim().min(3).max(300).describe('Where these counts come from.'),
})
export type ReportGiven = z.infer<typeof reportSchema>

/**
 * Keeps what an organisation says of its own starts; again for the same year is in its place. Gives its id.
 * @throws SignInNeeded, Forbidden, NotFound; Invalid at a field
 */
export async function report(parts: OutcomesParts, actor: Actor, organisation: string, given: unknown): Promise<string> {
  permit(actor, 'outcome.report', { kind: 'organisation', id: organisation, organisation })
  const parsed = reportSchema.safeParse(given)
  if (!parsed.success) {
    const where = String(parsed.error.issues[0]?.path.at(-1) ?? 'counts')
    throw new Invalid(where, parsed.error.issues[0]?.message ?? 'This cannot be read.')
  }
  const { of, year, counts, costEuro, source } = parsed.data
  const today = todayInAmsterdam(parts.clock.now())
  if (year > Number(today.slice(0, 4))) throw new Invalid('year', 'Fill in a year that has begun.')
  if (Object.keys(counts).length === 0) throw new Invalid('counts', 'Fill in at least one count.')
  refuseGrowing(counts)
  const demo = (await parts.organisations.find(organisation))?.demo ?? false
  await refuseForeign(parts, organisation, of)
  const [there] = (
    await actAs(parts.db, outcomesTask, (task) =>
      listReports(task, 'programme' in of ? { programmes: [of.programme] } : { initiatives: [of.initiative] }),
    )
  ).filter((one) => one.year === year)
  const one: OutcomeReport = {
    ...{
      id: there?.id ?? parts.ids.next(),
      organisation,
      demo,
      of,
      year,
      definition: parts.data.definitions.version,
      counts,
      source,
      saidOn: today,
    },
    ...(costEuro === undefined ? {} : { costEuro }),
  }
  await actAs(parts.db, actingAs(actor), (inside) => saveReport(inside, one))
  return one.id
}

export async function takeBackReport(parts: OutcomesParts, actor: Actor, organisation: string, id: string): Promise<void> {
  permit(actor, 'outcome.report', { kind: 'organisation', id: organisation, organisation })
  const done = await actAs(parts.db, actingAs(actor), (inside) => removeReport(inside, organisation, id))
  if (!done) throw new NotFound('report', id)
}

/** Each step is a part of the one before: more of them cannot be. */
function refuseGrowing(counts: Readonly<Partial<Record<FunnelCode, number>>>): void {
  let before = Number.POSITIVE_INFINITY
  for (const code of funnelCodes) {
    const own = counts[code]
    if (own === undefined) continue
    if (own > before) throw new Invalid(code, 'This is more than the step before it.')
    before = own
  }
}

/** Only of one's own: a programme of its desk, or an initiative that it runs. @throws NotFound */
async function refuseForeign({ db, trainings }: OutcomesParts, organisation: string, of: ReportGiven['of']): Promise<void> {
  if ('programme' in of) {
    const own = await actAs(db, outcomesTask, (task) => trainings.ofOrganisation(task, organisation))
    if (!own.some(({ id }) => id === of.programme)) throw new NotFound('programme', of.programme)
    return
  }
  const runner = await actAs(db, outcomesTask, (task) => findRunner(task, of.initiative))
  if (runner?.organisation !== organisation) throw new NotFound('initiative', of.initiative)
}
