import { type CredentialDocument, idOf, isObject, type JsonObject, listOf, textOf, typesOf } from '../document/index.ts'
import { readJwt } from '../proof/index.ts'
import { type DataModel, dateTimeStamp, wrongFields } from './badge-schema.ts'
import { answered, type Check } from './check.ts'

const model1Context = 'https://www.w3.org/2018/credentials/v1'
const model2Context = 'https://www.w3.org/ns/credentials/v2'
/** Source: Open Badges 3.0, AchievementCredential, `@context`. */
const badgeContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-\d+\.\d+\.\d+)?\.json$/
const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential']

/** By which rules a credential is read. */
export function modelOf({ kind, credential }: CredentialDocument): DataModel {
  if (kind === 'elm') return 'elm'
  return listOf(credential['@context'])[0] === model1Context ? 1 : 2
}

/** Whether it says what it is: the contexts and types of a badge. */
export function checkFormat(document: CredentialDocument): Check<'format'> {
  const { kind, credential } = document
  if (kind === 'elm') return answered('format', 'elm')
  const [first, ...others] = listOf(credential['@context'])
  if (first !== model1Context && first !== model2Context) return answered('format', 'contextMissing', [model2Context])
  if (!others.some((context) => typeof context === 'string' && badgeContext.test(context)))
    return answered('format', 'contextMissing', ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'])
  const types = typesOf(credential)
  if (!types.includes('VerifiableCredential')) return answered('format', 'typeMissing', ['VerifiableCredential'])
  if (!badgeTypes.some((type) => types.includes(type))) return answered('format', 'typeMissing', badgeTypes)
  return answered('format', 'badge')
}

/** Whether every field that must be there is, and is of its kind; in a JWT, whether its claims say the same as the credential. */
export function checkSchema(document: CredentialDocument): Check<'schema'> {
  const wrong = [...wrongFields(document.credential, modelOf(document)), ...wrongClaims(document)]
  return wrong.length === 0 ? answered('schema', 'complete') : answered('schema', 'fields', wrong)
}

/** Whether it is valid at this moment (milliseconds). */
export function checkDates({ credential, jwt }: CredentialDocument, now: number): Check<'dates'> {
  const { from, until } = datesOf(credential)
  const claims = jwt === undefined ? {} : readJwt(jwt).payload
  const starts = [momentOf(from), secondsOf(claims.nbf)].filter((moment) => moment !== undefined)
  const ends = [momentOf(until), secondsOf(claims.exp)].filter((moment) => moment !== undefined)
  if (starts.length === 0 && ends.length === 0) return answered('dates', 'noDates')
  if ([...starts, ...ends].some(Number.isNaN)) return answered('dates', 'unreadable')
  const start = Math.max(...starts)
  const end = Math.min(...ends)
  if (end < start) return answered('dates', 'reversed', [dayOf(start), dayOf(end)])
  if (now < start) return answered('dates', 'notYet', [dayOf(start)])
  if (now > end) return answered('dates', 'expired', [dayOf(end)])
  return answered('dates', 'within', ends.length === 0 ? [] : [dayOf(end)])
}

/** From when until when a credential says that it is valid, as it stands there. */
export function datesOf(credential: JsonObject): { readonly from: unknown; readonly until: unknown } {
  return {
    from: credential.validFrom ?? credential.issuanceDate ?? credential.issued,
    until: credential.validUntil ?? credential.expirationDate,
  }
}

/** In milliseconds; not a number when it is no moment. */
export function momentOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' && dateTimeStamp.test(value) ? Date.parse(value) : Number.NaN
}

function secondsOf(value: unknown): number | undefined {
  if (value === undefined) return undefined
  return typeof value === 'number' ? value * 1000 : Number.NaN
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

/** Source: VC Data Model 1.1, 6.3.1, and Open Badges 3.0, 8.2.4: a claim that is there says the same as the credential. */
function wrongClaims({ credential, jwt }: CredentialDocument): readonly string[] {
  if (jwt === undefined) return []
  const { payload } = readJwt(jwt)
  const [subject] = listOf(credential.credentialSubject)
  const { from, until } = datesOf(credential)
  const pairs: readonly (readonly [claim: string, same: unknown])[] = [
    ['iss', idOf(credential.issuer)],
    ['jti', textOf(credential.id)],
    ['sub', isObject(subject) ? textOf(subject.id) : undefined],
    ['nbf', from === undefined ? undefined : Math.floor((momentOf(from) ?? Number.NaN) / 1000)],
    ['exp', until === undefined ? undefined : Math.floor((momentOf(until) ?? Number.NaN) / 1000)],
  ]
  return pairs
    .filter(([claim, same]) => payload[claim] !== undefined && same !== undefined && payload[claim] !== same)
    .map(([claim]) => `jwt.${claim}`)
}
