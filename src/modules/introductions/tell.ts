import type { Mail, TemplateName } from '../mail/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Language } from '../skills/index.ts'
import type { Introduction } from './introduction.ts'
import type { Notice, Tell } from './notices.ts'
import { organisationRecipients, personRecipient } from './recipient-store.ts'

const templates = {
  asked: 'introduction-asked',
  invited: 'introduction-invited',
  suggested: 'introduction-suggested',
  accepted: 'introduction-accepted',
  'said-yes': 'introduction-said-yes',
  agreed: 'introduction-agreed',
  message: 'introduction-message',
  released: 'introduction-released',
  declined: 'introduction-declined',
  stopped: 'introduction-stopped',
  'nudge-first': 'introduction-nudge-first',
  'nudge-last': 'introduction-nudge-last',
  'vacancy-paused': 'introduction-vacancy-paused',
  overdue: 'introduction-overdue',
  expired: 'introduction-expired',
} as const satisfies Record<Notice, TemplateName>

/** Messages that carry a reason, a text or the next plan. */
const withEnd: readonly Notice[] = ['declined', 'stopped', 'overdue']

/** Addresses of pages, given by who knows them: the site. */
export interface Addresses {
  introduction(id: string, language: Language): string
  plan(id: string, language: Language): string
  /** Where somebody says how it goes, with the token of their mail. */
  followUp(token: string, language: Language): string
}

/** Tells by mail: to the person, or to who answers for the organisation. */
export function tellByMail(mail: Pick<Mail, 'write'>, organisations: Pick<Organisations, 'find'>, addresses: Addresses): Tell {
  return async (inside, notice, to, about, mark) => {
    const organisation = (await organisations.find(about.organisation, inside))?.name
    // An organisation that is gone has nobody to tell, and of one without a name nothing can be told.
    if (organisation === undefined) return
    const recipients =
      to === 'person' ? await personRecipient(inside, about.person) : await organisationRecipients(inside, about.organisation)
    for (const { account, language } of recipients) {
      await mail.write(inside, {
        template: templates[notice],
        to: { account },
        language,
        data: dataOf(notice, about, organisation, addresses, language) as never,
        once: `${notice}/${about.id}/${mark}/${account}`,
        kind: 'needed',
      })
    }
  }
}

function dataOf(
  notice: Notice,
  { id, vacancyTitle, handle, dueOn, reason, reasonText, nextPlan }: Introduction,
  organisation: string,
  addresses: Addresses,
  language: Language,
): object {
  const base = {
    path: addresses.introduction(id, language),
    organisation,
    vacancy: vacancyTitle,
    handle,
    ...(dueOn === undefined ? {} : { dueOn }),
  }
  if (!withEnd.includes(notice)) return base
  return {
    ...base,
    ...(reason === undefined ? {} : { reason }),
    ...(reasonText === undefined ? {} : { text: reasonText }),
    ...(nextPlan === undefined || notice === 'stopped' ? {} : { next: nextOf(nextPlan, addresses, language) }),
  }
}

function nextOf(
  { plan, title, employer, readyOn }: NonNullable<Introduction['nextPlan']>,
  addresses: Addresses,
  language: Language,
): object {
  return {
    title,
    ...(employer === undefined ? {} : { employer }),
    ...(readyOn === undefined ? {} : { readyOn }),
    path: addresses.plan(plan, language),
  }
}
