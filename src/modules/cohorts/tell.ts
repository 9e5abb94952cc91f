import type { ActingDatabase } from '../../platform/index.ts'
import type { TemplateName } from '../mail/index.ts'
import type { Cohort } from './cohort.ts'
import type { CohortsParts } from './parts.ts'
import { accountsOf, type CohortRecipient } from './tell-store.ts'

/** Messages about a cohort. None says who takes part: the mailbox of an organisation is read by many. */
const templates = {
  invited: 'cohort-invited',
  joined: 'cohort-joined',
  sayYes: 'cohort-say-yes',
  placeMissing: 'cohort-place-missing',
  settled: 'cohort-settled',
} as const satisfies Record<string, TemplateName>
export type CohortNotice = keyof typeof templates

export type Told = { readonly person: string } | { readonly employer: string } | { readonly educator: string }

/** Addresses of the pages that messages lead to. A test of the site holds them equal to its own. */
export const cohortAddresses = {
  person: (cohort: string, language: 'nl' | 'en'): string =>
    language === 'nl' ? `/nl/groep-starten/${cohort}/jij` : `/en/cohort/${cohort}/you`,
  employer: (cohort: string, organisation: string, language: 'nl' | 'en'): string =>
    language === 'nl'
      ? `/nl/groep-starten/${cohort}/werkgever/${encodeURIComponent(organisation)}`
      : `/en/cohort/${cohort}/employer/${encodeURIComponent(organisation)}`,
  educator: (cohort: string, language: 'nl' | 'en'): string =>
    language === 'nl' ? `/nl/groep-starten/${cohort}` : `/en/cohort/${cohort}`,
} as const

/**
 * Writes a message down in the transaction of its cause, for the person or for who answers for an organisation; once for each `mark`. As a task.
 */
export async function tell(
  { mail, organisations }: Pick<CohortsParts, 'mail' | 'organisations'>,
  program: ActingDatabase,
  notice: CohortNotice,
  to: Told,
  one: Cohort,
  mark: string,
): Promise<void> {
  const educator = (await organisations.find(one.organisation, program))?.name
  if (educator === undefined) return
  for (const { account, language } of await accountsOf(program, to)) {
    await mail.write(program, {
      template: templates[notice],
      to: { account },
      language,
      data: {
        path: pathOf(to, one.id, language),
        programme: one.title[language],
        educator,
        startsOn: one.startsOn,
        settleBy: one.settleBy,
      },
      once: `cohort-${notice}/${one.id}/${mark}/${account}`,
      kind: 'needed',
    })
  }
}

function pathOf(to: Told, cohort: string, language: CohortRecipient['language']): string {
  if ('person' in to) return cohortAddresses.person(cohort, language)
  return 'employer' in to ? cohortAddresses.employer(cohort, to.employer, language) : cohortAddresses.educator(cohort, language)
}
