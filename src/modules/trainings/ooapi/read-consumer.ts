import { z } from 'zod'
import { offeringFactsSchema, offeringSchema, programmeFactsSchema, programmeSchema } from '../programme.ts'
import { isObject, type JsonObject, objectsOf } from './json.ts'
import { consumerKey } from './ooapi-shapes.ts'
import { Unreadable } from './read-values.ts'

/**
 * What OOAPI has no field for stands in `consumer` (v6), `consumers` (v5) or `ext.schakel`, under our own names. Any of them may be left out. What
 * it says goes before what the other fields say.
 */
const ownProgramme = z.object({ ...programmeSchema.omit({ facts: true }).shape, ...programmeFactsSchema.shape }).partial()
const ownOffering = z.object({ ...offeringSchema.omit({ facts: true }).shape, ...offeringFactsSchema.shape }).partial()

export type OwnProgramme = z.infer<typeof ownProgramme>
export type OwnOffering = z.infer<typeof ownOffering>

/** Our part of a record, unchecked. */
export function consumerOf(record: JsonObject): JsonObject | undefined {
  const among = [...objectsOf(record.consumer), ...objectsOf(record.consumers)].find((one) => one.consumerKey === consumerKey)
  if (among) return among
  return isObject(record.ext) && isObject(record.ext[consumerKey]) ? record.ext[consumerKey] : undefined
}

/** Whether Schakel wrote this programme: then it says all by itself, also what is not known. Others say only some of it. */
export function isWholeProgramme(own: JsonObject | undefined): boolean {
  return own?.form !== undefined && own.outcomes !== undefined && own.prerequisites !== undefined
}

/** @throws Unreadable with the field that is not as it should be */
export function ownProgrammeOf(record: JsonObject, notes: string[]): OwnProgramme {
  return read(ownProgramme, record, notes)
}

/** @throws Unreadable with the field that is not as it should be */
export function ownOfferingOf(record: JsonObject, notes: string[]): OwnOffering {
  return read(ownOffering, record, notes)
}

function read<T>(schema: z.ZodObject & z.ZodType<T>, record: JsonObject, notes: string[]): T {
  const { consumerKey: _key, ...own } = consumerOf(record) ?? {}
  const odd = Object.keys(own).filter((name) => !(name in schema.shape))
  if (odd.length > 0)
    notes.push(`In "consumer" these fields are not known and are passed over: ${odd.slice(0, 10).join(', ').slice(0, 200)}.`)
  const parsed = schema.safeParse(own)
  if (parsed.success) return parsed.data
  throw new Unreadable(faultOf(parsed.error.issues[0], own))
}

/** In words that tell what to write, where the validator tells only types. */
function faultOf(issue: z.core.$ZodIssue | undefined, own: JsonObject): string {
  const path = issue?.path ?? []
  const place = ['consumer', ...path].join('.')
  if (issue?.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return `${place}: ${issue?.message}`
  const given = path.reduce<unknown>(
    (value, name) => (isObject(value) || Array.isArray(value) ? Reflect.get(value, name) : undefined),
    own,
  )
  return given === undefined ? `${place} is missing` : `${place} must be a ${issue.expected}`
}
