import type { ActingDatabase } from '../../platform/index.ts'

export interface Recipient {
  readonly account: string
  readonly language: 'nl' | 'en'
}

/** The person; read as a task. */
export async function personRecipient(inside: ActingDatabase, account: string): Promise<Recipient[]> {
  return inside.query<Recipient & Record<string, unknown>>('select id as account, language from account where id = $1', [account])
}

/** Who answers for an organisation: its recruiters, and its owners where it has no recruiter; read as a task. */
export async function organisationRecipients(inside: ActingDatabase, organisation: string): Promise<Recipient[]> {
  const rows = await inside.query<{ account: string; language: 'nl' | 'en'; roles: string[] }>(
    `select a.id as account, a.language, m.roles from member m join account a on a.id = m.account where m.organisation = $1 order by a.id`,
    [organisation],
  )
  const recruiters = rows.filter(({ roles }) => roles.includes('recruiter'))
  const chosen = recruiters.length > 0 ? recruiters : rows.filter(({ roles }) => roles.includes('owner'))
  return chosen.map(({ account, language }) => ({ account, language }))
}
