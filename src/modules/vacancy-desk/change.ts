import { Invalid } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { KeptRequirement, VacancyFacts, VacancyRecord } from '../vacancies/index.ts'
import type { AgainstLaw } from '../vacancy-checks/index.ts'
import { type ChangedFacts, changeSchema, parse, type VacancyChange } from './change-schema.ts'
import type { DeskChange, DeskRow } from './desk-vacancy.ts'
import { changeOnDesk, openDesk, readOnDesk, type Standing } from './on-desk.ts'
import type { DeskParts } from './parts.ts'
import { type ReadFields, readText } from './read-in.ts'
import { DeskRefusal } from './refusal.ts'

const ended: readonly VacancyRecord['state'][] = ['filled', 'withdrawn']

/**
 * Changes title, text, place, terms, skills, closing date or reasons. What people can see already may never become against the law by it.
 * @throws Invalid; DeskRefusal `againstLaw`, `changedMeanwhile`, `ended`; and as the permission table says
 */
export async function changeVacancy(
  parts: DeskParts,
  actor: Actor,
  at: { readonly organisation: string; readonly vacancy: string },
  given: VacancyChange,
  seen?: number,
): Promise<void> {
  const change = parse(changeSchema, given)
  const before = await readOnDesk(parts, actor, 'vacancy.write', at, async (_inside, standing) => standing)
  if (seen !== undefined && seen !== before.row.version) throw new DeskRefusal('changedMeanwhile')
  await refuseUnknownSkills(parts, change)
  const { name } = await openDesk(parts, actor, 'vacancy.write', at.organisation)
  const next = await changed(parts, before, change, name)
  await changeOnDesk(parts, actor, { ...at, seen: before.row.version }, async (inside, { record: { state } }) => {
    if (ended.includes(state)) throw new DeskRefusal('ended')
    if (state !== 'draft' && next.against.length > 0) throw new DeskRefusal('againstLaw', next.against)
    await parts.vacancies.insertMany([{ ...next.record, state }], inside)
    return { row: { ...next.row, against: next.against.length }, changes: next.changes }
  })
}

interface Next {
  readonly record: VacancyRecord
  readonly row: Partial<DeskRow>
  readonly against: readonly AgainstLaw[]
  readonly changes: readonly Pick<DeskChange, 'what' | 'detail'>[]
}

async function changed(parts: DeskParts, { row, record }: Standing, change: VacancyChange, employer: string): Promise<Next> {
  const title = change.title ?? record.title
  const text = change.text ?? record.description
  const place = change.place === undefined ? row.place : (change.place ?? undefined)
  const reasons = withReasons(row.reasons, change.reasons)
  const read = await readText(parts, { title, text, place, employer, reasons })
  const isReadAnew =
    change.title !== undefined || change.text !== undefined || change.place !== undefined || change.readAgain === true
  const kept = change.readAgain ? [] : row.byHand
  const byHand = [...new Set([...kept, ...handSetBy(change)])]
  const base = isReadAnew ? mergedWith(record, read.fields, kept) : record
  const after = withByHand(base, change)
  return {
    record: { ...after, title, description: text, employer },
    row: { place, reasons, byHand },
    against: read.against,
    changes: changesOf(change),
  }
}

/** Every field that the change sets itself. */
function handSetBy({ facts = {}, requirements, closesOn }: VacancyChange): string[] {
  return [...Object.keys(facts), ...(requirements ? ['requirements'] : []), ...(closesOn === undefined ? [] : ['closesOn'])]
}

/** What was read, but for what somebody set by hand. */
function mergedWith(before: VacancyRecord, read: ReadFields, byHand: readonly string[]): VacancyRecord {
  const { id, state, demo, source, publishedOn, organisation } = before
  const own = Object.fromEntries(Object.entries(before.facts).filter(([name]) => byHand.includes(name)))
  const others = Object.fromEntries(Object.entries(read.facts).filter(([name]) => !byHand.includes(name)))
  const closesOn = byHand.includes('closesOn') ? before.closesOn : read.closesOn
  const { closesOn: _read, ...fields } = read
  return {
    ...fields,
    ...{ id, state, demo, source, publishedOn },
    ...(organisation === undefined ? {} : { organisation }),
    facts: { ...others, ...own },
    requirements: byHand.includes('requirements') ? before.requirements : read.requirements,
    ...(closesOn === undefined ? {} : { closesOn }),
  }
}

function withByHand(base: VacancyRecord, { facts, requirements, closesOn }: VacancyChange): VacancyRecord {
  const { closesOn: day, ...rest } = base
  const until = closesOn === undefined ? day : (closesOn ?? undefined)
  return {
    ...rest,
    facts: facts ? withFacts(base.facts, facts) : base.facts,
    requirements: requirements ? withWords(base.requirements, requirements) : base.requirements,
    ...(until === undefined ? {} : { closesOn: until }),
  }
}

function withFacts(before: VacancyFacts, given: ChangedFacts): VacancyFacts {
  return Object.fromEntries(
    Object.entries({ ...before, ...given }).filter(([, value]) => value !== null && value !== undefined),
  ) as VacancyFacts
}

/** A skill keeps the words it was read from. */
function withWords(before: readonly KeptRequirement[], given: NonNullable<VacancyChange['requirements']>): KeptRequirement[] {
  const words = new Map(before.map((one) => [one.skill, one.words]))
  return [...new Map(given.map((one) => [one.skill, one])).values()].map((one) => {
    const own = words.get(one.skill)
    return own === undefined ? one : { ...one, words: own }
  })
}

export function withReasons(before: DeskRow['reasons'], given: VacancyChange['reasons'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, reason]) => reason !== ''))
}

function changesOf({ facts, requirements, reasons = {}, readAgain, ...fields }: VacancyChange): Next['changes'] {
  const names = [
    ...Object.keys(fields),
    ...Object.keys(facts ?? {}),
    ...(requirements ? ['requirements'] : []),
    ...(readAgain ? ['readAgain'] : []),
  ]
  const given = Object.entries(reasons)
  return [
    ...(names.length > 0 ? [{ what: 'changed' as const, detail: { fields: names } }] : []),
    // The key names the check and the words of the text that stay; the reason itself stands beside the vacancy.
    ...given.map(([key, reason]) => ({
      what: reason === '' ? ('reasonDropped' as const) : ('reasonKept' as const),
      detail: { key },
    })),
  ]
}

async function refuseUnknownSkills({ skills }: DeskParts, { requirements = [] }: VacancyChange): Promise<void> {
  const catalogue = await skills.catalogue()
  const unknown = requirements.filter(({ skill }) => catalogue.find(skill) === undefined)
  if (unknown.length === 0) return
  throw new Invalid(
    'requirements',
    'Some of these skills are not known. Look them up at GET /concepts.',
    unknown.map(({ skill }) => ({ where: 'requirements', message: `There is no skill "${skill}".` })),
  )
}
