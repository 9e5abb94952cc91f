import type { ActingDatabase } from '../../platform/index.ts'

export interface Recipient {
  readonly account: string
  readonly language: 'nl' | 'en'
}

/** The person; read as a task. */
export async function personRecipient(inside: ActingDatabase, account: string): Promise<Recipient[]> {
  return inside.query<Recipient & Record<string, unknown>>('select id as account, language from account where id = $1', [account])
}

/** Who answers at an educator: study coaches and coordinators, and owners where there are none; read as a task. */
export async function educatorRecipients(inside: ActingDatabase, organisation: string): Promise<Recipient[]> {
  const rows = await inside.query<{ account: string; language: 'nl' | 'en'; roles: string[] }>(
    `select a.id as account, a.language, m.roles from member m join account a on a.id = m.account where m.organisation = $1 order by a.id`,
    [organisation],
  )
  const coaches = rows.filter(({ roles }) => roles.includes('studyCoach') || roles.includes('coordinator'))
  const chosen = coaches.length > 0 ? coaches : rows.filter(({ roles }) => roles.includes('owner'))
  return chosen.map(({ account, language }) => ({ account, language }))
}

/** What somebody is called and where they get mail: for the form with which they apply, and for what they release. Read as themselves or as a task. */
export async function readContact(
  inside: ActingDatabase,
  account: string,
): Promise<{ readonly name?: string; readonly email: string } | undefined> {
  const [row] = await inside.query<{ name: string | null; email: string }>('select name, email from account where id = $1', [
    account,
  ])
  return row && { email: row.email, ...(row.name === null ? {} : { name: row.name }) }
}
