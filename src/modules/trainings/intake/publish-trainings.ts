import type { Database } from '../../../platform/index.ts'
import { type BatchResult, isSameContent, type Reject } from '../../imports/index.ts'
import { textsReadFor } from '../../reading/index.ts'
import type { JsonObject } from '../ooapi/json.ts'
import { idOf } from '../ooapi/json.ts'
import { textsOf } from '../ooapi/read-values.ts'
import type { OfferingRecord, Programme } from '../programme.ts'
import type { Intake } from './import-trainings.ts'
import type { RawOutcome, RawTraining } from './raw-training-store.ts'
import { type RawGroup, type ReadTraining, readTraining } from './read-training.ts'

const atOnce = 100

/**
 * Puts every programme of the source together and writes what differs from the record, some in a transaction. All of them are read, also the
 * unchanged ones: a taxonomy may have changed meanwhile, and reading again with the same gives the same.
 */
export async function publishTrainings(intake: Intake): Promise<void> {
  for (let after = ''; ; ) {
    const keys = await intake.raw.programmesAfter(intake.sources, after, atOnce)
    if (keys.length === 0) return
    const prepared = await withTextsOf(intake, keys)
    await intake.run.batch(intake.isAgain ? keys.length : 0, (inside) => publishBatch(prepared, inside, keys))
    after = keys.at(-1) ?? after
  }
}

/**
 * With the texts of these programmes read, before a transaction begins: reading them looks up what was read before, and nobody may ask the database beside an open transaction. A
 * text that changes meanwhile is read by labels.
 */
async function withTextsOf(intake: Intake, keys: readonly string[]): Promise<Intake> {
  const { db, context, readTexts } = intake
  if (!readTexts) return intake
  const { groups } = await groupsOf(intake, db, keys)
  const readSkills = await textsReadFor((noting) => groups.map((group) => read(group, { ...context, readSkills: noting })), {
    labels: context.readSkills,
    readTexts,
  })
  return { ...intake, context: { ...context, readSkills } }
}

/** Everything that came in of each of these programmes, in their order. */
async function groupsOf(intake: Intake, inside: Database, keys: readonly string[]) {
  const { raw, sources, source } = intake
  const rows = await raw.ofProgrammes(inside, sources, keys)
  const referred = await referredBy(intake, inside, rows)
  const ofProgramme = Map.groupBy(rows, ({ programme }) => programme ?? '')
  const groups = keys.map((key): RawGroup => {
    const active = (ofProgramme.get(key) ?? []).filter(({ state }) => state !== 'withdrawn')
    return { key, source, rows: active, referred }
  })
  return { rows, groups }
}

function read(group: RawGroup, context: Intake['context']): ReadTraining {
  return group.rows.length === 0 ? nothing : readTraining(group, context)
}

async function publishBatch(intake: Intake, inside: Database, keys: readonly string[]): Promise<BatchResult> {
  const { raw, trainings, context, notes, isTry } = intake
  const { rows, groups } = await groupsOf(intake, inside, keys)
  const free = await withoutTaken(
    groups.map((group) => read(group, context)),
    intake,
    inside,
  )
  for (const one of free) for (const { place, note } of one.notes) notes.add(place, note)
  const outcomes = free.flatMap((one) => one.outcomes)
  const made = free.flatMap((one) => one.training ?? [])
  intake.gathered?.trainings.push(...made)
  if (!isTry) {
    const before = rows.flatMap(({ publishedAs }) => publishedAs ?? [])
    await write(trainings, inside, { before, source: intake.source }, made)
    await raw.settle(inside, outcomes)
  }
  const rejects = rejectsOf(outcomes, rows)
  return {
    counts: {
      programmes: made.length,
      offerings: made.reduce((sum, one) => sum + one.offerings.length, 0),
      rejected: rejects.length,
      withdrawn: outcomes.filter(({ state }) => state === 'withdrawn').length,
    },
    rejects,
  }
}

const nothing: ReadTraining = { outcomes: [], notes: [] }

/** The learning outcomes and providers that programmes name. */
async function referredBy({ raw, sources }: Intake, inside: Database, rows: readonly RawTraining[]) {
  const heads = rows.filter(({ kind, format }) => kind === 'programme' && format === 'ooapi')
  const outcomeIds = [...new Set(heads.flatMap(({ content }) => textsOf(content.learningOutcomeIds)))]
  const organisationIds = [...new Set(heads.flatMap(({ content }) => idOf(content, 'organisationId', 'organizationId') ?? []))]
  const none: ReadonlyMap<string, JsonObject> = new Map()
  return {
    outcomes: outcomeIds.length === 0 ? none : await raw.shared(inside, sources, 'outcome', outcomeIds),
    organisations: organisationIds.length === 0 ? none : await raw.shared(inside, sources, 'organisation', organisationIds),
  }
}

/** A programme or offering that another source has under the same id is refused: it would take the other's place. */
async function withoutTaken(
  read: readonly ReadTraining[],
  { trainings, source, holders = [] }: Intake,
  inside: Database,
): Promise<ReadTraining[]> {
  const made = read.flatMap(({ training }) => training ?? [])
  const taken = await trainings.takenByOthers(
    inside,
    source,
    made.map(({ programme }) => programme.id),
    made.flatMap(({ offerings }) => offerings.map(({ id, programme }) => ({ id, programme }))),
  )
  const seen = new Set<string>()
  return read.map((one) => {
    const { training } = one
    if (!training) return one
    const other = [training.programme, ...training.offerings]
      .map(({ id }) => taken.get(id))
      .find((found) => found !== undefined && !holders.includes(found))
    const isTwice = seen.has(training.programme.id)
    seen.add(training.programme.id)
    if (other === undefined && !isTwice) return one
    const reason =
      other === undefined
        ? `Another programme of this source already has the id "${training.programme.id}".`
        : `The source "${other}" already holds a programme or offering with this id ("${training.programme.id}"). Import it under that name (--source), or leave it out.`
    return { outcomes: one.outcomes.map(({ id }) => ({ id, state: 'rejected' as const, reason })), notes: one.notes }
  })
}

/** What differs from the record; programmes that these records were before and are no longer, go. */
async function write(
  trainings: Intake['trainings'],
  inside: Database,
  { before, source }: { readonly before: readonly string[]; readonly source: string },
  made: readonly { readonly programme: Programme; readonly offerings: readonly OfferingRecord[] }[],
): Promise<void> {
  const ids = made.map(({ programme }) => programme.id)
  const there = await trainings.findMany(inside, [...new Set([...before, ...ids])])
  const differs = made.filter(({ programme, offerings }) => {
    const old = there.get(programme.id)
    return !old || !isSameContent(old, { programme, offerings: [...offerings].sort((a, b) => (a.id < b.id ? -1 : 1)) })
  })
  // What another source took over meanwhile is not ours to take away.
  const gone = [...there].flatMap(([id, { programme }]) => (ids.includes(id) || programme.source !== source ? [] : [id]))
  if (differs.length + gone.length === 0) return
  await trainings.remove(inside, gone)
  await trainings.replaceMany(
    inside,
    differs.map(({ programme }) => programme),
    differs.flatMap(({ offerings }) => offerings),
  )
}

function rejectsOf(outcomes: readonly RawOutcome[], rows: readonly RawTraining[]): Reject[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return outcomes
    .filter(({ state }) => state === 'rejected')
    .flatMap(({ id, reason = '' }) => {
      const row = byId.get(id)
      return row ? [{ row, reason }] : []
    })
    .sort((a, b) => a.row.ordinal - b.row.ordinal)
    .map(({ row, reason }) => ({ place: row.place, reason, record: JSON.stringify(row.content).slice(0, 300) }))
}
