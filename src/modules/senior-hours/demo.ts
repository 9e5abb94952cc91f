import { type ActingDatabase, type DateText, dateOfWeek, weekOfDate } from '../../platform/index.ts'
import type { Organisations } from '../organisations/index.ts'
import { bookHours, setHours } from './book.ts'
import type { BookingPurpose, SeniorRole } from './senior.ts'

interface DemoSenior {
  readonly who: string
  readonly organisation: string
  readonly role: SeniorRole
  readonly hours: number
  readonly bookings: readonly (readonly [
    purpose: BookingPurpose,
    ref: string,
    afterWeeks: number,
    weeks: number,
    hoursPerWeek: number,
  ])[]
}

/** Plainly made up: a practice supervisor with few hours, a study coach and an assessor. */
const seniors: readonly DemoSenior[] = [
  {
    ...{ who: 'bram', organisation: 'employer-1', role: 'practiceSupervisor', hours: 4 },
    // The placements of the demo draw the rest.
    bookings: [['guestLesson', 'Voorbeeld: gastles (demo)', 4, 6, 2]],
  },
  {
    ...{ who: 'lotte', organisation: 'educator', role: 'studyCoach', hours: 12 },
    bookings: [['cohort', 'Voorbeeld: groep (demo)', 2, 16, 8]],
  },
  {
    ...{ who: 'femke', organisation: 'educator', role: 'assessor', hours: 6 },
    bookings: [['assessment', 'Voorbeeld: beoordelen (demo)', 8, 2, 4.5]],
  },
]

const budgetWeeks = 40

/** In a task's transaction, after the organisations of the demo: it goes with them. */
export async function putDemoSeniors(
  task: ActingDatabase,
  {
    at,
    today,
    organisations,
  }: { readonly at: number; readonly today: DateText; readonly organisations: Pick<Organisations, 'find'> },
): Promise<void> {
  const monday = (weeks: number): DateText => dateOfWeek(weekOfDate(today) + weeks)
  for (const { who, organisation, role, hours, bookings } of seniors) {
    const [person, of] = [`demo-account-${who}`, `demo-organisation-${organisation}`]
    if (!(await organisations.find(of, task))) continue
    const written = { at, demo: true }
    await setHours(task, of, { person, role, from: monday(0), until: monday(budgetWeeks), hoursPerWeek: hours }, written)
    for (const [number, [purpose, ref, after, weeks, hoursPerWeek]] of bookings.entries()) {
      const asked = { person, purpose, ref, from: monday(after), until: monday(after + weeks - 1), hoursPerWeek }
      await bookHours(task, `demo-senior-${who}-${number}`, asked, written)
    }
  }
}
