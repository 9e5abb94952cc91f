/** Of every organisation a kit, a copy of somebody else's and a report; and one kit that everybody may take over. */
import { programmeOf } from './enrolment-world.ts'
import type { Org } from './world.ts'

export const kitOf = ({ id }: Pick<Org, 'id'>): string => `kit-${id}`
export const copyOf = ({ id }: Pick<Org, 'id'>): string => `copy-${id}`
export const foreignKit = 'kit-of-free-branch'

const at = '2026-11-20T12:00:00Z'
const content = {
  ...{ title: { nl: 'Werkend leren' }, summary: { nl: 'Voor mensen zonder diploma.' }, outline: {}, phases: [], materials: [] },
  ...{ agreements: [], funding: [], needs: { more: {} }, contact: {} },
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>

export async function plantKitOf(org: Pick<Org, 'id'>, insert: Insert): Promise<void> {
  await insert('handover_kit', {
    ...{
      id: kitOf(org),
      organisation: org.id,
      demo: false,
      state: 'published',
      content,
      version: 1,
      published: 1,
      changed_at: at,
    },
  })
  await insert('handover_version', { kit: kitOf(org), number: 1, content, published_at: at })
  await insert('handover_copy', {
    ...{ id: copyOf(org), organisation: org.id, demo: false, kit: 'kit-that-went', from_organisation: 'gone', from_name: 'Gone' },
    ...{ base_number: 1, base: content, content, version: 1, taken_at: at, changed_at: at },
  })
  await insert('outcome_report', {
    ...{ id: `report-${org.id}`, organisation: org.id, demo: false, subject_kind: 'programme', subject: programmeOf(org) },
    ...{ year: 2023, definition: '1', counts: { started: 30 }, source: 'Own count', said_on: '2026-11-20' },
  })
}

/** Of an organisation in which nobody who asks has a part. */
export async function plantForeignKit(organisation: string, insert: Insert): Promise<void> {
  await insert('handover_kit', {
    ...{ id: foreignKit, organisation, demo: false, state: 'published', content, version: 1, published: 1, changed_at: at },
  })
  await insert('handover_version', { kit: foreignKit, number: 1, content, published_at: at })
}
