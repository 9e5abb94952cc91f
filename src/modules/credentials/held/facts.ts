import { datesOf, momentOf } from '../checks/index.ts'
import { type CredentialDocument, idOf, isObject, type JsonObject, listOf, textOf } from '../document/index.ts'

/** What a reference to a framework says: the skill, competence or level that an achievement stands for. */
export interface Alignment {
  readonly url: string
  readonly name: string
  readonly framework?: string
  readonly code?: string
}

/** What a credential is about, as far as it is kept and shown. Nothing of who somebody is. */
export interface CredentialFacts {
  readonly title: string
  readonly description: string
  readonly issuer?: string
  readonly issuerName: string
  /** In milliseconds. */
  readonly issuedAt?: number
  readonly validUntil?: number
  readonly alignments: readonly Alignment[]
}

const longestText = 2_000
const mostAlignments = 200
const skillInEsco = 'http://data.europa.eu/esco/skill/'

/** @param language for what is written in several */
export function factsOf(document: CredentialDocument, language: 'nl' | 'en'): CredentialFacts {
  const { credential } = document
  const { from, until } = datesOf(credential)
  const issuedAt = whole(momentOf(from))
  const validUntil = whole(momentOf(until))
  const issuer = idOf(credential.issuer)
  const about = document.kind === 'elm' ? ofElm(credential, language) : ofBadge(credential, language)
  return {
    title: about.title ?? worded(credential.name, language) ?? '?',
    description: about.description ?? '',
    ...(issuer === undefined ? {} : { issuer: issuer.slice(0, 500) }),
    issuerName: issuerNameOf(credential.issuer, language) ?? issuer ?? '?',
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(validUntil === undefined ? {} : { validUntil }),
    alignments: about.alignments.slice(0, mostAlignments),
  }
}

interface About {
  readonly title: string | undefined
  readonly description: string | undefined
  readonly alignments: readonly Alignment[]
}

function ofBadge({ credentialSubject }: JsonObject, language: 'nl' | 'en'): About {
  const [subject] = listOf(credentialSubject)
  const achievement = isObject(subject) && isObject(subject.achievement) ? subject.achievement : {}
  const alignments = listOf(achievement.alignment)
    .filter(isObject)
    .map((one) => alignmentOf(one.targetUrl, one.targetName, one.targetFramework, one.targetCode))
  return {
    title: worded(achievement.name, language),
    description: worded(achievement.description, language),
    alignments,
  }
}

/** Source: European Learning Model 3: achievements are the claims of a subject; their skills are named by their address in ESCO. */
function ofElm({ credentialSubject, displayParameter }: JsonObject, language: 'nl' | 'en'): About {
  const [subject] = listOf(credentialSubject)
  const claims = isObject(subject) ? listOf(subject.hasClaim).filter(isObject) : []
  const shown = isObject(displayParameter) ? displayParameter : {}
  const described = [...claims, ...claims.flatMap(({ specifiedBy }) => listOf(specifiedBy).filter(isObject))]
  const text = (field: string): string | undefined =>
    worded(shown[field], language) ?? described.map((one) => worded(one[field], language)).find((one) => one !== undefined)
  return { title: text('title'), description: text('description'), alignments: escoSkillsIn(claims, language) }
}

function escoSkillsIn(claims: readonly JsonObject[], language: 'nl' | 'en'): readonly Alignment[] {
  const found = new Map<string, Alignment>()
  const waiting: unknown[] = [...claims]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const { id, prefLabel, title } = next as JsonObject
    if (typeof id === 'string' && id.startsWith(skillInEsco))
      found.set(id, alignmentOf(id, worded(prefLabel, language) ?? worded(title, language), 'ESCO', undefined))
    waiting.push(...Object.values(next))
  }
  return [...found.values()]
}

function alignmentOf(url: unknown, name: unknown, framework: unknown, code: unknown): Alignment {
  const short = (value: unknown): string | undefined => textOf(value)?.slice(0, 300)
  const given = { framework: short(framework), code: short(code) }
  return {
    url: short(url) ?? '',
    name: short(name) ?? '',
    ...(given.framework === undefined ? {} : { framework: given.framework }),
    ...(given.code === undefined ? {} : { code: given.code }),
  }
}

function issuerNameOf(issuer: unknown, language: 'nl' | 'en'): string | undefined {
  if (!isObject(issuer)) return undefined
  return worded(issuer.name, language) ?? worded(issuer.legalName, language) ?? worded(issuer.prefLabel, language)
}

/** A text, or one of several languages: that of the reader, else the first. One line, and not longer than can be shown. */
function worded(value: unknown, language: 'nl' | 'en'): string | undefined {
  const text = isObject(value)
    ? [value[language], value['@value'], ...Object.values(value)].flatMap(listOf).find((one) => typeof one === 'string')
    : listOf(value).find((one) => typeof one === 'string')
  const line = typeof text === 'string' ? text.replace(/\p{Cc}+/gu, ' ').trim() : ''
  return line === '' ? undefined : line.slice(0, longestText)
}

function whole(moment: number | undefined): number | undefined {
  return moment === undefined || Number.isNaN(moment) ? undefined : moment
}

/** Fields of the subject of a badge (Open Badges 3.0, AchievementSubject). One with others says more of somebody than is kept here. */
const subjectFields: ReadonlySet<string> = new Set([
  ...['id', 'type', 'achievement', 'activityEndDate', 'activityStartDate', 'creditsEarned', 'identifier', 'image', 'narrative'],
  ...['licenseNumber', 'result', 'role', 'source', 'term'],
])

/**
 * Whether the document itself may be kept: a badge, which says nothing of who somebody is. A European credential holds birth date, nationality and
 * numbers; of that only the facts are kept.
 */
export function mayKeepDocument({ kind, credential }: CredentialDocument): boolean {
  const [subject] = listOf(credential.credentialSubject)
  return kind === 'verifiable' && isObject(subject) && Object.keys(subject).every((field) => subjectFields.has(field))
}
