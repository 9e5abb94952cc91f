import type { FoundTraining } from '../intake/found-training.ts'
import { fieldOf, idOf, isObject, type JsonObject, objectsOf } from './json.ts'

/** Fields whose items are records, in files that gather several lists and in answers of an OOAPI endpoint. */
export const recordLists = [
  'items',
  'programmes',
  'programs',
  'courses',
  'offerings',
  'programmeOfferings',
  'programOfferings',
  'courseOfferings',
  'learningOutcomes',
  'organisations',
  'organizations',
] as const

/** Who coordinates or teaches: people, and nothing is read from them, so they are not kept (decision 0009). */
const people = ['coordinator', 'coordinators', 'instructor', 'instructors', 'contacts', 'email', 'telephoneNumber'] as const

const names = {
  offering: ['programmeOfferingId', 'programOfferingId', 'courseOfferingId', 'offeringId'],
  programme: ['programmeId', 'programId', 'courseId'],
  outcome: ['learningOutcomeId'],
  organisation: ['organisationId', 'organizationId'],
} as const
/** What OOAPI also has and a training is not made of. */
const others = [
  'learningComponentOfferingId',
  'testComponentOfferingId',
  'componentId',
  'personId',
  'roomId',
  'academicSessionId',
]

/**
 * An item of an OOAPI file as records, each by itself: what is written out inside another (an expanded programme, provider or learning outcome)
 * becomes a record of its own, with its id left in its place.
 */
export function* explode(place: string, item: unknown): Generator<FoundTraining> {
  if (!isObject(item)) {
    yield { place, problem: 'It is no object. An OOAPI record is written as { "programmeId": ... }.', record: start(item) }
    return
  }
  const inside: FoundTraining[] = []
  const bare = Object.fromEntries(Object.entries(item).filter(([name, value]) => value !== null && !isOneOf(people, name)))
  if (isOffering(item)) yield* offering(place, bare, inside)
  else if (idOf(item, ...names.programme) !== undefined) yield programme(place, bare, inside)
  else if (idOf(item, ...names.outcome) !== undefined) yield plain(place, 'outcome', bare, names.outcome)
  else if (idOf(item, ...names.organisation) !== undefined) yield plain(place, 'organisation', bare, names.organisation)
  else yield unknownItem(place, item)
  yield* inside
}

function isOffering(item: JsonObject): boolean {
  if (idOf(item, ...names.offering.slice(0, 3)) !== undefined) return true
  const type = fieldOf(item, 'offeringType')
  return (
    idOf(item, 'offeringId') !== undefined &&
    (type === undefined || type === 'program' || type === 'programme' || type === 'course')
  )
}

function* offering(place: string, item: JsonObject, inside: FoundTraining[]): Generator<FoundTraining> {
  const of = idOf(item, ...names.programme, 'program', 'programme', 'course')
  const written = objectsOf(fieldOf(item, 'programme', 'program', 'course'))[0]
  const programme = of ?? (written && idOf(written, ...names.programme))
  const externalId = idOf(item, ...names.offering) ?? ''
  if (programme === undefined) {
    const problem = `The offering "${externalId}" does not say of which programme or course it is: give programmeId or courseId.`
    yield { place, problem, record: start(item) }
    return
  }
  if (written) inside.push(...explode(place, written))
  const content = without(refer(place, item, inside), 'programme', 'program', 'course')
  yield { place, kind: 'offering', externalId, programme, format: 'ooapi', content }
}

function programme(place: string, item: JsonObject, inside: FoundTraining[]): FoundTraining {
  const externalId = idOf(item, ...names.programme) ?? ''
  // Not in the standard, but files that were put together by hand have them here.
  const lists = ['offerings', 'programmeOfferings', 'programOfferings', 'courseOfferings'] as const
  for (const one of lists.flatMap((name) => objectsOf(item[name])))
    inside.push(...explode(place, { programmeId: externalId, ...one }))
  const outcomes = objectsOf(item.learningOutcomes).filter((one) => idOf(one, ...names.outcome) !== undefined)
  for (const one of outcomes) inside.push(...explode(place, one))
  const said = Array.isArray(item.learningOutcomeIds) ? item.learningOutcomeIds : []
  const ids = [...new Set([...said, ...outcomes.map((one) => idOf(one, ...names.outcome))])]
  const content = {
    ...without(refer(place, item, inside), ...lists, 'children', 'parent', ...(outcomes.length > 0 ? ['learningOutcomes'] : [])),
    ...(ids.length > 0 ? { learningOutcomeIds: ids } : {}),
  }
  return { place, kind: 'programme', externalId, programme: externalId, format: 'ooapi', content }
}

/** An expanded provider becomes a record of its own. */
function refer(place: string, item: JsonObject, inside: FoundTraining[]): JsonObject {
  const written = fieldOf(item, 'organisation', 'organization')
  if (typeof written === 'string') return { ...without(item, 'organisation', 'organization'), organisationId: written }
  if (!isObject(written)) return item
  const id = idOf(written, ...names.organisation)
  if (id === undefined) return item
  inside.push(...explode(place, written))
  return { ...without(item, 'organisation', 'organization'), organisationId: id }
}

function plain(place: string, kind: 'outcome' | 'organisation', content: JsonObject, ids: readonly string[]): FoundTraining {
  return { place, kind, externalId: idOf(content, ...ids) ?? '', format: 'ooapi', content }
}

function unknownItem(place: string, item: JsonObject): FoundTraining {
  const other = others.find((name) => item[name] !== undefined)
  if (other !== undefined) return { place, note: `Records with ${other} are passed over: they are no part of a training.` }
  const problem =
    'It is no programme, course, offering, learning outcome or organisation of OOAPI: none of programmeId, courseId, programmeOfferingId, courseOfferingId, learningOutcomeId and organisationId stands in it.'
  return { place, problem, record: start(item) }
}

function without(object: JsonObject, ...dropped: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !dropped.includes(name)))
}

function isOneOf(list: readonly string[], name: string): boolean {
  return list.includes(name)
}

function start(item: unknown): string {
  return (JSON.stringify(item) ?? '').slice(0, 300)
}
