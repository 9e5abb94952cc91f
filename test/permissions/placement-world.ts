/** Of every organisation a placement in which it is the party that its kind can be; the other sides are organisations in which nobody is a member. */
import type { Org } from './world.ts'

type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>
type Of = Pick<Org, 'id' | 'kind'>

const [freeSchool, freeEmployer] = ['agreed-branch', 'free-organisation']
const at = '2026-11-20T12:00:00Z'

export const placementOf = ({ id }: Pick<Org, 'id'>): string => `placement-${id}`
export const agreementOf = ({ id }: Pick<Org, 'id'>): string => `agreement-${id}`
export const breakOf = ({ id }: Pick<Org, 'id'>): string => `break-${id}`
export const recognitionOf = ({ id }: Pick<Org, 'id'>): string => `recognition-${id}`

const partiesOf = ({ id, kind }: Of): { readonly school: string; readonly employer: string; readonly supporter?: string } => {
  if (kind === 'educator' || kind === 'school') return { school: id, employer: freeEmployer }
  if (kind === 'employer' || kind === 'public') return { school: freeSchool, employer: id }
  return { school: freeSchool, employer: freeEmployer, supporter: id }
}

export async function plantPlacementOf(org: Of, person: string, insert: Insert): Promise<void> {
  await insert('placement', {
    ...{ id: placementOf(org), person, ...partiesOf(org), demo: false, programme: 'gone', state: 'signing', phases: [] },
    ...{ programme_title: { nl: 'Linux', en: 'Linux' }, from_on: '2026-12-07', until_on: '2027-12-05', hours_per_week: 36 },
    ...{ created_at: at, changed_at: at },
  })
  await insert('placement_agreement', {
    ...{ id: agreementOf(org), placement: placementOf(org), number: 1, made_from: 'dual', made_from_version: '2026-11-01' },
    ...{ text_nl: 'Tekst', text_en: 'Text', hash: 'hash', signers: ['student', 'school', 'employer', 'supporter'] },
    ...{ sign_by: '2026-12-10', made_at: at },
  })
  await insert('school_break', {
    ...{ id: breakOf(org), organisation: org.id, from_on: '2026-12-21', until_on: '2027-01-03', title: 'Kerst' },
  })
  await insert('employer_recognition', {
    ...{ id: recognitionOf(org), organisation: freeEmployer, crebo: '27016', from_on: '2026-01-01', until_on: '2027-12-31' },
    ...{ checked_on: '2026-11-01', source: 'SBB', noted_for: org.id, noted_at: at },
  })
}
