/** A draft on the desk of every organisation, of whatever kind: the kind is asked when it does something. */
import type { Org } from './world.ts'

export const deskProgrammeOf = ({ id }: Pick<Org, 'id'>): string => `desk-programme-${id}`

const at = '2026-11-20T12:00:00Z'
const content = {
  title: { nl: 'Linux' },
  description: { nl: 'Je leert Linux.' },
  ...{ admission: [], facts: { form: 'course' }, outcomes: [], prerequisites: [], offerings: [] },
}

export async function plantDeskProgramme(
  org: Pick<Org, 'id'>,
  insert: (table: string, row: Record<string, unknown>) => Promise<unknown>,
): Promise<void> {
  await insert('desk_programme', {
    ...{ id: deskProgrammeOf(org), organisation: org.id, state: 'draft', content, version: 1, created_at: at, changed_at: at },
  })
}
