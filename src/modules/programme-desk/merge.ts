/**
 * A file comes in again over a programme that somebody may have changed by hand meanwhile. Field by field: what was not changed by hand follows the file; what
 * was, stays, and is told. Pure.
 */
import { isSameContent } from '../imports/index.ts'
import type { DeskContent, DeskFacts, DeskOffering, DeskSkill } from './desk-programme.ts'

/** A field that the file and the desk say otherwise; what is left out is not there. */
export interface FieldDifference {
  /** `title.nl`, `facts.weeks`, `offering/<id>/feeEuro`; `offering/<id>` alone: the offering itself. */
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

export interface Merged {
  readonly content: DeskContent
  /** What follows the file: before and after. */
  readonly changes: readonly FieldDifference[]
  /** What stays because it was set by hand: `before` is what stays, `after` what the file says. */
  readonly own: readonly FieldDifference[]
}

/**
 * @param base what the source said the last time; undefined: it never did, so all that stands here was made by hand
 * @param mine what stands on the desk
 * @param theirs what the source says now
 * @param taken fields of `own` that follow the file all the same
 */
export function mergedContent(
  base: DeskContent | undefined,
  mine: DeskContent,
  theirs: DeskContent,
  taken: ReadonlySet<string> = new Set(),
): Merged {
  const out = new Outcome(taken)
  const [b, m, t] = [base ? fieldsOf(base) : new Map<string, unknown>(), fieldsOf(mine), fieldsOf(theirs)]
  const fields = new Map<string, unknown>()
  for (const field of keysOf(b, m, t)) {
    const value = out.choose(field, b.get(field), m.get(field), t.get(field))
    if (value !== undefined) fields.set(field, value)
  }
  const skills = (name: SkillList) => mergedSkills(out, name, base?.[name] ?? [], mine[name], theirs[name])
  const lists = { outcomes: skills('outcomes'), prerequisites: skills('prerequisites') }
  const offerings = mergedOfferings(out, base?.offerings ?? [], mine.offerings, theirs.offerings)
  return { content: { ...contentFrom(fields), ...lists, offerings }, changes: out.changes, own: out.own }
}

class Outcome {
  readonly changes: FieldDifference[] = []
  readonly own: FieldDifference[] = []
  readonly #taken: ReadonlySet<string>
  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken
  }

  /** What a field is afterwards. Undefined: it is not there. */
  choose<T>(field: string, base: T | undefined, mine: T | undefined, theirs: T | undefined): T | undefined {
    if (isSameContent(mine, theirs)) return mine
    const difference = {
      field,
      ...(mine === undefined ? {} : { before: mine }),
      ...(theirs === undefined ? {} : { after: theirs }),
    }
    if (isSameContent(base, mine)) {
      this.changes.push(difference)
      return theirs
    }
    // Neither then nor now does the source say anything of it: there is nothing to choose.
    if (base === undefined && theirs === undefined) return mine
    if (this.#taken.has(field)) {
      this.changes.push(difference)
      return theirs
    }
    this.own.push(difference)
    return mine
  }
}

type SkillList = 'outcomes' | 'prerequisites'

/**
 * What counts is one field. What was read and waits for a yes is no word of anybody: what stands here stays, and what is newly read comes beside it; what
 * somebody took away does not come back.
 */
function mergedSkills(
  out: Outcome,
  field: SkillList,
  base: readonly DeskSkill[],
  mine: readonly DeskSkill[],
  theirs: readonly DeskSkill[],
): readonly DeskSkill[] {
  const sure = (skills: readonly DeskSkill[]) => {
    const confirmed = skills.filter(({ isConfirmed }) => isConfirmed)
    return confirmed.length === 0 ? undefined : confirmed
  }
  const chosen = out.choose(field, sure(base), sure(mine), sure(theirs)) ?? []
  const known = new Set([...base, ...mine, ...chosen].map(({ skill }) => skill))
  const read = theirs.filter(({ isConfirmed, skill }) => !isConfirmed && !known.has(skill))
  if (read.length > 0) out.changes.push({ field: `${field}.read`, after: read })
  const counted = new Set(chosen.map(({ skill }) => skill))
  return [...chosen, ...mine.filter(({ isConfirmed, skill }) => !isConfirmed && !counted.has(skill)), ...read]
}

/** An offering is there or not as a whole; where it is on both sides, it is merged by its fields. */
function mergedOfferings(
  out: Outcome,
  base: readonly DeskOffering[],
  mine: readonly DeskOffering[],
  theirs: readonly DeskOffering[],
): DeskOffering[] {
  const byId = (all: readonly DeskOffering[]) => new Map(all.map((one) => [one.id, one]))
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)]
  return keysOf(m, t).flatMap((id) => {
    const [was, own, other] = [b.get(id), m.get(id), t.get(id)]
    if (!own || !other) {
      const whole = out.choose(`offering/${id}`, was, own, other)
      return whole ? [whole] : []
    }
    const [fromBase, fromMine, fromTheirs] = [was ? offeringFields(was) : new Map(), offeringFields(own), offeringFields(other)]
    const fields = new Map<string, unknown>()
    for (const field of keysOf(fromBase, fromMine, fromTheirs)) {
      const value = out.choose(`offering/${id}/${field}`, fromBase.get(field), fromMine.get(field), fromTheirs.get(field))
      if (value !== undefined) fields.set(field, value)
    }
    return [offeringFrom(id, fields)]
  })
}

type Fields = ReadonlyMap<string, unknown>

const keysOf = (...all: readonly ReadonlyMap<string, unknown>[]): string[] => [...new Set(all.flatMap((one) => [...one.keys()]))]

function fieldsOf({ title, description, facts, admission }: DeskContent): Fields {
  return new Map<string, unknown>([
    ...Object.entries(title).map(([language, text]) => [`title.${language}`, text] as const),
    ...Object.entries(description).map(([language, text]) => [`description.${language}`, text] as const),
    ...(admission.length > 0 ? [['admission', admission] as const] : []),
    ...Object.entries(facts).map(([name, value]) => [`facts.${name}`, value] as const),
  ])
}

function contentFrom(fields: Fields): Omit<DeskContent, SkillList | 'offerings'> {
  const under = (name: string) =>
    Object.fromEntries(
      [...fields]
        .filter(([field]) => field.startsWith(`${name}.`))
        .map(([field, value]) => [field.slice(name.length + 1), value]),
    )
  return {
    title: under('title'),
    description: under('description'),
    admission: (fields.get('admission') ?? []) as DeskContent['admission'],
    facts: under('facts') as unknown as DeskFacts,
  }
}

/** Where it is belongs together: half a place is none. */
function offeringFields({ placeName, region, facts: { at, online, siteDays, ...facts } }: DeskOffering): Fields {
  return new Map<string, unknown>([
    ['place', { placeName, region, at, online, siteDays }],
    ...Object.entries(facts).filter(([, value]) => value !== undefined),
  ])
}

function offeringFrom(id: string, fields: Fields): DeskOffering {
  const { place, ...facts } = Object.fromEntries(fields) as { readonly place: Readonly<Record<string, unknown>> }
  const { placeName, region, ...where } = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
  return {
    id,
    ...(placeName === undefined ? {} : { placeName: placeName as string }),
    ...(region === undefined ? {} : { region: region as string }),
    facts: { ...where, ...facts } as unknown as DeskOffering['facts'],
  }
}
