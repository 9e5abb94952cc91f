import type { Mail, TemplateName } from '../mail/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Language } from '../skills/index.ts'
import type { Enrolment, EnrolmentStep, OneOrBoth } from './enrolment.ts'
import type { Notice, Tell } from './parts.ts'
import { educatorRecipients, personRecipient } from './recipient-store.ts'

const templates = {
  applied: 'enrolment-applied',
  new: 'enrolment-new',
  'step-planned': 'enrolment-step-planned',
  'step-result': 'enrolment-step-result',
  waiting: 'enrolment-waiting',
  place: 'enrolment-place',
  lapsed: 'enrolment-lapsed',
  declined: 'enrolment-declined',
  missed: 'enrolment-missed',
  withdrawn: 'enrolment-withdrawn',
  soon: 'enrolment-soon',
} as const satisfies Record<Notice, TemplateName>

const toEducator: readonly Notice[] = ['new', 'withdrawn']
/** Nobody waits for these: they can be unsubscribed from. */
const news: readonly Notice[] = ['new', 'withdrawn', 'soon']

/** Addresses of pages, given by who knows them: the site. */
export interface EnrolmentAddresses {
  enrolment(id: string, language: Language): string
  /** The page of the educator with everybody of a start. */
  start(of: Pick<Enrolment, 'organisation' | 'offering' | 'startsOn'>, language: Language): string
  plan(id: string, language: Language): string
}

/** Addresses of the pages that messages lead to. A test of the site holds them equal to its own (`src/web/enrolments/addresses.test.ts`). */
export const enrolmentAddresses: EnrolmentAddresses = {
  enrolment: (id, language) => (language === 'nl' ? `/nl/deelname/${id}` : `/en/enrolment/${id}`),
  start: ({ organisation, offering, startsOn }, language) => {
    const [org, of] = [encodeURIComponent(organisation), encodeURIComponent(offering)]
    return language === 'nl'
      ? `/nl/opleiden/${org}/uitvoering/${of}/${startsOn}`
      : `/en/teaching/${org}/offering/${of}/${startsOn}`
  },
  plan: (id, language) => `/${language}/routes/${encodeURIComponent(id)}`,
}

/** A text in this language, or in the other where it is in one only. */
export const inLanguage = (text: OneOrBoth, language: Language): string => text[language] ?? text.nl ?? text.en ?? ''

/** Tells by mail: to the person, or to who answers at the educator. */
export function tellByMail(
  mail: Pick<Mail, 'write'>,
  organisations: Pick<Organisations, 'find'>,
  addresses: EnrolmentAddresses,
): Tell {
  return async (inside, notice, about, mark, more = {}) => {
    const organisation = (await organisations.find(about.organisation, inside))?.name
    // An organisation that is gone has nobody to tell, and of one without a name nothing can be told.
    if (organisation === undefined) return
    const isToEducator = toEducator.includes(notice)
    const recipients = isToEducator
      ? await educatorRecipients(inside, about.organisation)
      : await personRecipient(inside, about.person)
    for (const { account, language } of recipients) {
      await mail.write(inside, {
        template: templates[notice],
        to: { account },
        language,
        data: dataOf(notice, about, organisation, more, addresses, language) as never,
        once: `enrolment-${notice}/${about.id}/${mark}/${account}`,
        kind: news.includes(notice) ? 'news' : 'needed',
      })
    }
  }
}

function dataOf(
  notice: Notice,
  about: Enrolment,
  organisation: string,
  { step, fromList }: { readonly step?: EnrolmentStep; readonly fromList?: boolean },
  addresses: EnrolmentAddresses,
  language: Language,
): object {
  const path = toEducator.includes(notice) ? addresses.start(about, language) : addresses.enrolment(about.id, language)
  const base = { path, organisation, programme: about.programmeTitle[language], ...startOf(about) }
  switch (notice) {
    case 'step-planned':
    case 'step-result':
      return step ? { ...base, step: stepData(step, notice, language) } : base
    case 'place':
      return { ...base, heldUntil: about.heldUntil, fromList: fromList === true }
    case 'declined':
    case 'missed':
      return { ...base, ...endData(about, addresses, language) }
    default:
      return base
  }
}

const startOf = ({ startsOn, wishedMonth }: Enrolment) => ({ startsOn, ...(wishedMonth === undefined ? {} : { wishedMonth }) })

function stepData(step: EnrolmentStep, notice: 'step-planned' | 'step-result', language: Language): object {
  const base = { kind: step.kind, purpose: inLanguage(step.purpose, language) }
  if (notice === 'step-planned')
    return { ...base, on: step.plannedOn, ...(step.plannedText === undefined ? {} : { text: step.plannedText }) }
  return { ...base, outcome: step.outcome, ...(step.reason === undefined ? {} : { reason: step.reason }) }
}

function endData({ reason, reasonText, nextPlan }: Enrolment, addresses: EnrolmentAddresses, language: Language): object {
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(reasonText === undefined ? {} : { text: reasonText }),
    ...(nextPlan === undefined
      ? {}
      : {
          next: {
            title: nextPlan.title,
            ...(nextPlan.employer === undefined ? {} : { employer: nextPlan.employer }),
            ...(nextPlan.readyOn === undefined ? {} : { readyOn: nextPlan.readyOn }),
            path: addresses.plan(nextPlan.plan, language),
          },
        }),
  }
}
