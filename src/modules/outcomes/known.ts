import { actAs, todayInAmsterdam } from '../../platform/index.ts'
import type { OutcomeSubject, OutcomesOf } from './compare.ts'
import { type CountedYear, countYears, listKnownProgrammes } from './outcome-store.ts'
import { type OutcomesParts, outcomesTask } from './parts.ts'
import { publishedOf } from './published.ts'
import type { OutcomeRef } from './refs.ts'
import { listReports, type OutcomeReport } from './report-store.ts'
import { costPerPlacement, type OutcomeSeries, shownCells } from './shown.ts'
import { type ShareOfWomen, shareOfWomen } from './women.ts'

/** What is known of these, in their order; what is not there, or withdrawn, is left out. */
export async function knownOf(parts: OutcomesParts, refs: readonly OutcomeRef[]): Promise<OutcomesOf[]> {
  const found = await Promise.all(
    refs.map((ref) => (ref.kind === 'programme' ? ofProgramme(parts, ref.id) : ofInitiative(parts, ref.id))),
  )
  return found.flatMap((one) => (one ? [one] : []))
}

/** All of which something is known, by Dutch name. */
export async function listSubjects(parts: OutcomesParts): Promise<OutcomeSubject[]> {
  const [programmes, reported] = await actAs(parts.db, outcomesTask, async (task) => [
    await listKnownProgrammes(task),
    await listReports(task, {}),
  ])
  const found = await Promise.all(programmes.map((id) => programmeSubject(parts, id)))
  const said = new Set(reported.flatMap(({ of }) => ('initiative' in of ? [of.initiative] : [])))
  const initiatives = parts.initiatives
    .list({ kind: 'training' })
    .filter(({ id, figures }) => figures.length > 0 || said.has(id))
    .map(({ id }) => initiativeSubject(parts, id))
  return [...found, ...initiatives]
    .flatMap((one) => (one ? [one] : []))
    .sort((a, b) => a.name.nl.localeCompare(b.name.nl, 'nl') || (a.id < b.id ? -1 : 1))
}

async function ofProgramme(parts: OutcomesParts, id: string): Promise<OutcomesOf | undefined> {
  const subject = await programmeSubject(parts, id)
  if (!subject) return undefined
  const today = todayInAmsterdam(parts.clock.now())
  const [years, reports] = await actAs(parts.db, outcomesTask, async (task) => [
    await countYears(task, [id], today),
    await listReports(task, { programmes: [id] }),
  ])
  const women = await womenOf(parts, years)
  // What the educator says its starts cost goes with what was counted of the same starts.
  const costs = new Map(reports.map(({ year, costEuro }) => [year, costEuro]))
  return {
    subject,
    series: [
      ...years.map((one) => countedSeries(one, parts.data.definitions.version, today, costs.get(one.year))),
      ...reports.map((one) => reportedSeries(one, today)),
    ],
    ...(women ? { women } : {}),
    others: [],
  }
}

async function ofInitiative(parts: OutcomesParts, id: string): Promise<OutcomesOf | undefined> {
  const subject = initiativeSubject(parts, id)
  const initiative = parts.initiatives.find(id)
  if (!subject || !initiative) return undefined
  const today = todayInAmsterdam(parts.clock.now())
  const reports = await actAs(parts.db, outcomesTask, (task) => listReports(task, { initiatives: [id] }))
  const { series, others } = publishedOf(initiative, (source) => parts.initiatives.source(source).title, parts.data)
  return { subject, series: [...reports.map((one) => reportedSeries(one, today)), ...series], others }
}

function countedSeries(
  { year, counts }: CountedYear,
  definition: string,
  today: string,
  costEuro: number | undefined,
): OutcomeSeries {
  // Nobody reached what is not in the record: that is a count of zero, and hidden as any other below ten.
  const all = { applied: 0, admitted: 0, started: 0, completed: 0, placed: 0, placedOf: 0, stayed: 0, stayedOf: 0, ...counts }
  const cells = shownCells(all, false)
  const cost = costPerPlacement(costEuro, cells)
  return {
    ...{ from: 'counted', definition, period: 'startYear', year, isRunning: isRunning(year, today) },
    ...{ cells, ...(cost === undefined ? {} : { costPerPlacement: cost }) },
  }
}

function reportedSeries({ year, definition, counts, costEuro, source, saidOn }: OutcomeReport, today: string): OutcomeSeries {
  const whole = { ...counts, placedOf: counts.completed, stayedOf: counts.placed }
  const cells = shownCells(Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)), true)
  const cost = costPerPlacement(costEuro, cells)
  return {
    ...{ from: 'reported', definition, period: 'startYear', year, isRunning: isRunning(year, today), cells },
    ...{ source: { nl: source, en: source }, saidOn, ...(cost === undefined ? {} : { costPerPlacement: cost }) },
  }
}

/** Who starts in December may be a year on their way: a year of starts is over when the next is. */
const isRunning = (year: number, today: string): boolean => Number(today.slice(0, 4)) <= year + 1

/** Over all years together: of one year there are too few, and parts beside a whole would tell what is hidden. */
async function womenOf(parts: OutcomesParts, years: readonly CountedYear[]): Promise<ShareOfWomen | undefined> {
  const today = todayInAmsterdam(parts.clock.now())
  const [coinShare, least] = [
    await numberOf(parts, 'outcome-coin-share', today),
    await numberOf(parts, 'outcome-women-least', today),
  ]
  if (coinShare === undefined || least === undefined) return undefined
  const sum = (name: 'womenYes' | 'womenNo') => years.reduce((all, { counts }) => all + (counts[name] ?? 0), 0)
  return shareOfWomen({ yes: sum('womenYes'), no: sum('womenNo') }, { coinShare, least })
}

/** A rule that is a number; undefined in a record without rules. */
export async function numberOf({ rules }: Pick<OutcomesParts, 'rules'>, id: string, on: string): Promise<number | undefined> {
  const value = (await rules.find(id, on))?.value
  return typeof value === 'number' ? value : undefined
}

async function programmeSubject({ trainings }: OutcomesParts, id: string): Promise<OutcomeSubject | undefined> {
  const found = await trainings.findProgramme(id)
  if (!found || found.withdrawn) return undefined
  return { kind: 'programme', id, name: found.title, by: found.provider, demo: found.demo }
}

function initiativeSubject({ initiatives }: OutcomesParts, id: string): OutcomeSubject | undefined {
  const found = initiatives.find(id)
  return found && { kind: 'initiative', id, name: found.name, by: found.training?.provider ?? found.name.nl, demo: false }
}
