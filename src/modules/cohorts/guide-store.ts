import type { ActingDatabase } from '../../platform/index.ts'

/** Somebody who can guide or teach a cohort, with the organisation that they are a member of. */
export interface GuideChoice {
  readonly account: string
  readonly name: string
  readonly organisation: string
}

/** Members of the educator, and whom employers of the cohort gave hours as a guest teacher. As a task. */
export async function listGuideChoices(
  program: ActingDatabase,
  educator: string,
  employers: readonly string[],
): Promise<readonly GuideChoice[]> {
  return program.query<GuideChoice & Record<string, unknown>>(
    `select m.account, coalesce(a.name, a.email) as name, m.organisation from member m join account a on a.id = m.account
      where m.organisation = $1 or (m.organisation = any($2::text[]) and exists (
        select from senior s where s.account = m.account and s.organisation = m.organisation and s.role = 'guestTeacher'))
      order by (m.organisation = $1) desc, lower(coalesce(a.name, a.email)), m.account`,
    [educator, employers],
  )
}
