import { manyEssentials, mostEssentials } from '../../../engine/matching/index.ts'
import { type DoubtReason, type Fact, type Facts, readDoubts, readFacts } from '../../../engine/reading/index.ts'
import { type DateText, todayInAmsterdam } from '../../../platform/index.ts'
import { webAddress } from '../../imports/index.ts'
import type { ReadRecord } from '../intake/record-format.ts'
import type { VacancyFacts } from '../vacancy.ts'
import type { PostingContext } from './posting-context.ts'
import { allText, firstOf, firstText, isObject, type JsonObject, textOf, valuesOf } from './posting-fields.ts'
import { describe, partsOf } from './posting-parts.ts'
import { readEducation } from './read-education.ts'
import { readOccupation } from './read-occupation.ts'
import { readPay } from './read-pay.ts'
import { readPlace } from './read-place.ts'
import { readRequirements } from './read-requirements.ts'

export const longestTitle = 200
export const longestEmployer = 200

/**
 * Reads a JobPosting. What it does not say is left out, never guessed; `warnings` tells what was said but could not be used.
 */
export function readPosting(posting: JsonObject, context: PostingContext): ReadRecord {
  const title = titleOf(posting)
  if (title === undefined) return { refused: 'It has no title.' }
  const warnings: string[] = []
  const { parts, language } = partsOf(posting, warnings)
  const description = describe(parts)
  const employer = employerOf(posting)
  if (employer === '') warnings.push('It does not name an employer.')
  const facts = readFacts(`${title}\n${description}`)
  const { placeName, region, at } = readPlace(posting, context, warnings)
  const requirements = readRequirements(posting, parts, context, warnings)
  const essentials = requirements.filter((one) => one.weight === 'essential').length
  if (essentials > mostEssentials) return { refused: tooMany(essentials) }
  if (essentials > manyEssentials) warnings.push(`It asks ${essentials} essential skills: hardly anybody has them all.`)
  const occupation = readOccupation(posting, title, context)
  const doubts = readDoubts(title, description).map(({ reason, words }) => ({ reason, words }))
  for (const { reason, words } of doubts) warnings.push(`It may be no job: ${doubtWords[reason]} ("${words}").`)
  const closesOn = dateOf(posting, 'validThrough', warnings) ?? facts.closesOn?.value
  const posted = dateOf(posting, 'datePosted', warnings)
  const sourceUrl = webAddress(firstAddress(posting, 'url')) ?? webAddress(firstAddress(posting, '@id'))
  return {
    vacancy: {
      title,
      employer,
      description,
      language,
      ...(occupation === undefined ? {} : { occupation }),
      ...(region === undefined ? {} : { region }),
      ...(placeName === undefined ? {} : { placeName }),
      facts: { ...(at === undefined ? {} : { at }), ...termsOf(posting, facts, warnings) },
      requirements,
      ...(doubts.length === 0 ? {} : { doubts }),
      ...(sourceUrl === undefined ? {} : { sourceUrl }),
      ...(posted === undefined ? {} : { publishedOn: posted <= context.today ? posted : context.today }),
      ...(closesOn === undefined ? {} : { closesOn }),
    },
    warnings,
  }
}

const doubtWords: Readonly<Record<DoubtReason, string>> = {
  course: 'whoever comes seems to pay for a training',
  pool: 'names seem to be gathered for later',
  unpaid: 'it seems to be unpaid',
  ownMoney: 'one seems to bring money, or to earn only what one sells',
}

export function tooMany(essentials: number): string {
  return `It asks ${essentials} essential skills; at most ${mostEssentials} can be compared. Make what is not needed on the first day a plus.`
}

export function titleOf(posting: JsonObject): string | undefined {
  const title = firstText(posting, 'title') ?? firstText(posting, 'name')
  return title?.replace(/\s+/g, ' ').slice(0, longestTitle)
}

export function employerOf(posting: JsonObject): string {
  const organisation = firstOf(posting, 'hiringOrganization')
  const name = textOf(organisation) ?? firstText(organisation, 'legalName') ?? ''
  return name.replace(/\s+/g, ' ').slice(0, longestEmployer)
}

function termsOf(posting: JsonObject, facts: Facts, warnings: string[]): VacancyFacts {
  const hours = hoursOf(posting, facts)
  const wageCents = readPay(posting, facts, hours, warnings)
  const remoteShare = isTelecommute(posting) ? 100 : facts.remote?.value.share
  const languages = demandedLanguages(facts)
  const licences = [...new Set(facts.licences.filter((fact) => isDemanded(fact)).map((fact) => fact.value))]
  const contract = contractOf(posting) ?? contractInText(facts)
  const startFrom = dateOf(posting, 'jobStartDate', warnings)
  const asksCertificate = facts.certificateOfConduct && isDemanded(facts.certificateOfConduct, 'aside')
  const clearance = readFacts(allText(posting, 'securityClearanceRequirement')).certificateOfConduct
  return {
    ...(hours === undefined ? {} : { hours }),
    ...(wageCents === undefined ? {} : { wageCents }),
    ...(remoteShare === undefined ? {} : { remoteShare }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(licences.length === 0 ? {} : { licences }),
    ...(asksCertificate || clearance ? { certificateOfConduct: true } : {}),
    ...readEducation(posting, facts, warnings),
    ...(startFrom === undefined ? {} : { startFrom }),
    ...(contract === undefined ? {} : { contract }),
  }
}

const exactHours = /^(\d{1,2})(?:-(\d{1,2}))? (?:uur per week|hours per week)$/
const mostHours = 60

/** From figures only: *full time* is 36 hours at one employer and 40 at the next. */
function hoursOf(posting: JsonObject, facts: Facts): VacancyFacts['hours'] {
  const said = allText(posting, 'workHours')
  const exact = exactHours.exec(said)
  const [least, most] = [Number(exact?.[1]), Number(exact?.[2] ?? exact?.[1])]
  if (least >= 1 && most >= least && most <= mostHours) return [least, most]
  const bare = /^\s*(\d{1,2})\s*(?:(?:-|–|tot|to)\s*(\d{1,2}))?\s*$/.exec(said)
  const read = bare ? `${bare[1]}-${bare[2] ?? bare[1]} uur per week` : said
  const hours = readFacts(read).hours ?? facts.hours
  if (hours?.value.from === 'figures' && hours.confidence === 'sure') return hours.value.range
  return hoursOfFte(facts)
}

/** `0,8 fte` where the text says how many hours a whole one is. */
function hoursOfFte({ fte, fteNorm }: Facts): VacancyFacts['hours'] {
  if (!fte || !fteNorm) return undefined
  const [least, most] = fte.value
  return [Math.round(least * fteNorm.value), Math.round(most * fteNorm.value)]
}

function isTelecommute(posting: JsonObject): boolean {
  return valuesOf(posting, 'jobLocationType').some((type) => /telecommute/i.test(textOf(type) ?? ''))
}

function isDemanded(fact: Fact<unknown>, also?: string): boolean {
  return fact.kind === 'essential' || fact.kind === 'mentioned' || fact.kind === also
}

/** Each once, at the highest level named. */
function demandedLanguages(facts: Facts): NonNullable<VacancyFacts['languages']> {
  const levels = new Map<string, 1 | 2 | 3 | 4 | 5 | 6>()
  for (const fact of facts.languages) {
    const { code, level } = fact.value
    if (level !== undefined && isDemanded(fact) && level > (levels.get(code) ?? 0)) levels.set(code, level)
  }
  return [...levels].map(([code, level]) => ({ code, level }))
}

const contracts: readonly (readonly [NonNullable<VacancyFacts['contract']>, RegExp])[] = [
  ['internship', /intern|stage/i],
  ['freelance', /contractor|freelance|zzp/i],
  ['temporary', /temporary|tijdelijk/i],
  ['permanent', /permanent|vast/i],
]

function contractOf(posting: JsonObject): VacancyFacts['contract'] {
  const said = allText(posting, 'employmentType')
  return contracts.find(([, pattern]) => pattern.test(said))?.[0]
}

/** The first kind that the text itself names; one that may follow (*uitzicht op vast*) is not what this job is. */
function contractInText({ contracts: named }: Facts): VacancyFacts['contract'] {
  const kept = named.filter(({ value, confidence }) => !value.isProspect && confidence === 'sure').map(({ value }) => value.kind)
  return contracts.map(([kind]) => kind).find((kind) => kept.includes(kind))
}

/** A day: as written, or in Amsterdam when a time with its zone is given. */
function dateOf(posting: JsonObject, name: string, warnings: string[]): DateText | undefined {
  const text = firstText(posting, name)
  if (text === undefined) return undefined
  const zoned = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(zoned)) return todayInAmsterdam(zoned)
  const day = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text)?.[1]
  const time = Date.parse(`${day}T00:00:00Z`)
  if (day !== undefined && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day
  warnings.push(`The date "${text.slice(0, 40)}" (${name}) cannot be read; write it as 2027-01-31.`)
  return undefined
}

/** As it is written: an address is no HTML, though some senders write its `&` as in HTML. */
function firstAddress(posting: JsonObject, name: string): string | undefined {
  const found = firstOf(posting, name)
  const text = isObject(found) ? (found['@id'] ?? found['@value']) : found
  return typeof text === 'string' ? text.trim().replaceAll('&amp;', '&') : undefined
}
