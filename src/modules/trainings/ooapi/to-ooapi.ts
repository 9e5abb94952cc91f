import { startOfDay } from '../../../platform/index.ts'
import { type Bilingual, type OfferingRecord, offeringSchema, type Programme, programmeSchema } from '../programme.ts'
import { ooapiId } from './ooapi-ids.ts'
import {
  consumerKey,
  type OoapiLearningOutcome,
  type OoapiOffering,
  type OoapiOrganisation,
  type OoapiProgramme,
} from './ooapi-shapes.ts'

/** A programme with its offerings in OOAPI v6. */
export interface Ooapi {
  readonly programme: OoapiProgramme
  /** One per start: OOAPI's offering starts once. An offering without a known start is there once, without one. */
  readonly offerings: readonly OoapiOffering[]
  readonly organisation: OoapiOrganisation
}

/**
 * Writes a programme in the shape of OOAPI v6 (release candidate 3; the fields and their meaning are those of its document). What OOAPI
 * has no place for lies in `consumer` under our own names, with all the rest of the record, so that reading back loses nothing. What
 * is not known is left out.
 */
export function toOoapi(programme: Programme, offerings: readonly OfferingRecord[]): Ooapi {
  return {
    programme: toProgramme(programme, offerings),
    offerings: offerings.flatMap((offering) => toOfferings(programme, offering)),
    organisation: toOrganisation(programme.provider),
  }
}

/** A skill at a level: what both the id and the code of a learning outcome are made from. */
export interface TaughtSkill {
  readonly skill: string
  readonly level: number
}

export function learningOutcomeId({ skill, level }: TaughtSkill): string {
  return ooapiId('learning-outcome', `${skill}@${level}`)
}

export function toLearningOutcome({ skill, level }: TaughtSkill, name: Bilingual): OoapiLearningOutcome {
  return {
    learningOutcomeId: learningOutcomeId({ skill, level }),
    primaryCode: { codeType: 'identifier', code: `${skill}@${level}` },
    name: texts(name),
    consumer: { consumerKey, skill, level },
  }
}

/** We know a provider by its name only. */
function toOrganisation(provider: string): OoapiOrganisation {
  return {
    organisationId: ooapiId('organisation', provider),
    primaryCode: { codeType: 'identifier', code: provider },
    // The document wants a parent for all other types, and we know none.
    organisationType: 'root',
    name: [{ language: 'nl', value: provider }],
  }
}

type Delivery = OoapiOffering['modesOfDelivery'][number]

/** A course or bootcamp may be either full or part-time: that is not said. */
const modes: Readonly<Partial<Record<Programme['facts']['form'], OoapiProgramme['modeOfStudy']>>> = {
  'full-time': 'full_time',
  'part-time': 'part_time',
  dual: 'dual_training',
  'self-paced': 'self_paced',
}

function toProgramme(programme: Programme, offerings: readonly OfferingRecord[]): OoapiProgramme {
  const { id, title, description, provider, facts } = programme
  const { weeks, hoursPerWeek, targetGroup, admission = [] } = facts
  const delivered = new Set(offerings.flatMap((offering) => deliveries(programme, offering)))
  // Copied by the schema, so that the answer shares nothing with the record.
  const { facts: ours, ...record } = programmeSchema.parse(programme)
  return known<OoapiProgramme>({
    programmeId: ooapiId('programme', id),
    primaryCode: { codeType: 'identifier', code: id },
    programmeType: 'programme',
    name: texts(title, facts.textIn),
    description: texts(description, facts.textIn),
    ...spoken(programme),
    studyLoad:
      weeks === undefined || hoursPerWeek === undefined
        ? undefined
        : [{ studyLoadUnit: 'hour' as const, value: weeks * hoursPerWeek }],
    modeOfStudy: modes[facts.form],
    modesOfDelivery: delivered.size === 0 ? undefined : [...delivered],
    duration: weeks === undefined ? undefined : `P${weeks}W`,
    enrolment: admission.length === 0 ? undefined : texts({ nl: lines(admission, 'nl'), en: lines(admission, 'en') }),
    admissionRequirements: targetGroup && texts(targetGroup.text),
    learningOutcomeIds: facts.outcomes.length === 0 ? undefined : [...new Set(facts.outcomes.map(learningOutcomeId))],
    link: facts.url,
    organisationId: ooapiId('organisation', provider),
    consumer: { consumerKey, ...record, ...ours },
  })
}

type Start = OfferingRecord['facts']['starts'][number]

function toOfferings(programme: Programme, offering: OfferingRecord): OoapiOffering[] {
  const { starts } = offering.facts
  return starts.length === 0
    ? [toOffering(programme, offering, undefined)]
    : starts.map((start) => toOffering(programme, offering, start))
}

function toOffering(programme: Programme, offering: OfferingRecord, start: Start | undefined): OoapiOffering {
  const { weeks, url } = programme.facts
  const own = start === undefined ? offering.id : `${offering.id}@${start.date}`
  const { facts: ours, ...record } = offeringSchema.parse(offering)
  return known<OoapiOffering>({
    programmeOfferingId: ooapiId('programme-offering', own),
    primaryCode: { codeType: 'offering_code', code: own },
    name: texts(programme.title, programme.facts.textIn),
    state: 'active',
    ...spoken(programme),
    modesOfDelivery: deliveries(programme, offering),
    maxNumberStudents: start?.seats,
    // OOAPI's period must say from when; one that only says until when stays among our own fields.
    enrolmentPeriods:
      start?.enrolFrom === undefined
        ? undefined
        : [
            known({
              startDateTime: startOfDay(start.enrolFrom),
              // Until and with that day.
              endDateTime: start.enrolUntil === undefined ? undefined : startOfDay(start.enrolUntil, 1),
            }),
          ],
    startDateTime: start && startOfDay(start.date),
    endDateTime: start && weeks !== undefined ? startOfDay(start.date, weeks * 7) : undefined,
    addresses: addressOf(offering),
    priceInformation: priceOf(offering),
    link: url,
    programmeId: ooapiId('programme', programme.id),
    organisationId: ooapiId('organisation', programme.provider),
    consumer: { consumerKey, ...record, ...ours },
  })
}

function deliveries({ facts: { form } }: Programme, { facts: { online } }: OfferingRecord): Delivery[] {
  const taught: Delivery = online ? 'online' : 'presential'
  return form === 'dual' ? [taught, 'work_based'] : [taught]
}

/** Only what is a language code by the rules of RFC 4647. */
function spoken({ facts: { language } }: Programme): { teachingLanguages?: string[] } {
  return language && /^[a-z]{2,3}$/.test(language.code) ? { teachingLanguages: [language.code] } : {}
}

function addressOf({ region, placeName, facts: { at } }: OfferingRecord): OoapiOffering['addresses'] {
  if (placeName === undefined && at === undefined) return undefined
  return [
    known({
      addressType: 'teaching' as const,
      city: placeName,
      // Our regions are those of the Netherlands.
      countryCode: region === undefined ? undefined : { 'iso3166-1-alpha2': 'NL' as const },
      geolocation: at && { latitude: at[0], longitude: at[1] },
    }),
  ]
}

function priceOf({ facts: { feeEuro } }: OfferingRecord): OoapiOffering['priceInformation'] {
  return feeEuro === undefined ? undefined : [{ costType: 'total_costs', amount: `${feeEuro}.00`, currency: 'EUR' }]
}

/** In the languages that it is there in. */
function texts(text: Bilingual, only?: 'nl' | 'en'): { language: string; value: string }[] {
  return (only === undefined ? (['nl', 'en'] as const) : [only]).map((language) => ({ language, value: text[language] }))
}

function lines(steps: readonly Bilingual[], language: keyof Bilingual): string {
  return steps.map((step) => step[language]).join('\n')
}

type Maybe<T> = { [K in keyof T]: T[K] | undefined }

/** Without the fields that are not known. */
function known<T extends object>(fields: Maybe<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
