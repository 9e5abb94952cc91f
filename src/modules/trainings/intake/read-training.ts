import { UnreadableCell } from '../../imports/index.ts'
import { offeringKey } from '../csv/find-rows.ts'
import { readOfferingRow, readProgrammeRow } from '../csv/read-row.ts'
import { consumerOf, isWholeProgramme } from '../ooapi/read-consumer.ts'
import { type ReadOffering, readOffering, whyNotGiven } from '../ooapi/read-offering.ts'
import { endedBefore, type ReadProgramme, type Referred, readProgramme } from '../ooapi/read-programme.ts'
import { Unreadable } from '../ooapi/read-values.ts'
import { type OfferingRecord, offeringSchema, type Programme, programmeSchema } from '../programme.ts'
import type { RawOutcome, RawTraining } from './raw-training-store.ts'
import type { TrainingContext } from './training-context.ts'

/** Everything that came in of one programme. */
export interface RawGroup {
  /** As the sender calls it. */
  readonly key: string
  readonly source: string
  /** In the order of the file; not the withdrawn ones. */
  readonly rows: readonly RawTraining[]
  readonly referred: Referred
}

/** A programme as read, with what became of each of its records. */
export interface ReadTraining {
  readonly training?: { readonly programme: Programme; readonly offerings: readonly OfferingRecord[] }
  readonly outcomes: readonly RawOutcome[]
  readonly notes: readonly { readonly place: string; readonly note: string }[]
}

/** Puts a programme together. Pure: the same records and taxonomies give the same. */
export function readTraining(group: RawGroup, context: TrainingContext): ReadTraining {
  const { head, rest } = partsOf(group)
  if (!head) {
    const reason = `Its programme or course "${group.key}" is in none of the files of this source.`
    return { outcomes: rest.map(({ id }) => ({ id, state: 'rejected', reason })), notes: [] }
  }
  const notes: { place: string; note: string }[] = []
  const told = (row: RawTraining, said: readonly string[]): void => {
    notes.push(...said.map((note) => ({ place: row.place, note })))
  }
  const said: string[] = []
  const read = attempt(() => toProgramme(group, head, context, said))
  told(head, said)
  if ('refused' in read) {
    const reason = `Its programme was refused: ${read.refused}`
    const outcomes = [...new Set([head, ...rest])].map(({ id }) =>
      id === head.id ? refused(id, read.refused) : refused(id, reason),
    )
    return { outcomes, notes }
  }
  if (read.value.ended) {
    const outcomes = [...new Set([head, ...rest])].map(({ id }) => ({
      id,
      state: 'withdrawn' as const,
      reason: 'It is given no more.',
    }))
    return { outcomes, notes }
  }
  const { programme } = read.value
  const offerings = new Map<string, OfferingRecord>()
  const outcomes: RawOutcome[] = rest.includes(head) ? [] : [{ id: head.id, state: 'published', publishedAs: programme.id }]
  for (const row of rest) {
    const why = row.format === 'ooapi' ? whyNotGiven(row.content) : undefined
    if (why !== undefined) {
      outcomes.push({ id: row.id, state: 'withdrawn', reason: why })
      continue
    }
    const saidHere: string[] = []
    const one = attempt(() => toOffering(programme, row, context, saidHere))
    told(row, saidHere)
    if ('refused' in one) outcomes.push(refused(row.id, one.refused))
    else {
      offerings.set(one.value.id, merged(offerings.get(one.value.id), one.value))
      outcomes.push({ id: row.id, state: 'published', publishedAs: programme.id })
    }
  }
  // A row is a programme and an offering at once: where it was refused for the second, the first is not there either.
  if (rest.includes(head) && offerings.size === 0 && rest.every(({ format }) => format === 'csv')) return { outcomes, notes }
  // What Schakel wrote has exactly the offerings that came with it, also when these are none.
  const isAll = rest.length > 0 || isWholeProgramme(consumerOf(head.content))
  const all = isAll ? [...offerings.values()] : [askFirst(programme)]
  return { training: { programme, offerings: all }, outcomes, notes }
}

function refused(id: string, reason: string): RawOutcome {
  return { id, state: 'rejected', reason }
}

/** Of a CSV the first row describes the programme, and every row is an offering. */
function partsOf({ rows }: RawGroup): { readonly head: RawTraining | undefined; readonly rest: readonly RawTraining[] } {
  const rest = rows.filter(({ kind }) => kind === 'offering')
  return { head: rows.find(({ kind }) => kind === 'programme') ?? rest.find(({ format }) => format === 'csv'), rest }
}

function attempt<T>(read: () => T): { readonly value: T } | { readonly refused: string } {
  try {
    return { value: read() }
  } catch (error) {
    if (error instanceof Unreadable || error instanceof UnreadableCell) return { refused: sentence(error.message) }
    throw error
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function toProgramme(
  group: RawGroup,
  head: RawTraining,
  context: TrainingContext,
  notes: string[],
): { readonly programme: Programme; readonly ended: boolean } {
  const isCsv = head.format === 'csv'
  const read: ReadProgramme = isCsv
    ? readProgrammeRow(head.content, context, notes)
    : readProgramme(head.content, group.referred, context, notes)
  const { id = idOfKey(group, isCsv), ...rest } = read
  const made = { ...rest, id, demo: false, source: group.source }
  if (rest.facts.outcomes.length === 0) notes.push('It names no skill that it teaches, so it is in no plan.')
  return {
    programme: fitting<Programme>(programmeSchema, made),
    ended: !isCsv && endedBefore(head.content, context.today),
  }
}

/** Ids of OOAPI are the same everywhere in the world; numbers in a CSV only within their source, unless they are whole ids already. */
function idOfKey({ key, source }: RawGroup, isCsv: boolean): string {
  return (isCsv && !isWholeId(key) ? `${source}:${key}` : key).slice(0, longestId)
}

const longestId = 290
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function isWholeId(number: string): boolean {
  return number.includes(':') || uuid.test(number)
}

function idOfRow(programme: Programme, row: RawTraining): string {
  const key = offeringKey(row.content as Record<string, string>)
  return isWholeId(key) && row.content.offering !== undefined ? key : `${programme.id}:${key || '1'}`.slice(0, 300)
}

function toOffering(programme: Programme, row: RawTraining, context: TrainingContext, notes: string[]): OfferingRecord {
  const isCsv = row.format === 'csv'
  const read: ReadOffering = isCsv ? readOfferingRow(row.content, context, notes) : readOffering(row.content, context, notes)
  const own = isCsv ? idOfRow(programme, row) : row.externalId
  const { id = own, ...rest } = read
  return fitting<OfferingRecord>(offeringSchema, { ...rest, id, programme: programme.id, demo: false })
}

interface Schema {
  safeParse(value: unknown): {
    readonly success: boolean
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
  }
}

function fitting<T>(schema: Schema, made: unknown): T {
  const parsed = schema.safeParse(made)
  if (parsed.success) return made as T
  const [issue] = parsed.error?.issues ?? []
  throw new Unreadable(`${issue?.path.join('.')}: ${issue?.message}`)
}

/** Rows of the same offering are its starts. */
function merged(there: OfferingRecord | undefined, one: OfferingRecord): OfferingRecord {
  if (!there) return one
  const starts = new Map([...there.facts.starts, ...one.facts.starts].map((start) => [start.date, start]))
  return { ...there, facts: { ...there.facts, starts: [...starts.values()].sort((a, b) => (a.date < b.date ? -1 : 1)) } }
}

/** A programme of which no offering is known: when and where is to be asked. */
function askFirst(programme: Programme): OfferingRecord {
  return {
    id: `${programme.id}:ask`,
    programme: programme.id,
    demo: false,
    facts: { online: false, funding: [], rolling: false, starts: [] },
  }
}
