import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import { claimDemoVacancies, listDemoDesks } from './demo-store.ts'
import { addChange, saveRow } from './desk-store.ts'
import type { DeskChangeName } from './desk-vacancy.ts'
import type { DeskParts } from './parts.ts'

export interface DeskDemoWorld {
  readonly today: DateText
}

/** Enough to fill a desk, few enough to see it whole. */
const mostOnDesk = 6

/** What the draft of the demo says that the law does not allow, so that there is something to mend. */
const againstLaw = { nl: 'Wij zoeken een jonge medewerker.', en: 'We are looking for a young engineer.' } as const

/**
 * The newest vacancies of demo employers stand on their desks; at the first employer one is paused, and one more is a draft that may not be published yet.
 * Nothing is read here: within the transaction of the demo world only that transaction may be used.
 */
export async function putDemo(
  { vacancies, clock }: Pick<DeskParts, 'vacancies' | 'clock'>,
  inside: ActingDatabase,
  { today }: DeskDemoWorld,
): Promise<void> {
  const now = clock.now()
  const put = async (vacancy: string, organisation: string, against: number, changes: readonly DeskChangeName[]) => {
    await saveRow(inside, { vacancy, organisation, demo: true, reasons: {}, byHand: [], against, version: changes.length }, now)
    for (const what of changes) await addChange(inside, { vacancy, organisation }, { what, at: now })
  }
  for (const [at, desk] of (await listDemoDesks(inside)).entries()) {
    const ids = await claimDemoVacancies(inside, desk, mostOnDesk)
    for (const id of ids) await put(id, desk.organisation, 0, ['created', 'published'])
    const [first, second, third] = ids
    if (at > 0 || first === undefined) continue
    const paused = third ?? second
    if (paused !== undefined) {
      await vacancies.changeState(inside, paused, ['published'], 'paused')
      await addChange(inside, { vacancy: paused, organisation: desk.organisation }, { what: 'paused', at: now })
    }
    const record = await vacancies.findAny(inside, first)
    if (!record) continue
    const draft = draftOf(record, today)
    await vacancies.insertMany([draft], inside)
    await put(draft.id, desk.organisation, 1, ['created'])
  }
}

function draftOf(record: VacancyRecord, today: DateText): VacancyRecord {
  const words = againstLaw[record.language === 'en' ? 'en' : 'nl']
  const { closesOn: _day, ...rest } = record
  // For everybody, so that the age is the one thing to mend.
  const title = /[mvf]\/[mvf]/.test(record.title) ? record.title : `${record.title} (m/v/x)`
  return {
    ...rest,
    title,
    id: 'demo-vacancy-draft',
    state: 'draft',
    publishedOn: today,
    description: `${record.description}\n\n${words}`,
  }
}
