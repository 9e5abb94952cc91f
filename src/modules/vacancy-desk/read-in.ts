import { type DateText, Invalid, todayInAmsterdam } from '../../platform/index.ts'
import { postingContext, readPosting, type VacancyRecord } from '../vacancies/index.ts'
import type { AgainstLaw } from '../vacancy-checks/index.ts'
import type { NewText } from './change-schema.ts'
import type { DeskParts } from './parts.ts'

/** What is read of a vacancy: all but what it is on a desk. */
export type ReadFields = Omit<VacancyRecord, 'id' | 'state' | 'demo' | 'source' | 'publishedOn' | 'organisation'>

export interface ReadIn {
  readonly fields: ReadFields
  readonly against: readonly AgainstLaw[]
  readonly placeUnknown: boolean
}

/** What a text or a posting is read into. @throws Invalid */
export async function readNew(
  parts: DeskParts,
  given: NewText | { readonly posting: Readonly<Record<string, unknown>> },
  employer: string,
): Promise<ReadIn & { readonly place?: string | undefined; readonly byHand: readonly string[] }> {
  if ('posting' in given) return readGivenPosting(parts, given.posting, employer)
  const { text, title, place, reasons = {} } = given
  return { ...(await readText(parts, { text, title, place, employer, reasons })), place, byHand: [] }
}

/** @throws Invalid */
export async function readText(
  { vacancyChecks }: DeskParts,
  asked: {
    readonly text: string
    readonly title?: string | undefined
    readonly place?: string | undefined
    readonly employer: string
    readonly reasons: Readonly<Record<string, string>>
  },
): Promise<ReadIn> {
  const { reasons, place, ...rest } = asked
  const { vacancy, against, placeUnknown } = await vacancyChecks.read({ ...rest, place: place || undefined, allowed: reasons })
  const { sourceUrl: _url, ...fields } = vacancy as typeof vacancy & { readonly publishedOn?: DateText }
  return { fields: withoutDay(fields), against, placeUnknown }
}

/** A posting says some things as data; the rest is read from its text, as of any other. */
async function readGivenPosting(
  parts: DeskParts,
  posting: Readonly<Record<string, unknown>>,
  employer: string,
): Promise<ReadIn & { readonly place?: string | undefined; readonly byHand: readonly string[] }> {
  const catalogue = await parts.skills.catalogue()
  const today = todayInAmsterdam(parts.clock.now())
  const context = postingContext(catalogue, parts.regions.findPlace, today, parts.regions.list())
  const said = readPosting(posting, context)
  if (!('vacancy' in said)) throw new Invalid('posting', 'refused' in said ? said.refused : 'This posting was taken back.')
  const { title, description, placeName: place, region, occupation, facts, requirements, closesOn } = said.vacancy
  const read = await readText(parts, { title, text: description, place, employer, reasons: {} })
  const known = new Set(read.fields.requirements.map(({ skill }) => skill))
  return {
    ...read,
    place,
    fields: {
      ...read.fields,
      title,
      employer,
      facts: { ...read.fields.facts, ...facts },
      requirements: [...read.fields.requirements, ...requirements.filter(({ skill }) => !known.has(skill))],
      ...(place === undefined ? {} : { placeName: place }),
      ...(region === undefined ? {} : { region }),
      ...(occupation === undefined ? {} : { occupation }),
      ...(closesOn === undefined ? {} : { closesOn }),
    },
    // Said as data, so a change of the text must not lose it.
    byHand: [
      ...Object.keys(facts),
      ...(posting.skills === undefined ? [] : ['requirements']),
      ...(closesOn === undefined ? [] : ['closesOn']),
    ],
  }
}

function withoutDay(fields: ReadFields & { readonly publishedOn?: DateText }): ReadFields {
  const { publishedOn: _day, ...rest } = fields
  return rest
}
