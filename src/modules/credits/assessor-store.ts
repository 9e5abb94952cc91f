import type { ActingDatabase } from '../../platform/index.ts'

/** Who may assess for a school, by name; as a task. */
export async function assessorsOf(
  program: ActingDatabase,
  school: string,
): Promise<readonly { readonly account: string; readonly name: string }[]> {
  return program.query<{ account: string; name: string }>(
    `select m.account, coalesce(a.name, a.email) as name from member m join account a on a.id = m.account
      where m.organisation = $1 and m.roles && array['assessor', 'owner'] order by name, m.account`,
    [school],
  )
}
