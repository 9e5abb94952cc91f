import type { ActingDatabase } from '../../platform/index.ts'
import type { Told } from './tell.ts'

export interface CohortRecipient {
  readonly account: string
  readonly language: 'nl' | 'en'
}

/** Who hears it for an organisation, the first group of roles that it has; read as a task. */
const rolesOf = {
  employer: [['recruiter', 'practiceSupervisor'], ['owner']],
  educator: [['studyCoach', 'coordinator'], ['owner']],
} as const

export async function accountsOf(program: ActingDatabase, to: Told): Promise<CohortRecipient[]> {
  if ('person' in to) {
    return program.query<CohortRecipient & Record<string, unknown>>('select id as account, language from account where id = $1', [
      to.person,
    ])
  }
  const [organisation, groups] = 'employer' in to ? [to.employer, rolesOf.employer] : [to.educator, rolesOf.educator]
  const rows = await program.query<{ account: string; language: 'nl' | 'en'; roles: string[] }>(
    `select a.id as account, a.language, m.roles from member m join account a on a.id = m.account where m.organisation = $1 order by a.id`,
    [organisation],
  )
  for (const group of groups) {
    const chosen = rows.filter(({ roles }) => group.some((role) => roles.includes(role)))
    if (chosen.length > 0) return chosen.map(({ account, language }) => ({ account, language }))
  }
  return []
}
