import { z } from 'zod'
import { type JsonObject, listOf } from '../document/index.ts'

/** Text of a date with a time and a zone. Source: XML Schema 1.1, dateTimeStamp, as VC Data Model 2.0 asks. */
export const dateTimeStamp = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

const text = z.string().min(1)
const iri = z.string().refine((value) => URL.canParse(value), 'An address or another identifier (URI).')
const moment = z.string().regex(dateTimeStamp, 'A moment with a zone, as 2027-01-31T00:00:00Z.')

/** One of something may be written without brackets. */
function many<Schema extends z.ZodType>(schema: Schema, least = 0) {
  return z.preprocess(listOf, z.array(schema).min(least))
}

function typed(name: string) {
  return many(z.string(), 1).refine((types) => types.includes(name), `One of the types is ${name}.`)
}

/** Something that may be written as its identifier alone. */
function named<Schema extends z.ZodType>(type: string, schema: Schema) {
  return z.preprocess((value) => (typeof value === 'string' ? { id: value, type: [type] } : value), schema)
}

const image = named('Image', z.looseObject({ id: z.string().min(1), type: typed('Image'), caption: z.string().optional() }))
const alignment = z.looseObject({
  type: typed('Alignment'),
  targetName: text,
  targetUrl: iri,
  targetCode: z.string().optional(),
  targetFramework: z.string().optional(),
  targetType: z.string().optional(),
})
const identifierEntry = z.looseObject({ type: typed('IdentifierEntry'), identifier: text, identifierType: text })
const profile = named(
  'Profile',
  z.looseObject({
    id: iri,
    type: typed('Profile'),
    name: z.string().optional(),
    url: iri.optional(),
    email: z.string().optional(),
    image: image.optional(),
    otherIdentifier: many(identifierEntry).optional(),
  }),
)
const achievement = z.looseObject({
  id: iri,
  type: typed('Achievement'),
  name: text,
  description: z.string(),
  criteria: z
    .looseObject({ id: iri.optional(), narrative: z.string().optional() })
    .refine(({ id, narrative }) => id !== undefined || narrative !== undefined, 'An address or a text.'),
  achievementType: z.string().optional(),
  alignment: many(alignment).optional(),
  creator: profile.optional(),
  creditsAvailable: z.number().optional(),
  image: image.optional(),
  tag: many(z.string()).optional(),
  otherIdentifier: many(identifierEntry).optional(),
})
const identity = z.looseObject({
  type: typed('IdentityObject'),
  identityHash: text,
  identityType: text,
  hashed: z.boolean(),
  salt: z.string().optional(),
})
const subject = z
  .looseObject({
    id: iri.optional(),
    type: typed('AchievementSubject'),
    identifier: many(identity).optional(),
    achievement,
    creditsEarned: z.number().optional(),
    activityStartDate: moment.optional(),
    activityEndDate: moment.optional(),
    source: profile.optional(),
  })
  .refine(({ id, identifier }) => id !== undefined || (identifier ?? []).length > 0, {
    message: 'Whose it is: an identifier, or what can be compared with one.',
    path: ['id'],
  })
const evidence = z.looseObject({ id: iri.optional(), type: typed('Evidence'), name: z.string().optional() })
const typedThing = z.looseObject({ id: z.string().optional(), type: many(z.string(), 1) })

/** Rules of Open Badges 3.0 (annex B, data model) for what both versions of the data model of verifiable credentials have. */
const common = {
  '@context': many(z.unknown(), 1),
  id: iri,
  type: many(z.string(), 1),
  name: text,
  issuer: profile,
  // One subject; a list of one is allowed in JSON-LD.
  credentialSubject: z.preprocess((value) => (Array.isArray(value) && value.length === 1 ? value[0] : value), subject),
  awardedDate: moment.optional(),
  evidence: many(evidence).optional(),
  credentialStatus: typedThing.extend({ id: iri.optional() }).optional(),
  credentialSchema: many(typedThing).optional(),
  proof: many(typedThing).optional(),
}
const ofModel1 = z.looseObject({ ...common, issuanceDate: moment, expirationDate: moment.optional() })
const ofModel2 = z.looseObject({ ...common, validFrom: moment, validUntil: moment.optional() })

/** Fields of a European credential that are read; what it may have besides is much more. */
const elm = z.looseObject({
  id: text,
  type: many(z.string(), 1),
  issuer: z.looseObject({ id: z.string().optional() }),
  credentialSubject: z.looseObject({ hasClaim: z.unknown() }),
})

export type DataModel = 1 | 2 | 'elm'

/**
 * Fields of a credential that are missing or wrong, by their path (`credentialSubject.achievement.name`); none when all is as it must be.
 */
export function wrongFields(credential: JsonObject, model: DataModel): readonly string[] {
  const schema = model === 1 ? ofModel1 : model === 2 ? ofModel2 : elm
  const parsed = schema.safeParse(credential)
  if (parsed.success) return []
  return [...new Set(parsed.error.issues.map(({ path }) => path.map(String).join('.')))]
}
